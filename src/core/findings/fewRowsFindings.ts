import { fewRows } from '../../shared/headline';
import { workedExample } from '../headline/workedExample';
import { hasProbability } from '../measures/trueProbability';
import { linesAt } from '../places';
import type { ModelDetector } from './detector';

/** A single number that was predicted: its squared error is the whole loss. */
export const singlePrediction: ModelDetector = ({ data, model, title, errors }) => {
  if (
    errors === null ||
    model.task !== 'regression' ||
    model.n !== 1 ||
    !(Math.abs(errors[0]!) > 0)
  )
    return null;
  const { text, detail } = workedExample(model);
  const error = errors[0]!;
  return {
    id: 'single-prediction',
    text: `${text} ${detail}`,
    evidence: { model: title, error, squared: error ** 2 },
    weight: 0.5,
    lines: linesAt(data, model, [0]),
  };
};

/** A few rows with probabilities: what each of them costs. */
export const costOfAProbability: ModelDetector = ({ data, model, title }) => {
  if (!hasProbability(model) || model.n > fewRows) return null;
  const { text, detail } = workedExample(model);
  return {
    id: 'cost-of-a-probability',
    text: `${text} ${detail}`,
    evidence: { model: title, rows: model.n },
    weight: 0.5,
    lines: linesAt(data, model, Array(model.n).keys()),
  };
};
