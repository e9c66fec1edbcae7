import { ReadError } from '../../readers/readError';
import { layouts } from '../layouts';
import { isStatus } from '../statuses';
import type { Cell } from './cell';
import { columnOf, numberIn, placeOf, type ResultTable } from './resultTable';

/** The rows of a result. Throws a ReadError that names the column or the cell that cannot be used. */
export function readCells(result: ResultTable): readonly Cell[] {
  refuseCut(result);
  const { table, about } = result;
  const { keys, sums } = layouts[about.task];
  const named = [...keys, ...sums].map(({ name }) => ({
    as: name.slice(0, -1),
    column: columnOf(result, name),
  }));
  const status = columnOf(result, 'status_');
  const model = columnOf(result, 'model_');
  const n = columnOf(result, 'n_');
  const by = about.by.map((_, i) => columnOf(result, `by_${i + 1}_`));
  return Array.from({ length: table.rows }, (_, row): Cell => {
    const text = status.textOf(row);
    if (!isStatus(text)) {
      throw new ReadError(
        placeOf(table, row, status),
        `"${text}" is no state of rows that the statement tells; save the result as it was returned`,
      );
    }
    const index = numberIn(result, model, row) - 1;
    if (about.models[index] === undefined) {
      throw new ReadError(
        placeOf(table, row, model),
        `there is no model ${index + 1} in these sums`,
      );
    }
    return {
      status: text,
      model: index,
      by: by.map(column => groupOf(column.textOf(row))),
      n: numberIn(result, n, row),
      of: Object.fromEntries(
        text === 'used' ? named.map(({ as, column }) => [as, numberIn(result, column, row)]) : [],
      ),
    };
  });
}

/** `:west` is west, `-` no value. */
function groupOf(text: string): string | null {
  return text.startsWith(':') ? text.slice(1) : null;
}

/**
 * Every row says how many rows its result has. Of whole results that stand below one another, each adds 1 / rows
 * for each of its rows, so that all of them add up to a whole number.
 */
function refuseCut(result: ResultTable): void {
  const { table } = result;
  const rows = columnOf(result, 'rows_');
  let results = 0;
  for (let row = 0; row < table.rows; row++) results += 1 / numberIn(result, rows, row);
  if (Math.abs(results - Math.round(results)) < 1e-6 && results > 0.5) return;
  const whole = numberIn(result, rows, 0);
  throw new ReadError(
    { source: table.name },
    `the result is cut: ${table.rows} rows are here, and its first row says that there are ${whole}; save all rows that the statement returns`,
  );
}
