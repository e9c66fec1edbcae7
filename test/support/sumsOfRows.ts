import type { Cell } from '../../src/sums/result/cell';

/** One usable row: an error, a pair, a label with its probability, or a class with those of all classes. */
export interface SummedRow {
  readonly target: number;
  readonly prediction: number;
  readonly weight: number;
  /** Of class columns; `target` is the index of the true class then. */
  readonly chances?: readonly number[];
}

type Of = Readonly<Record<string, number>>;

/** What a statement would return for these rows, worked out from the meaning of its columns. */
export function cellsOfRows(
  task: 'regression' | 'errors' | 'binary' | 'multiclass',
  rows: readonly SummedRow[],
): readonly Cell[] {
  const centre = rows[0]?.target ?? 0;
  const cells = new Map<string, { n: number; of: Record<string, number> }>();
  for (const row of rows) {
    const { keys, sums, ends } = task === 'regression' ? pair(row, centre) : others[task](row);
    const key = JSON.stringify(keys);
    const cell = cells.get(key);
    if (cell === undefined) {
      cells.set(key, { n: 1, of: { ...keys, ...sums, lo: ends, hi: ends } });
      continue;
    }
    cell.n += 1;
    for (const [name, value] of Object.entries(sums)) {
      if (name !== 'c') cell.of[name] = cell.of[name]! + value;
    }
    cell.of['lo'] = Math.min(cell.of['lo']!, ends);
    cell.of['hi'] = Math.max(cell.of['hi']!, ends);
  }
  return [...cells.values()].map(({ n, of }) => ({ status: 'used', model: 0, by: [], n, of }));
}

interface OfRow {
  readonly keys: Of;
  readonly sums: Of;
  /** What the smallest and the largest of the bin are taken of. */
  readonly ends: number;
}

const others: Readonly<Record<'errors' | 'binary' | 'multiclass', (row: SummedRow) => OfRow>> = {
  errors: ({ prediction, weight: w }) => ofError(prediction, w),
  binary: ({ target, prediction: p, weight: w }) => {
    const truth = target === 1 ? p : 1 - p;
    const ln = (x: number) => (x > 0 ? -Math.log(x) : 0);
    return {
      keys: { label: target, bin: Math.floor(p * 1000) },
      ends: p,
      sums: {
        w,
        p: w * p,
        sq: w * (1 - truth) ** 2,
        lnp: w * ln(p),
        lnq: w * ln(1 - p),
        zp: p === 0 ? w : 0,
        zq: p === 1 ? w : 0,
        sph: (w * truth) / Math.hypot(p, 1 - p),
        foc: w * (1 - truth) ** 2 * ln(truth),
      },
    };
  },
  multiclass: ({ target, chances = [], weight: w }) => {
    const guess = chances.indexOf(Math.max(...chances));
    const most = chances[guess]!;
    const truth = chances[target]!;
    const before = chances.filter(
      (p, k) => k !== target && (p > truth || (p === truth && k > target)),
    );
    const ln = truth > 0 ? -Math.log(truth) : 0;
    return {
      keys: { truth: target, guess, bin: Math.floor(most * 100) },
      ends: most,
      sums: {
        w,
        p: w * most,
        sq: w * chances.reduce((sum, p, k) => sum + (p - Number(k === target)) ** 2, 0),
        ln: w * ln,
        z: truth === 0 ? w : 0,
        sph: (w * truth) / Math.hypot(...chances),
        empty: 0,
        foc: w * (1 - truth) ** 2 * ln,
        two: before.length < 2 ? w : 0,
      },
    };
  },
};

function ofError(e: number, w: number): OfRow {
  const size = Math.abs(e);
  return {
    keys: { sign: Math.sign(e), bin: size > 0 ? Math.floor(8 * Math.log2(size)) : 0 },
    ends: size,
    sums: { w, e: w * e, ee: w * e * e },
  };
}

function pair({ target: y, prediction: p, weight: w }: SummedRow, c: number): OfRow {
  const own = ofError(p - y, w);
  const size = Math.abs(p - y);
  const hits = [0.01, 0.05, 0.1, 0.2, 0.5].map((tolerance, i) => [
    `tol${i + 1}`,
    w * Number(size <= tolerance * Math.abs(y)),
  ]);
  return {
    ...own,
    sums: {
      ...own.sums,
      ...(Object.fromEntries(hits) as Of),
      ...{ c, y: w * (y - c), yy: w * (y - c) ** 2, ya: w * Math.abs(y) },
      yz: w * Number(y === 0),
      nz: Number(y === 0),
      rel: y === 0 ? 0 : (w * size) / Math.abs(y),
      sym: size === 0 ? 0 : (w * 2 * size) / (Math.abs(y) + Math.abs(p)),
      ...ofSigns('log', y >= 0 && p >= 0, w, () => (Math.log1p(p) - Math.log1p(y)) ** 2),
      ...ofSigns('poi', y >= 0 && p > 0, w, () => 2 * (logRatio(y, p) + p - y)),
      ...ofSigns('gam', y > 0 && p > 0, w, () => 2 * (Math.log(p / y) + y / p - 1)),
      twe: y >= 0 && p > 0 ? (w * 4 * (Math.sqrt(y) - Math.sqrt(p)) ** 2) / Math.sqrt(p) : 0,
    },
  };
}

/** What a loss that needs certain signs costs, and whether the row is one that it does not exist for. */
function ofSigns(name: string, isDefined: boolean, w: number, loss: () => number): Of {
  return { [name]: isDefined ? w * loss() : 0, [`n${name}`]: Number(!isDefined) };
}

function logRatio(y: number, p: number): number {
  return y === 0 ? 0 : y * Math.log(y / p);
}
