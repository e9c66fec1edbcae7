import { cellValue } from '../../readers/delimited/cellValue';
import type { Column, Table, TablePart } from '../../readers/table';
import type { RoleChoices } from '../../shared/roleChoices';
import type { Series } from './series';

/**
 * The table with what the names of its parts say of their rows: the keys of folders, and the fold or the split
 * where these tell the parts apart; `files` are the names of its members. A column that the table has itself stays as it is.
 */
export function withPartColumns(
  table: Table,
  { kind, labels, keys }: Series,
  files: readonly string[],
): Table {
  const { parts } = table;
  if (parts === undefined) return table;
  const places = new Map(files.map((name, i) => [name, i]));
  const valuesOf = (of: (i: number) => string): readonly string[] =>
    parts.map(({ name }) => of(places.get(name) ?? 0));
  const names = [...new Set(keys.flatMap(pairs => Object.keys(pairs)))];
  const role = kind === 'folds' ? 'fold' : kind === 'splits' ? 'split' : undefined;
  const own = names.map(key => [key, valuesOf(i => keys[i]?.[key] ?? '')] as const);
  const added =
    role === undefined || names.includes(role)
      ? own
      : [...own, [role, valuesOf(i => labels[i] ?? '')] as const];
  const has = new Set(table.columns.map(({ name }) => name));
  const columns = added
    .filter(([name]) => !has.has(name))
    .map(([name, values]) => constantByPart(name, table, parts, values));
  const known: RoleChoices = { ...table.known, ...(role === 'split' ? { split: 'split' } : {}) };
  return {
    ...table,
    columns: [...table.columns, ...columns],
    ...(role === undefined ? {} : { known }),
    ...(role === 'fold' || names.includes('fold') ? { fold: 'fold' } : {}),
  };
}

/** A column with one value for all rows of a part. */
function constantByPart(
  name: string,
  { rows, sampled }: Table,
  parts: readonly TablePart[],
  values: readonly string[],
): Column {
  const rowOf = sampled?.rowOf ?? (row => row);
  const labels = [...new Set(values)].filter(text => text !== '');
  const codes = new Int32Array(rows);
  const numbers = new Float64Array(rows);
  const cells = values.map(text => cellValue(text, false));
  const isNumeric = cells.every(({ kind }) => kind === 'number' || kind === 'missing');
  let missing = 0;
  for (let row = 0, part = 0; row < rows; row++) {
    while (part + 1 < parts.length && parts[part + 1]!.row <= rowOf(row)) part++;
    const cell = cells[part]!;
    codes[row] = labels.indexOf(values[part]!);
    numbers[row] = cell.kind === 'number' ? cell.value : Number.NaN;
    if (values[part] === '') missing++;
  }
  return {
    name,
    kind: isNumeric ? 'number' : 'label',
    numbers,
    missing,
    invalid: new Map(),
    percent: false,
    textOf: row => labels[codes[row]!] ?? '',
    dictionary: { codes, labels },
  };
}
