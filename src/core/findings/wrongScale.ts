import type { Finding } from '../../shared/lossReport';
import { linesText, significant } from '../../shared/text';
import { logSumExp, softplus } from '../measures/logistic';
import { shortened } from '../modelTitle';
import type { PredictionData } from '../predictionData';
import type { BinarySamples, MulticlassSamples } from '../samples/samples';
import type { DataDetector } from './detector';

/** One cell outside [0, 1] is a slip; one in twenty is another scale. */
const smallestShare = 0.05;
/** Probabilities may pass 1 by rounding; percent values pass it by far. */
const surelyPercent = 1.5;

/** Columns given as probabilities that hold percent values or logits. */
export function wrongScale(scale: Scale): DataDetector {
  return data => {
    const { samples } = data;
    if (samples.task !== 'binary' && samples.task !== 'multiclass') return null;
    const columns = givenColumns(samples).find(({ values }) => scaleOf(values) === scale);
    return columns === undefined ? null : scaleFinding(data, samples.target.codes, columns, scale);
  };
}

/** The columns of one model: P(positive) alone, or one column for each class. */
interface GivenColumns {
  readonly name: string;
  readonly values: readonly Float64Array[];
}

function givenColumns(samples: BinarySamples | MulticlassSamples): readonly GivenColumns[] {
  const given =
    samples.task === 'binary'
      ? samples.models.map(({ name, probability }) => ({
          name,
          values: probability === undefined ? [] : [probability.values],
        }))
      : samples.models.map(({ name, probabilities }) => ({
          name,
          values: probabilities?.map(column => column.values) ?? [],
        }));
  return given.filter(({ values }) => values.length > 0);
}

type Scale = 'percent' | 'logits';

/** Rows of a column that are looked at. */
const maxRows = 50_000;

/** The scale of values too many of which lie outside [0, 1]; undefined when they are probabilities, or neither. */
function scaleOf(columns: readonly Float64Array[]): Scale | undefined {
  let count = 0;
  let outside = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    const step = Math.ceil(column.length / maxRows);
    for (let row = 0; row < column.length; row += step) {
      const value = column[row]!;
      if (!Number.isFinite(value)) continue;
      count++;
      if (isOutside(value)) outside++;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  if (count === 0 || outside < smallestShare * count) return undefined;
  if (min >= 0) return max > surelyPercent && max <= 100 ? 'percent' : undefined;
  return 'logits';
}

const isOutside = (value: number) => value < 0 || value > 1;

const words: Readonly<Record<Scale, readonly [string, string]>> = {
  percent: ['percent values', 'Divided by 100'],
  logits: ['logits, that is scores before the sigmoid or softmax', 'Read as logits'],
};

function scaleFinding(
  { lineOf }: PredictionData,
  target: Int32Array,
  { name, values }: GivenColumns,
  scale: Scale,
): Finding {
  const first = firstOutside(values);
  const line = lineOf(first.row);
  const [what, fix] = words[scale];
  const after = lossAfter(target, values, scale);
  const where = line === null ? '' : ` (${linesText([line])})`;
  return {
    id: `${scale}-as-probabilities`,
    text: `The probabilities of ${shortened(name)} look like ${what}: ${significant(first.value)}${where} lies outside 0 to 1. ${fix}, the log loss would be ${significant(after)}.`,
    evidence: { model: name, example: first.value, logLossAfter: after },
    weight: 0.99,
    ...(line === null ? {} : { lines: [line] }),
  };
}

function firstOutside(columns: readonly Float64Array[]): {
  readonly row: number;
  readonly value: number;
} {
  const rows = columns.map(column => column.findIndex(isOutside));
  const row = Math.min(...rows.filter(place => place >= 0));
  const value = columns.map(column => column[row]!).find(isOutside)!;
  return { row, value };
}

/** Mean log loss on the right scale, over the rows that have a target and values. */
function lossAfter(target: Int32Array, columns: readonly Float64Array[], scale: Scale): number {
  const cost = scale === 'percent' ? percentCost : logitCost;
  let sum = 0;
  let count = 0;
  for (const [row, code] of target.entries()) {
    const loss = code < 0 ? Number.NaN : cost(columns, code, row);
    if (Number.isNaN(loss)) continue;
    sum += loss;
    count++;
  }
  return sum / count;
}

type Cost = (columns: readonly Float64Array[], code: number, row: number) => number;

const percentCost: Cost = (columns, code, row) => {
  const [only] = columns;
  if (columns.length === 1)
    return -Math.log(code === 1 ? only![row]! / 100 : 1 - only![row]! / 100);
  return -Math.log(columns[code]![row]! / 100);
};

/** ln(sum of exp(logit)) - own logit; a single logit stands beside 0. */
const logitCost: Cost = (columns, code, row) => {
  const own = columns[columns.length === 1 ? 0 : code]![row]!;
  if (columns.length > 1) return logSumExp(columns, row) - own;
  return softplus(code === 1 ? -own : own);
};
