import type { NameRoleId } from '../../../names/nameRole';
import { listed } from '../../../shared/text';
import { sortClasses } from '../../samples/classKeys';
import type { Candidate } from '../candidate';
import type { Draft } from '../draft';
import { chosenColumns, type Survey } from '../survey';
import { binaryModels } from './binaryModels';
import { chosenGroups } from './chosenGroups';
import { type ClassGroup, classGroupsOf } from './classColumns';
import { classesOf } from './classesOf';
import { withoutComplements } from './complements';
import { assemble } from './modelParts';
import { multiclassModels } from './multiclassModels';
import { addUpToOne } from './shares';
import { useOf } from './useOf';

/** Models of a classification: hard labels together with the scores of the same model. */
export function classifiersOf(
  survey: Survey,
  target: Candidate,
  columns: readonly Candidate[],
): Draft {
  const hard = columns.filter(one => useOf(target, one) === 'label');
  const found = classesOf(target, hard);
  const isChosen = chosenColumns(survey.choices).length > 0;
  const groups = isChosen
    ? chosenGroups(survey, found.labels)
    : classGroupsOf(possibleScores(survey, target, columns, hard, found.labels), found.labels);
  const grouped = new Set(groups.flatMap(group => group.columns));
  const labelled = new Set(hard);
  const free = columns.filter(one => !labelled.has(one) && !grouped.has(one));
  const singles = isChosen ? free : withoutComplements(free, target, found.labels);
  const parts = assemble(target, hard, groups, singles);
  const named = classNames(found.labels, groups);
  const isBinary =
    survey.choices.task !== 'multiclass' && canBeBinary(named.labels, groups, hard.length > 0);
  const models = isBinary ? binaryModels : multiclassModels;
  const draft = models(survey, named.labels, parts);
  return { ...draft, notes: [...found.notes, ...named.notes, ...draft.notes] };
}

const openRoles: ReadonlySet<NameRoleId> = new Set(['label', 'group']);

function possibleScores(
  { candidates }: Survey,
  target: Candidate,
  columns: readonly Candidate[],
  hard: readonly Candidate[],
  labels: readonly string[],
): Candidate[] {
  const isOpen = ({ said, name }: Candidate) =>
    said === null || openRoles.has(said.role) || labels.includes(name);
  const [own, labelled] = [new Set(columns), new Set([target, ...hard])];
  return candidates.filter(one => !labelled.has(one) && (own.has(one) || isOpen(one)));
}

/** The classes of the columns where they say more than the rows do. */
function classNames(
  labels: readonly string[],
  groups: readonly ClassGroup[],
): { readonly labels: readonly string[]; readonly notes: readonly string[] } {
  const [group] = groups;
  if (group === undefined) return { labels, notes: [] };
  const known = labels.every(label => group.classes.includes(label));
  if (known) return { labels: sortClasses(group.classes), notes: [] };
  const note =
    `${listed(group.columns.map(({ name }) => `"${name}"`))} are taken for the classes ` +
    `${listed(labels)} in sorted order, because their names do not say which is which.`;
  const missing = group.columns.length - labels.length;
  const unnamed = Array.from({ length: missing }, (_, i) => `class ${labels.length + i + 1}`);
  return { labels: [...labels, ...unnamed], notes: [note] };
}

/** Logits of two classes make one probability only through a softmax. */
function canBeBinary(
  labels: readonly string[],
  groups: readonly ClassGroup[],
  hasLabels: boolean,
): boolean {
  const complementary = groups.every(group =>
    group.isLogit ? hasLabels : addUpToOne(group.columns),
  );
  return labels.length <= 2 && complementary;
}
