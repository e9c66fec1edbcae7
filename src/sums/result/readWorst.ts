import type { WorstRow } from '../../shared/lossReport';
import type { layouts } from '../layouts';
import { columnOf, numberIn, type ResultTable } from './resultTable';

/** One of the rows that cost the most, as the second statement returns it. */
export interface WorstOfSums {
  /** Index into `About.models`. */
  readonly model: number;
  readonly row: WorstRow;
}

type Reader = (
  result: ResultTable,
  row: number,
) => Pick<WorstRow, 'target' | 'prediction' | 'error' | 'loss' | 'probability' | 'region'>;

const readers: Readonly<Record<keyof typeof layouts, Reader>> = {
  regression: (result, row) => {
    const target = numberOf(result, 'y0_', row);
    const prediction = numberOf(result, 'p0_', row);
    const error = prediction - target;
    return { target, prediction, error, loss: error * error };
  },
  errors: (result, row) => {
    const error = numberOf(result, 'p0_', row);
    return { target: null, prediction: error, error, loss: error * error };
  },
  binary: (result, row) => {
    const isPositive = numberOf(result, 'l0_', row) === 1;
    const p = numberOf(result, 'p0_', row);
    const names = [
      `not ${result.about.positive ?? 'positive'}`,
      result.about.positive ?? 'positive',
    ];
    const probability = isPositive ? p : 1 - p;
    return {
      target: names[Number(isPositive)]!,
      prediction: names[Number(p >= 0.5)]!,
      error: null,
      loss: 0 - Math.log(probability),
      probability,
      region: regionOf(p >= 0.5 === isPositive, Math.max(p, 1 - p)),
    };
  },
  multiclass: (result, row) => {
    const { classes } = result.about;
    const truth = numberOf(result, 'l0_', row);
    const guess = numberOf(result, 'g1_', row);
    const probability = numberOf(result, 'v1_', row);
    return {
      target: classes[truth] ?? null,
      prediction: classes[guess] ?? null,
      error: null,
      loss: 0 - Math.log(probability),
      probability,
    };
  },
};

function numberOf(result: ResultTable, name: string, row: number): number {
  return numberIn(result, columnOf(result, name), row);
}

function regionOf(isRight: boolean, confidence: number): NonNullable<WorstRow['region']> {
  if (confidence < 2 / 3) return 'unsure';
  return isRight ? 'confident-right' : 'confident-wrong';
}

/** The rows of a result of the second statement, the costliest first; their lines are those of the result. */
export function readWorst(result: ResultTable, source: number): readonly WorstOfSums[] {
  const { table, about } = result;
  const read = readers[about.task];
  const rows = Array.from(
    { length: table.rows },
    (_, row): WorstOfSums => ({
      model: numberOf(result, 'model_', row) - 1,
      row: {
        line: table.lineOf(row),
        ...(source === 0 ? {} : { source }),
        row,
        ...read(result, row),
      },
    }),
  );
  return rows.sort((a, b) => b.row.loss - a.row.loss);
}
