import { plural } from '../../shared/text';
import type { Problem } from '../table';
import type { Oddities, Oddity } from './scanPlan';

export const noOddity: Oddity = { count: 0, firstRow: -1 };

/** One more of them, in this row. */
export function counted(oddity: Oddity, row: number): Oddity {
  return { count: oddity.count + 1, firstRow: oddity.count === 0 ? row : oddity.firstRow };
}

type Counted = 'short' | 'long' | 'openQuotes';

/** What was odd about the rows, told with the width of the table. */
const sentences: Record<Counted, (count: number, width: number) => string> = {
  short: (count, width) =>
    `${plural(count, 'row has', 'rows have')} fewer than ${plural(width, 'value')} (the rest counts as missing)`,
  long: (count, width) =>
    `${plural(count, 'row has', 'rows have')} more than ${plural(width, 'value')} (the surplus is left out)`,
  openQuotes: count =>
    `${plural(count, 'quote is', 'quotes are')} never closed (read as an ordinary character)`,
};

/** Adds up the oddities of the ranges of a file. */
export class OddityCounts {
  readonly #counts: Record<Counted, number> = { short: 0, long: 0, openQuotes: 0 };
  /** Kind of oddity -> line where it came first. */
  readonly #firstLines = new Map<Counted | 'headerRepeats', number>();
  readonly headerRepeats: number[] = [];

  /** `lineOf` gives the line of a row of the range. */
  append(oddities: Oddities, rowsBefore: number, lineOf: (row: number) => number): void {
    for (const kind of Object.keys(sentences) as Counted[]) {
      const count = this.#counts[kind];
      const more = oddities[kind];
      if (more.count === 0) continue;
      this.#counts[kind] = count + more.count;
      this.#see(kind, lineOf(more.firstRow));
    }
    const repeat = oddities.headerRepeats[0];
    if (repeat !== undefined) this.#see('headerRepeats', Math.max(1, lineOf(repeat) - 1));
    for (const row of oddities.headerRepeats) this.headerRepeats.push(rowsBefore + row);
  }

  #see(kind: Counted | 'headerRepeats', line: number): void {
    if (!this.#firstLines.has(kind)) this.#firstLines.set(kind, line);
  }

  problems(source: string, width: number): Problem[] {
    const problems = (Object.keys(sentences) as Counted[])
      .filter(kind => this.#counts[kind] > 0)
      .map(kind => ({
        place: { source, line: this.#firstLines.get(kind)! },
        text: sentences[kind](this.#counts[kind], width),
      }));
    const first = this.#firstLines.get('headerRepeats');
    if (first === undefined) return problems;
    const text = `the header comes again ${plural(this.headerRepeats.length, 'time')} (not read as data)`;
    return [...problems, { place: { source, line: first }, text }];
  }
}
