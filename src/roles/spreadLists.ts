import { columnOfNumbers } from '../readers/numberTable';
import type { Column, Table } from '../readers/table';

/** Longer lists are no scores of classes. */
const longest = 1000;
/** What NumPy 2 writes around an item: `np.float32(0.5)`. */
const wrapping = /np\.\w+\(|\)/g;

/**
 * A table with every column of short lists, `[0.1, 0.9]` or `[0.1 0.9]`, laid out as one column per item:
 * `probs[0]`, `probs[1]`. Lists of numbers and of one length alone; all else stays as it is.
 */
export function spreadLists(table: Table): Table {
  const taken = new Set(table.columns.map(({ name }) => name));
  const columns = table.columns.flatMap(column => {
    const items = itemsOf(column, table.rows);
    return items === undefined || taken.has(items[0]!.name) ? column : items;
  });
  return columns.length === taken.size ? table : { ...table, columns };
}

function itemsOf({ name, kind, textOf }: Column, rows: number): readonly Column[] | undefined {
  if ((kind !== 'label' && kind !== 'text') || rows === 0) return undefined;
  const width = numbersIn(textOf(0)).length;
  if (width < 2 || width > longest) return undefined;
  const items = Array.from({ length: width }, () => new Float64Array(rows).fill(Number.NaN));
  for (let row = 0; row < rows; row++) {
    const text = textOf(row);
    const numbers = numbersIn(text);
    if (text !== '' && numbers.length !== width) return undefined;
    numbers.forEach((number, k) => {
      items[k]![row] = number;
    });
  }
  return items.map((numbers, k) => columnOfNumbers(`${name}[${k}]`, numbers));
}

/** The numbers of a list; none when it is something else. */
function numbersIn(text: string): number[] {
  const [start, end] = [text.lastIndexOf('['), text.indexOf(']')];
  if (start < 0 || end < start || text.length > longest * 30) return [];
  const items = text
    .slice(start + 1, end)
    .replace(wrapping, '')
    .trim();
  const numbers = items.split(/[\s,]+/).map(Number);
  return numbers.some(Number.isNaN) ? [] : numbers;
}
