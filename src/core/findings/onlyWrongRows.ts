import { plural } from '../../shared/text';
import { isClassifier } from '../measures/confusionCounts';
import type { ModelDetector } from './detector';

/** Five wrong labels in a row can still be chance; of two classes, once in 32 tables. */
const fewestRows = 5;

/** Not a single label is right, as in a file that kept only the mistakes. */
export const onlyWrongRows: ModelDetector = ({ usable, title }) => {
  if (!isClassifier(usable) || usable.n < fewestRows) return null;
  if (usable.predicted.some((code, i) => code === usable.target[i])) return null;
  const cause =
    usable.task === 'binary'
      ? 'Either only the wrong rows were saved, or the two classes are exchanged; exchanged, accuracy would be 100 %.'
      : 'Either only the wrong rows were saved, or the classes are named differently in the two columns.';
  return {
    id: 'only-wrong-rows',
    text: `${title} is wrong on all ${plural(usable.n, 'row')}. ${cause}`,
    evidence: { model: title, rows: usable.n },
    weight: 0.86,
  };
};
