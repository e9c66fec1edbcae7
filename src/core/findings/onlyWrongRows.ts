import { plural } from '../../shared/text';
import { isClassifier } from '../measures/confusionCounts';
import type { ModelDetector } from './detector';

/** Five wrong labels in a row can still be chance; of two classes, once in 32 tables. */
const minRows = 5;

/** Not a single label is right, as in a file that kept only the mistakes. */
export const onlyWrongRows: ModelDetector = ({ model, title }) => {
  if (!isClassifier(model) || model.n < minRows) return null;
  if (model.predicted.some((code, i) => code === model.target[i])) return null;
  const cause =
    model.task === 'binary'
      ? 'Either only the wrong rows were saved, or the two classes are exchanged; exchanged, accuracy would be 100 %.'
      : 'Either only the wrong rows were saved, or the classes are named differently in the two columns.';
  return {
    id: 'only-wrong-rows',
    text: `${title} is wrong on all ${plural(model.n, 'row')}. ${cause}`,
    evidence: { model: title, rows: model.n },
    weight: 0.86,
  };
};
