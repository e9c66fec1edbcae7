import { listed } from '../../../shared/text';
import type { ModelRoles } from '../../roles';
import type { Candidate } from '../candidate';
import type { Draft } from '../draft';
import type { Survey } from '../survey';
import type { ClassGroup } from './classColumns';
import { distinct } from './modelName';
import { inOrder, type ModelParts, nameOf } from './modelParts';

/** Models of any number of classes, with one probability or logit column per class. */
export function multiclassModels(
  _: Survey,
  labels: readonly string[],
  parts: readonly ModelParts[],
): Draft {
  const singles = parts
    .flatMap(part => [isConfident(part) ? undefined : part.probability, part.margin])
    .filter(one => one !== undefined);
  const notes = singles.length === 0 ? [] : [singlesNote(singles, labels.length)];
  const models = parts.flatMap(one => {
    const model: Omit<ModelRoles, 'name'> = {
      ...(one.label === undefined ? {} : { prediction: one.label.name }),
      ...(one.group === undefined ? {} : groupRoles(one.group, labels)),
      ...(isConfident(one) ? { confidence: one.probability!.name } : {}),
    };
    return Object.keys(model).length === 0 ? [] : [{ name: nameOf(one), ...model }];
  });
  return { task: 'multiclass', models: distinct(models), classes: labels, positive: null, notes };
}

/** A single probability beside hard labels of several classes is the confidence in those labels. */
function isConfident({ label, group, probability }: ModelParts): boolean {
  return label !== undefined && group === undefined && probability !== undefined;
}

function groupRoles(group: ClassGroup, labels: readonly string[]): Partial<ModelRoles> {
  const columns = inOrder(group, labels);
  return group.isLogit ? { logits: columns } : { probability: columns };
}

function singlesNote(singles: readonly Candidate[], classes: number): string {
  const names = listed(singles.slice(0, 5).map(({ name }) => `"${name}"`));
  return `${names} left out: one column cannot hold the probabilities of ${classes} classes.`;
}
