import { RequestError } from '../../../readers/readError';
import type { Table } from '../../../readers/table';
import { listed, plural } from '../../../shared/text';
import type { ModelRoles } from '../../roles';
import { positiveOf, sortClasses } from '../../samples/classKeys';
import type { Candidate } from '../candidate';
import type { Draft } from '../draft';
import { labelKey } from '../facts';
import { chosenColumns, type Survey } from '../survey';
import { cutOf } from './labelCut';
import { distinct } from './modelName';
import { inOrder, type ModelParts, nameOf } from './modelParts';
import { oddSum } from './shares';
import { spokenClass } from './spokenClass';
import { isTopConfidence } from './topConfidence';

/** Models of two classes; a probability is that of the positive class. */
export function binaryModels(
  survey: Survey,
  labels: readonly string[],
  parts: readonly ModelParts[],
): Draft {
  const { classes, notes: chosen } = twoClasses(survey, labels, parts);
  const notes = [...chosen];
  const models = parts.flatMap(one => {
    const probability = probabilityOf(one, labels, classes, survey, notes);
    const margin = one.margin;
    notes.push(...sumNotes(one, survey), ...cutNotes(one, probability, classes[1], survey));
    const isLogit = margin?.said?.role === 'logit';
    const model: Omit<ModelRoles, 'name'> = {
      ...(one.label === undefined ? {} : { prediction: one.label.name }),
      ...(probability === undefined ? {} : { probability: [probability] }),
      ...(margin === undefined ? {} : { margin: margin.name, marginIsLogit: isLogit }),
    };
    return Object.keys(model).length === 0 ? [] : [{ name: nameOf(one), ...model }];
  });
  return { task: 'binary', models: distinct(models), classes, positive: classes[1], notes };
}

/** `[negative, positive]`. */
function twoClasses(
  { choices, table }: Survey,
  labels: readonly string[],
  parts: readonly ModelParts[],
): { readonly classes: readonly [string, string]; readonly notes: readonly string[] } {
  const both = labels.length > 1 ? labels : withOther(labels[0] ?? '1');
  const wanted =
    choices.positive === undefined ? undefined : chosenClass(choices.positive, both, table);
  const told = wanted === undefined ? spokenClass(both, parts) : undefined;
  const positive = wanted ?? told?.label ?? positiveOf(both);
  const isUnusual = told !== undefined && positive !== positiveOf(both);
  return {
    classes: [both.find(label => label !== positive)!, positive],
    notes: isUnusual ? [told.note] : [],
  };
}

function chosenClass(positive: string, classes: readonly string[], table: Table): string {
  const found = classes.find(label => labelKey(label) === labelKey(positive));
  if (found !== undefined) return found;
  const there = listed(classes.map(label => `"${label}"`));
  throw new RequestError(
    { source: table.name },
    `there is no class "${positive}"; there are ${there}`,
  );
}

/** A target with one class alone still has another that it could have had. */
function withOther(label: string): string[] {
  return sortClasses([label, opposites.get(label) ?? `not ${label}`]);
}

const opposites: ReadonlyMap<string, string> = new Map([
  ['0', '1'],
  ['1', '0'],
  ['2', '1'],
  ['-1', '1'],
]);

function probabilityOf(
  { group, probability, label }: ModelParts,
  labels: readonly string[],
  [negative, positive]: readonly [string, string],
  survey: Survey,
  notes: string[],
): string | undefined {
  if (group !== undefined && !group.isLogit)
    return inOrder(group, labels)[labels.indexOf(positive)];
  if (probability === undefined || label === undefined) return probability?.name;
  if (isTopConfidence(probability, label)) {
    notes.push(confidenceNote(probability));
    return undefined;
  }
  if (!isTurned(probability, label, negative, survey)) return probability.name;
  notes.push(turnedNote(probability, label, negative, positive));
  return undefined;
}

/** A distance, or the chance of the other class: the labels are cut from it the other way round. */
function isTurned(
  probability: Candidate,
  label: Candidate,
  negative: string,
  { table, choices }: Survey,
): boolean {
  if (table.rows < fewest || chosenColumns(choices).includes(probability.name)) return false;
  return cutOf(probability, label, negative) !== undefined;
}

function turnedNote(
  { name }: Candidate,
  label: Candidate,
  negative: string,
  positive: string,
): string {
  return (
    `"${name}" is left out: "${label.name}" is ${negative} where it is high, so it is no probability of ` +
    `${positive}; if it is one of ${negative}, choose that as the positive class.`
  );
}

/** Two class columns that do not add up to 1: both cannot be right. */
function sumNotes({ group }: ModelParts, { table }: Survey): string[] {
  const odd = group === undefined || group.isLogit ? undefined : oddSum(group.columns);
  if (odd === undefined) return [];
  const line = table.lineOf(odd.row);
  const place = line === null ? `row ${odd.row + 1}` : `line ${line}`;
  const names = listed(group!.columns.map(({ name }) => `"${name}"`));
  const sum = Number(odd.sum.toPrecision(6));
  return [
    `${names} do not add up to 1 in ${plural(odd.count, 'row')} (${sum} on ${place}); ` +
      'the column of the positive class is used as it is.',
  ];
}

/** Labels of the file's own that follow its probabilities, but not from one half on. */
function cutNotes(
  { label, group, probability }: ModelParts,
  used: string | undefined,
  positive: string,
  survey: Survey,
): string[] {
  const scores = [probability, ...(group?.columns ?? [])].find(one => one?.name === used);
  if (label === undefined || scores === undefined) return [];
  const cut = cutOf(scores, label, positive);
  if (cut === undefined || (cut.above < 0.5 && cut.from >= 0.5) || survey.table.rows < fewest)
    return [];
  return [
    `The labels of "${label.name}" are cut from "${scores.name}" at about ${cut.text}, not at 0.5; ` +
      'accuracy and its kin go by the labels.',
  ];
}

/** Fewer rows lie on two sides of a point by chance. */
const fewest = 10;

function confidenceNote({ name }: Candidate): string {
  return `"${name}" is left out: it is the confidence in the predicted class, not the probability of one class.`;
}
