import type { KeyRows } from './keyRows';
import { type LongForecast, slotOf } from './longForecast';

/** Which row of a long table holds which cell of the wide one. */
export interface Slots {
  /** The first row of each forecast. */
  readonly firstRows: Int32Array;
  /** Per level, and for the point forecast: the row of each forecast, -1 for none. */
  readonly rowsOf: ReadonlyMap<number | 'point', Int32Array>;
  /** Rows left out because their forecast and level came before. */
  readonly repeated: number;
  /** Rows left out because they hold neither a quantile nor a point forecast. */
  readonly other: number;
}

/** Keys without a quantile or a point forecast are left out. Linear in the number of rows. */
export function slotsOf(long: LongForecast, { keyOf, firstRows }: KeyRows): Slots {
  const rowsOf = new Map<number | 'point', Int32Array>();
  const isFilled = new Uint8Array(firstRows.length);
  let repeated = 0;
  let other = 0;
  for (let row = 0; row < keyOf.length; row++) {
    const slot = slotOf(long, row);
    if (slot === undefined) {
      other++;
      continue;
    }
    const key = keyOf[row]!;
    const own = rowsOf.get(slot) ?? new Int32Array(firstRows.length).fill(-1);
    rowsOf.set(slot, own);
    isFilled[key] = 1;
    if (own[key]! < 0) own[key] = row;
    else repeated++;
  }
  const filled = (rows: Int32Array) => rows.filter((_, key) => isFilled[key] === 1);
  return {
    firstRows: filled(firstRows),
    rowsOf: new Map([...rowsOf].map(([slot, rows]) => [slot, filled(rows)])),
    repeated,
    other,
  };
}
