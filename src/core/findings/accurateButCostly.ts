import { percent, significant } from '../../shared/text';
import { shareInterval } from '../uncertainty/shareInterval';
import type { ModelDetector } from './detector';

const minRows = 30;
/** A log loss a hair below that of the class shares is no better. */
const smallestSkill = 0.02;

/** Right more often than the most frequent class, and yet with a log loss no better than that of the class shares. */
export const accurateButCostly: ModelDetector = ({ model, report, title }) => {
  if (report === undefined || model.n < minRows) return null;
  const { log_loss: logLoss, accuracy } = report.values;
  const baseline = report.baseline?.log_loss;
  const always = report.baseline?.accuracy;
  if (logLoss === undefined || accuracy === undefined) return null;
  if (baseline === undefined || always === undefined || !Number.isFinite(logLoss)) return null;
  const interval = shareInterval(accuracy, model.n, model.weight);
  if (interval === null || interval.low <= always) return null;
  if (1 - logLoss / baseline >= smallestSkill) return null;
  return {
    id: 'accurate-but-costly',
    text: `${title} is right on ${percent(accuracy)} of the rows, more than the ${percent(always)} of always naming the most frequent class; but its log loss is ${significant(logLoss, 4)}, and giving every row the class shares has ${significant(baseline, 4)}. What it says is mostly right, how sure it says it is not: a few confident mistakes cost more than all else.`,
    evidence: { model: title, accuracy, always, logLoss, baseline },
    weight: 0.76,
  };
};
