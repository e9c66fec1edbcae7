import type { Plot } from '../../shared/figure';
import type { PageContext } from '../context';
import { describeHit, type Hit, type HitText, rowOf } from './hit';

/** A pointer that passes by asks nothing. */
const delay = 120;
const maxCells = 6;

/** What is told about the selected point: what it is, and soon after what the other columns say about its row. */
export class SelectedText {
  readonly #context: PageContext;
  readonly #changed: () => void;
  #text: HitText | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called whenever the text is another one. */
  constructor(context: PageContext, changed: () => void) {
    this.#context = context;
    this.#changed = changed;
  }

  get text(): HitText | undefined {
    return this.#text;
  }

  /** Goes over to another point, or to none; `spoken` also announces it. */
  select(plot: Plot, hit: Hit | undefined, spoken: boolean): void {
    this.forget();
    if (hit === undefined) return;
    const text = describeHit(plot, hit);
    this.#tell(text);
    if (spoken) this.#announce(text.title, text.facts, text.hint);
    const row = rowOf(plot, hit);
    if (row === undefined) return;
    this.#timer = setTimeout(async () => {
      const cells = await this.#cellsOf(row);
      if (this.#text !== text || cells.length === 0) return;
      this.#tell({ ...text, facts: [...text.facts, ...cells] });
      if (spoken) this.#announce('', cells);
    }, delay);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#tell(undefined);
  }

  async #cellsOf(row: number): Promise<HitText['facts']> {
    const answer = await this.#context.ask({ kind: 'row', row }).catch(() => undefined);
    const cells = answer?.kind === 'row' ? answer.cells.filter(({ text }) => text !== '') : [];
    return cells.slice(0, maxCells).map(({ column, text }) => [column, text]);
  }

  #tell(text: HitText | undefined): void {
    this.#text = text;
    this.#changed();
  }

  #announce(title: string, facts: HitText['facts'], hint = ''): void {
    const spoken = [title, ...facts.map(([name, value]) => `${name} ${value}`), hint];
    this.#context.announce(spoken.filter(part => part !== '').join(', '));
  }
}
