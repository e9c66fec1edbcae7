import type { ModelReport } from '../../shared/lossReport';
import { plural, significant } from '../../shared/text';
import { picked } from '../comparison/commonRows';
import { type ComparedModels, comparedModels } from '../comparison/comparedModels';
import { errorsOf, hasErrors, type WithErrors } from '../measures/errorsOf';
import { modelTitle } from '../modelTitle';
import { linesAt, whereText } from '../places';
import { columnFill } from '../statistics/fill';
import { topOf } from '../statistics/topOf';
import { weightedMean } from '../statistics/weightedMean';
import { intervalOfMean } from '../uncertainty/meanInterval';
import type { DataDetector } from './detector';

const minRows = 10;
/** Rows that may be set aside to see whether they alone decide: one in a hundred, but at least one. */
const asideShare = 0.01;

/** The squared and the absolute loss name different winners, and a few rows decide which. */
export const outlierSensitive: DataDetector = (data, reports) => {
  if (isOneWinner(reports)) return null;
  const compared = comparedModels(data, hasErrors);
  const { models, common } = compared;
  if (models.length < 2 || common.n < minRows) return null;
  const errors = models.map((model, m) => picked(errorsOf(model), common.samples[m]!));
  const squared = errors.map(column => weightedMean(column.map(error => error ** 2)));
  const absolute = errors.map(column => weightedMean(column.map(Math.abs)));
  const [bySquare, byAbsolute] = [lowest(squared), lowest(absolute)];
  const clear =
    absolute[byAbsolute]! < absolute[bySquare]! && squared[bySquare]! < squared[byAbsolute]!;
  if (!clear) return null;
  const lead = errors[byAbsolute]!.map((error, i) => error ** 2 - errors[bySquare]![i]! ** 2);
  const top = topOf(common.n, Math.ceil(asideShare * common.n), i => lead[i]!);
  const without = (m: number) => meanWithout(errors[m]!, top);
  const [left, right] = [without(byAbsolute), without(bySquare)];
  if (!(left < right) || !isTypicallyBetter(errors[byAbsolute]!, errors[bySquare]!, top))
    return null;
  const [a, b] = [modelTitle(models[bySquare]!), modelTitle(models[byAbsolute]!)];
  const lines = linesOf(compared, byAbsolute, top, data);
  const where = whereText(lines, top.length);
  return {
    id: 'outlier-sensitive-loss',
    text: `${a} has the lower mean squared error, ${b} the lower mean absolute error: ${plural(top.length, 'row')}${where} ${top.length === 1 ? 'decides' : 'decide'} it. Without, ${b} would win by both, with a mean squared error of ${significant(left)} against ${significant(right)}.`,
    evidence: {
      bySquaredError: a,
      byAbsoluteError: b,
      rows: top.length,
      mse: [squared[bySquare]!, squared[byAbsolute]!],
      mseAfter: [right, left],
    },
    weight: 0.68,
    lines,
  };
};

/** Whether, but for the rows set aside, the first is off by less beyond chance: among equally good models anything decides. */
function isTypicallyBetter(
  better: Float64Array,
  other: Float64Array,
  aside: readonly number[],
): boolean {
  const left = new Set(aside);
  const differences = better
    .map((error, i) => Math.abs(error) - Math.abs(other[i]!))
    .filter((_, i) => !left.has(i));
  const values = columnFill(differences);
  const found = intervalOfMean({ n: differences.length, values, weight: undefined });
  return 'high' in found && found.high < 0;
}

/** Whether the report already names one winner under both losses, over the same number of rows. */
function isOneWinner(reports: readonly ModelReport[]): boolean {
  const [first] = reports;
  const comparable = reports.every(({ n, split }) => n === first?.n && split === first.split);
  const mse = reports.map(({ values }) => values.mse ?? Number.NaN);
  const mae = reports.map(({ values }) => values.mae ?? Number.NaN);
  if (reports.length < 2 || !comparable || [...mse, ...mae].some(Number.isNaN)) return false;
  return lowest(mse) === lowest(mae);
}

function lowest(values: readonly number[]): number {
  return values.reduce((best, value, m) => (value < values[best]! ? m : best), 0);
}

function meanWithout(errors: Float64Array, aside: readonly number[]): number {
  const left = new Set(aside);
  return weightedMean(errors.filter((_, i) => !left.has(i)).map(error => error ** 2));
}

function linesOf(
  { models, common }: ComparedModels<WithErrors>,
  m: number,
  top: readonly number[],
  data: Parameters<DataDetector>[0],
): readonly number[] {
  const samples = common.samples[m]!;
  return linesAt(
    data,
    models[m]!,
    top.map(i => samples?.[i] ?? i),
  );
}
