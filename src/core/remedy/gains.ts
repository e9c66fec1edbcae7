import { thinnedSamples } from '../comparison/pickedSamples';
import { fastPaths } from '../fastPaths/fastPaths';
import { hasErrors } from '../measures/errorsOf';
import { hasProbability } from '../measures/trueProbability';
import type { BinaryModelSamples, ModelSamples } from '../samples/modelSamples';
import { sortedOrder } from '../statistics/sortedOrder';
import { classTemperature } from './classTemperature';
import { crossFit, type Gain } from './crossFit';
import { rescale, shift } from './numberRemedies';
import { isotonic, logOddsOf, oddsShift, otherThreshold, temperature } from './probabilityRemedies';
import type { Remedy } from './remedy';

const mostRows = fastPaths.won.from - 1;
/** Of fewer rows, or rows of either class, nothing can be said. */
const leastRows = 50;
const leastOfClass = 10;

/** What remedies take away from a model's loss, or why that cannot be said. */
export type Gains =
  | { readonly gains: readonly Gain[]; readonly rows: number }
  | { readonly none: string };

/** Cross-fits every remedy that the model's outputs permit. */
export function gainsOf(model: ModelSamples): Gains {
  const some = model.n > mostRows ? thinnedSamples(model, mostRows) : model;
  const none = whyNone(some);
  if (none !== null) return { none };
  const remedies = remediesOf(some).filter(({ before }) => before.every(Number.isFinite));
  const { n, weight } = some;
  const gains = remedies.map(remedy => crossFit(remedy, n, weight, remedies.length));
  return { gains, rows: n };
}

function whyNone({ n, ...model }: ModelSamples): string | null {
  if (n < leastRows)
    return `${leastRows} rows at least are needed to fit on some and judge on others`;
  if (model.weight?.every(w => w === 0) === true) return 'all weights are zero';
  if (model.task !== 'binary') return null;
  const positive = model.target.reduce((sum, y) => sum + y, 0);
  return Math.min(positive, n - positive) < leastOfClass
    ? `${leastOfClass} rows at least of either class are needed`
    : null;
}

function remediesOf(model: ModelSamples): readonly Remedy[] {
  if (hasErrors(model)) return [shift(model), rescale(model)].filter(remedy => remedy !== null);
  if (model.task === 'multiclass') return [classTemperature(model)].filter(one => one !== null);
  return model.task === 'binary' ? binaryRemedies(model) : [];
}

function binaryRemedies(model: BinaryModelSamples): readonly Remedy[] {
  const score = model.probability ?? model.margin;
  if (score === undefined) return [];
  const order = sortedOrder(score);
  if (!hasProbability(model)) return [otherThreshold(model, order)];
  const odds = logOddsOf(model);
  return [
    ...(odds.every(Number.isFinite) ? [oddsShift(model, odds), temperature(model, odds)] : []),
    isotonic(model, order),
    otherThreshold(model, order),
  ];
}
