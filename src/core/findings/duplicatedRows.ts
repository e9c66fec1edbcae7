import { plural, significant } from '../../shared/text';
import { linesAt, whereText } from '../places';
import type { RegressionModelSamples } from '../samples/modelSamples';
import type { ModelDetector } from './detector';

const minCopies = 3;
/** Two copies in a hundred rows are no accident when both numbers are long. */
const smallestShare = 0.02;
const maxRows = 200_000;
/** Numbers with fewer digits repeat by themselves. */
const longDigits = 5;

/** Rows with the very same target and prediction, which count twice. Only numbers long enough to prove it. */
export const duplicatedRows: ModelDetector = context => {
  const { data, model, title } = context;
  if (model.task !== 'regression' || model.n > maxRows) return null;
  const errors = context.errors!;
  const copies = copiesOf(model);
  const share = copies.length / model.n;
  if (copies.length < minCopies || share < smallestShare) return null;
  const repeated = new Set(copies);
  const mean = (keep: (i: number) => boolean) => meanSquare(errors, keep);
  const mse = mean(() => true);
  const after = mean(i => !repeated.has(i));
  const lines = linesAt(data, model, copies);
  const where = whereText(lines, copies.length);
  return {
    id: 'duplicated-rows',
    text: `${plural(copies.length, 'row')}${where} repeat an earlier row of ${title} digit for digit and count once more. Without them the mean squared error would be ${significant(after)} instead of ${significant(mse)}.`,
    evidence: { model: title, rows: copies.length, mse, mseAfter: after },
    weight: 0.35 + 0.4 * share,
    lines,
  };
};

/** Samples whose target and prediction were both there before. */
function copiesOf({ n, target, prediction }: RegressionModelSamples): readonly number[] {
  const seen = new Map<number, Set<number>>();
  const copies: number[] = [];
  for (let i = 0; i < n; i++) {
    if (!isLong(prediction[i]!)) continue;
    const targets = seen.get(prediction[i]!) ?? new Set();
    if (targets.has(target[i]!)) copies.push(i);
    seen.set(prediction[i]!, targets.add(target[i]!));
  }
  return copies;
}

function isLong(value: number): boolean {
  return Number(value.toPrecision(longDigits)) !== value;
}

function meanSquare(errors: Float64Array, keep: (i: number) => boolean): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < errors.length; i++) {
    if (!keep(i)) continue;
    sum += errors[i]! ** 2;
    count++;
  }
  return sum / count;
}
