import type { Finding, ModelReport } from '../../shared/lossReport';
import { isPooled, titleOf } from '../../shared/lossRows';
import type { Inspection } from '../../shared/protocol/inspection';
import { Changing } from '../changing';
import type { PageContext } from '../context';

const remembered = 'focus';

/** The one model that charts and worst rows are about, and that narrow tables show. */
export class FocusModel extends Changing {
  readonly models: readonly ModelReport[];
  readonly #context: PageContext;
  /** Called when another model comes into focus. */
  onChosen: ((title: string) => void) | undefined;

  constructor(context: PageContext, { report }: Inspection) {
    super();
    this.#context = context;
    this.models = report.models.filter(isPooled);
    context.focus.set(
      this.models.length > 1 ? firstOf(context, this.models, report.findings) : null,
    );
  }

  /** Place of the model among all; 0 where there is but one. */
  get index(): number {
    return this.#context.focus.value ?? 0;
  }

  choose(index: number): void {
    const model = this.models[index];
    if (model === undefined || index === this.#context.focus.value) return;
    this.#context.focus.set(index);
    this.#context.memory.setValue(remembered, titleOf(model));
    this.changed();
    this.onChosen?.(titleOf(model));
    this.#context.announce(`${titleOf(model)} is in focus`);
  }
}

/** What the person chose last, else the model that the weightiest finding is about. */
function firstOf(
  { memory }: PageContext,
  models: readonly ModelReport[],
  findings: readonly Finding[],
): number {
  const titles = models.map(titleOf);
  const chosen = titles.indexOf(memory.value(remembered) ?? '');
  if (chosen >= 0) return chosen;
  const about = [...findings]
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .map(({ evidence }) => titles.indexOf(String(evidence['model'])))
    .find(index => index >= 0);
  return about ?? 0;
}
