import type { TextTable } from './cellTable';
import type { TextLine } from './textLines';

const header = /^(?:(\p{L}\w*) =|(?:julia)?> ?([^<=]+))$/u;
const aside = /^\s*(?:Levels: .*|Columns? \d.*|\d+-element .*)?$/;
const rIndex = /^\s*\[\d+\]\s/;

interface Vector {
  readonly name: string;
  readonly cells: { readonly text: string; readonly line: number }[];
}

/**
 * Vectors as the consoles of MATLAB, Octave, R and Julia print them, each below its name: `y =` and `> y`.
 * Undefined when a line is anything else, as a row of a matrix, or the vectors differ in length.
 */
export function printedVectors(lines: readonly TextLine[]): TextTable | undefined {
  const vectors: Vector[] = [];
  let wide = false;
  for (const { text, line } of lines) {
    if (aside.test(text)) continue;
    const named = header.exec(text.trimEnd());
    if (named !== null) {
      vectors.push({ name: (named[1] ?? named[2])!, cells: [] });
      wide = false;
      continue;
    }
    const own = vectors.at(-1);
    const cells = text.replace(rIndex, '').trim().split(/\s+/);
    const isIndexed = rIndex.test(text);
    if (own === undefined || !(isIndexed || (!wide && cells.every(isNumber)))) return undefined;
    wide = cells.length > 1;
    for (const cell of cells) own.cells.push({ text: cell.replace(/^"|"$/g, ''), line });
  }
  return tableOf(vectors.filter(({ cells }) => cells.length > 0));
}

function isNumber(cell: string): boolean {
  return !Number.isNaN(Number(cell));
}

function tableOf(vectors: readonly Vector[]): TextTable | undefined {
  const first = vectors[0]?.cells;
  if (first === undefined || first.length < 2) return undefined;
  if (vectors.some(({ cells }) => cells.length !== first.length)) return undefined;
  return {
    names: vectors.map(({ name }) => name),
    rows: first.map(({ line }, row) => ({ cells: vectors.map(one => one.cells[row]!.text), line })),
    problems: [],
  };
}
