import type { NameRole, NameRoleId } from '../../../names/nameRole';
import { plain } from '../../../names/tokens';
import { type Candidate, isNumeric } from '../candidate';
import { addUpToOne } from './shares';
import { withUnseen } from './unseenClasses';

/** Columns of one model with one probability or logit per class. */
export interface ClassGroup {
  /** What the names say of the model, in lower case: `rf` for `rf_prob_0` and `rf_prob_1`. */
  readonly key: string;
  /** The model's name where a person gave one. */
  readonly name?: string;
  readonly isLogit: boolean;
  readonly columns: readonly Candidate[];
  /** Class of each column by its name. */
  readonly classes: readonly string[];
}

const classRoles: ReadonlySet<NameRoleId> = new Set([
  'probability',
  'confidence',
  'score',
  'logit',
  'label',
]);

interface Part {
  readonly key: string;
  readonly label: string;
}

/** Class names by what is left of them without case, accents and kind of separator. */
export type ClassNames = ReadonlyMap<string, string>;

export function classNamesOf(labels: readonly string[]): ClassNames {
  return new Map(labels.map(label => [fold(label), label]));
}

/** Groups of at least two columns whose names differ in the class alone. */
export function classGroupsOf(
  candidates: readonly Candidate[],
  labels: readonly string[],
): ClassGroup[] {
  const found = groupsByName(candidates, labels);
  return found.length > 0 ? found : groupsByLetters(candidates, labels);
}

function groupsByName(candidates: readonly Candidate[], labels: readonly string[]): ClassGroup[] {
  const names = classNamesOf(labels);
  const groups = new Map<string, { isLogit: boolean; columns: Candidate[]; classes: string[] }>();
  for (const candidate of candidates) {
    const part = isNumeric(candidate) ? partOf(candidate, names) : undefined;
    if (part === undefined) continue;
    const isLogit = candidate.said?.role === 'logit';
    const group = groups.get(`${part.key}/${isLogit}`) ?? { isLogit, columns: [], classes: [] };
    group.columns.push(candidate);
    group.classes.push(part.label);
    groups.set(`${part.key}/${isLogit}`, group);
  }
  const taken = new Set([...groups.values()].flatMap(({ columns }) => columns));
  const free = candidates.filter(one => isNumeric(one) && !taken.has(one));
  return [...groups]
    .map(([key, group]) => ({ ...group, key: key.slice(0, key.lastIndexOf('/')) }))
    .map(group => ({ ...group, ...withUnseen(group, free) }))
    .filter(group => isClassGroup(group, labels));
}

/** `H`, `D` and `A` beside chances of `home`, `draw` and `away` that add up to 1. */
function groupsByLetters(
  candidates: readonly Candidate[],
  labels: readonly string[],
): ClassGroup[] {
  const columns = candidates.filter(
    one => isNumeric(one) && one.said?.role === 'probability' && one.said.stem !== '',
  );
  if (labels.length < 2 || columns.length !== labels.length || !addUpToOne(columns)) return [];
  const classes = columns.map(({ said }) => {
    const own = labels.filter(label => fold(said!.stem).startsWith(fold(label)));
    return own.length === 1 ? own[0]! : undefined;
  });
  if (new Set(classes).size < labels.length || classes.includes(undefined)) return [];
  return [{ key: '', isLogit: false, columns, classes: classes.map(label => label!) }];
}

/** The class a column is for, judged by its name and the classes of the target. */
export function partOf({ name, said }: Candidate, classes: ClassNames): Part | undefined {
  const whole = classes.get(fold(name));
  if (whole !== undefined) return { key: '', label: whole };
  const role = said !== null && classRoles.has(said.role) ? said : undefined;
  return (
    itemPart(name, classes, role !== undefined) ??
    (role && rolePart(role, classes)) ??
    textSuffix(name, classes) ??
    textInside(name, classes)
  );
}

/** `probabilities[dog]`; of scores `probabilities[fish]` too, though the target may have no fish. */
function itemPart(name: string, classes: ClassNames, isScore: boolean): Part | undefined {
  const [, list, item] = /^(.+)\[([^[\]]+)\]$/.exec(name) ?? [];
  if (list === undefined || item === undefined || /^\d+$/.test(item)) return undefined;
  const label = classes.get(fold(item)) ?? (isScore ? item : undefined);
  return label === undefined ? undefined : { key: fold(list), label };
}

/** The class that the name of a score says, or that stands at one of its ends. */
function rolePart(said: NameRole, classes: ClassNames): Part | undefined {
  const { classLabel, stem, before, after } = said;
  if (classLabel !== undefined) {
    const label = classes.get(fold(classLabel)) ?? classLabel;
    return { key: fold(stem) === fold(classLabel) ? '' : otherPart(said, classLabel), label };
  }
  const last = classes.get(fold(after));
  if (last !== undefined && after !== '') return { key: fold(before), label: last };
  const first = classes.get(fold(before));
  return first !== undefined && before !== '' ? { key: fold(after), label: first } : undefined;
}

function otherPart({ before, after }: NameRole, label: string): string {
  return fold(after) === fold(label) ? fold(before) : fold(after || before);
}

/** `rf_setosa` and `.pred_setosa` for the class setosa; numbers are no evidence (`x_1`). */
function textSuffix(name: string, classes: ClassNames): Part | undefined {
  const text = fold(name);
  for (let at = text.indexOf('_', 1); at > 0; at = text.indexOf('_', at + 1)) {
    const label = classes.get(text.slice(at + 1));
    if (label !== undefined && Number.isNaN(Number(label)))
      return { key: text.slice(0, at), label };
  }
  return undefined;
}

/** A name of more words says nothing about a class. */
const maxWords = 12;

/**
 * `Tree (setosa)`, `churn_yes_scores`, `setosa / forest`: the one class whose words stand anywhere in the name, the
 * longest where one is part of another; what stands around it is the model's.
 */
function textInside(name: string, classes: ClassNames): Part | undefined {
  const words = spoken(name);
  if (words.length < 2 || words.length > maxWords) return undefined;
  const byWords = new Map(
    [...classes.values()].map(label => [spoken(label).join('_'), label] as const),
  );
  if (byWords.size < classes.size) return undefined;
  for (let size = words.length - 1; size > 0; size--) {
    const found = words.flatMap((_, at) => {
      const label = byWords.get(words.slice(at, at + size).join('_'));
      return label === undefined || at + size > words.length || !Number.isNaN(Number(label))
        ? []
        : [{ label, key: [...words.slice(0, at), ...words.slice(at + size)].join('_') }];
    });
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** The words of a name, whatever stands between them. */
function spoken(text: string): readonly string[] {
  return plain(text.slice(0, maxName))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');
}

/** Names longer than this say nothing about a class. */
const maxName = 200;

function fold(text: string): string {
  return plain(text.slice(0, maxName).trim()).replace(/[\s_.-]+/g, '_');
}

/** Enough columns for the classes, or columns that add up to 1. */
function isClassGroup(group: Omit<ClassGroup, 'key'>, labels: readonly string[]): boolean {
  if (group.columns.length < 2 || new Set(group.classes).size < group.classes.length) return false;
  const named = new Set(group.classes);
  if (labels.every(label => named.has(label))) return true;
  return group.columns.length >= labels.length && (group.isLogit || addUpToOne(group.columns));
}
