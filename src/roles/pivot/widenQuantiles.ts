import type { Problem, Table } from '../../readers/table';
import { uniqueNames } from '../../readers/uniqueNames';
import { plural } from '../../shared/text';
import { gather } from '../join/gather';
import { keyRows } from './keyRows';
import { type LongForecast, longForecast } from './longForecast';
import { type Slots, slotsOf } from './slots';

/** Among so many rows of a key and a level one may come again; more mean that a key is missing. */
const rowsPerRepeat = 10;
/** At least one of so many cells of the wide table must be filled. */
const cellsPerValue = 5;

/**
 * Forecasts with one quantile per row laid out wide: one row per date, place, model and whatever else the
 * table tells apart, with the columns `q0.025`, `q0.5` and so on, and `point`. A row stands where the first
 * one of its forecast does. Any other table comes back as it is. Linear in the number of rows.
 */
export function widenQuantiles(table: Table): Table {
  if (table.sampled !== undefined || table.known !== undefined) return table;
  const long = longForecast(table);
  if (long === undefined) return table;
  const keys = keyRows(long.keys, table.rows);
  const rowsPerKey = Math.max(2, long.levels.length / cellsPerValue);
  if (keys.firstRows.length * rowsPerKey > table.rows) return table;
  const slots = slotsOf(long, keys);
  return slots.repeated * rowsPerRepeat > table.rows ? table : wide(table, long, slots);
}

function wide(table: Table, long: LongForecast, slots: Slots): Table {
  const { firstRows, rowsOf } = slots;
  const cells = [...long.levels, 'point' as const].flatMap(slot => {
    const rows = rowsOf.get(slot);
    const name = slot === 'point' ? slot : `q${slot}`;
    return rows === undefined ? [] : [{ name, column: long.value, rows }];
  });
  const keys = long.keys.map(column => ({ name: column.name, column, rows: firstRows }));
  const names = uniqueNames([...keys, ...cells].map(({ name }) => name));
  const { headerRepeats: _, fileRows: __, ...rest } = table;
  return {
    ...rest,
    rows: firstRows.length,
    columns: [...keys, ...cells].map(({ column, rows }, i) => gather(column, names[i]!, rows)),
    lineOf: row => table.lineOf(firstRows[row]!),
    problems: [...table.problems, ...remarks(table, slots)],
  };
}

function remarks({ name, rows }: Table, { firstRows, rowsOf, repeated, other }: Slots): Problem[] {
  const quantiles = [...rowsOf.keys()].filter(slot => slot !== 'point').length;
  const texts = [
    `${plural(rows, 'row')} with one quantile each are read as ` +
      `${plural(firstRows.length, 'forecast')} of ${plural(quantiles, 'quantile')}`,
    ...(repeated > 0 ? [`${plural(repeated, 'repeated quantile')} left out`] : []),
    ...(other > 0
      ? [`${plural(other, 'row')} without a quantile or a point forecast left out`]
      : []),
  ];
  return texts.map(text => ({ place: { source: name }, text }));
}
