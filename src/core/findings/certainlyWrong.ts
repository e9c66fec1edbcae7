import { listed, plural, significant } from '../../shared/text';
import { clips } from '../measures/clippedVariants';
import { hasProbability, trueProbability } from '../measures/trueProbability';
import { linesAt, whereText } from '../places';
import type { ModelDetector } from './detector';

const named: ReadonlySet<string> = new Set(['scikit-learn', 'Keras', 'PyTorch']);

/** What libraries make of a probability of 0: they clip it, each at its own place. */
const clipped0: readonly (readonly [string, number])[] = clips
  .filter(({ library }) => named.has(library))
  .map(({ library, cost }) => [library, cost(0)]);

/** Probabilities of exactly 0 for the true class make the log loss infinite. */
export const certainlyWrong: ModelDetector = ({ data, model, title, report }) => {
  if (!hasProbability(model) || Number.isFinite(report?.values.log_loss)) return null;
  const probability = trueProbability(model);
  const zeros: number[] = [];
  let rest = 0;
  for (const [i, p] of probability.entries()) {
    if (p <= 0) zeros.push(i);
    else rest -= Math.log(p);
  }
  if (zeros.length === 0) return null;
  const clipped = clipped0.map(([library, cost]) => ({
    library,
    cost,
    logLoss: (rest + zeros.length * cost) / model.n,
  }));
  const lines = linesAt(data, model, zeros);
  const where = whereText(lines, zeros.length);
  const told = clipped.map(({ library, logLoss }) => `${significant(logLoss, 4)} in ${library}`);
  return {
    id: 'certainly-wrong',
    text: `${title} gives the true class a probability of exactly 0 on ${plural(zeros.length, 'row')}${where}, so its log loss is infinite. Libraries clip such probabilities, each differently: the log loss is ${listed(told)}.`,
    evidence: { model: title, rows: zeros.length, clipped },
    weight: 0.74,
    lines,
  };
};
