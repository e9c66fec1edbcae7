import type { LabelColumn } from '../../core/samples/samples';
import type { Column } from '../../readers/table';
import { labelsOf } from '../labels';
import { classKeysOf } from './classKeys';

/**
 * Columns of class names in the codes of `classes`, spellings that mean the same class taken as one. A label
 * that is no class has a code beyond theirs.
 */
export function classLabels(columns: readonly Column[], classes: readonly string[]): LabelColumn[] {
  const own = columns.map(labelsOf);
  const { keyOf } = classKeysOf([...own.map(({ labels }) => labels), classes]);
  const codeOf = new Map(classes.map((label, code) => [keyOf(label), code]));
  return own.map(({ codes, labels }, i) => {
    const unknown = labels.filter(label => !codeOf.has(keyOf(label)));
    const all = [...classes, ...unknown];
    const recoded = labels.map(
      label => codeOf.get(keyOf(label)) ?? all.indexOf(label, classes.length),
    );
    return {
      name: columns[i]!.name,
      labels: all,
      codes: codes.map(code => (code < 0 ? -1 : recoded[code]!)),
    };
  });
}
