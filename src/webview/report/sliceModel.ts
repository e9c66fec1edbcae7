import type { Finding } from '../../shared/lossReport';
import { titleOf } from '../../shared/lossRows';
import type { SliceReport } from '../../shared/sliceReport';
import { Changing } from '../changing';
import type { PageContext } from '../context';

/** A slice of one model, as the page lists it. */
export interface ListedSlice {
  readonly model: string;
  readonly split: string | null;
  readonly title: string;
  readonly slice: SliceReport;
}

/** The groups where the models fail: asked for when everything else is there. */
export class SliceModel extends Changing {
  readonly #context: PageContext;
  #slices: readonly ListedSlice[] = [];
  #findings: readonly Finding[] = [];
  #notes: readonly string[] = [];
  #state: 'waiting' | 'searching' | 'done' | 'failed' = 'waiting';

  constructor(context: PageContext) {
    super();
    this.#context = context;
  }

  /** Of all models, the costliest of each first. */
  get slices(): readonly ListedSlice[] {
    return this.#slices;
  }

  /** What is said about them. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** Columns that were left out of the search. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  get state(): 'waiting' | 'searching' | 'done' | 'failed' {
    return this.#state;
  }

  async ask(): Promise<void> {
    this.#state = 'searching';
    this.changed();
    const answer = await this.#context.ask({ kind: 'slices' }).catch(() => undefined);
    if (answer?.kind === 'slices') {
      this.#slices = answer.models.flatMap(({ name, split, slices }) =>
        slices.map(slice => ({ model: name, split, title: titleOf({ name, split }), slice })),
      );
      this.#findings = answer.findings;
      this.#notes = answer.notes;
    }
    this.#state = answer?.kind === 'slices' ? 'done' : 'failed';
    this.changed();
  }

  /** Lists the rows of a slice. */
  show({ model, split, slice }: ListedSlice): void {
    const bin = { by: 'group', where: slice.where, text: slice.text } as const;
    this.#context.showRows({ model, split, bin });
  }
}
