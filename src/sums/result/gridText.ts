import { aboutColumn } from '../about';

/** What stands between the cells of a grid: a bar, or one of the box drawings. */
const bar = /[|\u2502\u2503]/;
const ruler = /^[\s+\-=|\u2500-\u257f]*$/;
/** DuckDB writes the types below the names. */
const types = /^(varchar|text|string)$/i;

/** How far the header of a result is looked for. */
const headLength = 4096;

/** Whether a text begins as the result of a statement, pasted from a terminal or a page. */
export function beginsAsResult(text: string): boolean {
  return text.slice(0, headLength).toLowerCase().includes(aboutColumn);
}

/**
 * A pasted grid with tabs between its cells and every row on its own line as before, so that places stay; null for a
 * text that is no grid of sums.
 */
export function gridText(text: string): string | null {
  if (!beginsAsResult(text)) return null;
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex(line => line.toLowerCase().includes(aboutColumn) && bar.test(line));
  const header = lines[at];
  if (header === undefined) return null;
  const width = cellsOf(header).length;
  const rows = lines.map((line, i) => {
    if (i < at || ruler.test(line) || !bar.test(line)) return '';
    const cells = cellsOf(line);
    const isOfTypes = i > at && types.test(cells[0] ?? '');
    return isOfTypes || (i > at && cells.length < 2 && width > 1) ? '' : cells.join('\t');
  });
  return rows.join('\n');
}

function cellsOf(line: string): readonly string[] {
  const cells = line.split(bar).map(cell => cell.trim());
  const isFramed = bar.test(line.trim()[0] ?? '');
  return isFramed ? cells.slice(1, -1) : cells;
}
