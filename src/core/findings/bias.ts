import { percent, significant } from '../../shared/text';
import { standardError } from '../statistics/standardError';
import { weightedMean } from '../statistics/weightedMean';
import type { ModelDetector } from './detector';

const minRows = 10;
/** Below a tenth of the squared loss, taking the bias away changes little. */
const smallestShare = 0.1;
/** By chance the mean error lies beyond four standard errors once in 16 000 tables. */
const standardErrors = 4;

/** All predictions are too high, or too low, by about the same amount. */
export const bias: ModelDetector = ({ model, errors, title }) => {
  if (errors === null || model.n < minRows) return null;
  const mean = weightedMean(errors, model.weight);
  const mse = weightedMean(
    errors.map(error => error ** 2),
    model.weight,
  );
  const share = mean ** 2 / mse;
  if (!(share >= smallestShare)) return null;
  if (Math.abs(mean) < standardErrors * standardError(errors, mean, model.weight)) return null;
  const after = Math.max(0, mse - mean ** 2);
  const verb = mean > 0 ? 'too high' : 'too low';
  const fix = mean > 0 ? 'Subtracting that from' : 'Adding that to';
  return {
    id: 'bias',
    text: `${title} is ${significant(Math.abs(mean))} ${verb} on average, which makes ${percent(share)} of its squared loss. ${fix} every prediction would give a mean squared error of ${significant(after)} instead of ${significant(mse)}.`,
    evidence: { model: title, meanError: mean, shareOfMse: share, mse, mseAfter: after },
    weight: 0.3 + 0.4 * share,
  };
};
