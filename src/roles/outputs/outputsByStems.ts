import type { NameRoleId } from '../../names/nameRole';
import type { OutputColumns, Table } from '../../readers/table';
import { remembered } from '../../shared/remembered';
import {
  type Candidate,
  candidatesOf,
  isNumeric,
  isTextLabels,
  isTwoLabels,
  isTwoValued,
} from '../guess/candidate';
import { splitWords } from '../guess/extras';
import { sharesLabels } from '../guess/likeness';
import { ownersAmong, stemWords } from '../guess/namedPredictions';
import { outputName, restOfName } from './namesOfOutputs';

const predicting: ReadonlySet<NameRoleId> = new Set([
  'prediction',
  'probability',
  'logit',
  'margin',
  'score',
]);
const aside: ReadonlySet<NameRoleId> = new Set(['lower', 'upper', 'quantile', 'sigma', 'variance']);
/** Roles of columns that are no output, whatever is called after them. */
const never: ReadonlySet<NameRoleId> = new Set([
  ...predicting,
  ...aside,
  'confidence',
  'model',
  'index',
  'id',
  'split',
  'weight',
  'error',
  'residual',
  'absError',
  'derived',
  'metric',
]);

/**
 * Targets with predictions called after them: `true_toxic` with `pred_toxic`,
 * `price` with `ridge_price_pred`. What is left of a prediction's name without the output is its model, and has
 * to be left of the names of two outputs. None where a target without a name of its own stands beside them.
 */
export const outputsByStems: (table: Table) => readonly OutputColumns[] = remembered(table => {
  const candidates = candidatesOf(table);
  const predictions = candidates.filter(one => hasRole(one, predicting));
  const targets = targetsAmong(candidates, predictions);
  if (targets.length < 2 || candidates.some(one => isPlainTarget(one))) return [];
  const owned = byOwner(predictions, ownersAmong(targets));
  const repeated = modelsOfSeveral(owned);
  const outputs = targets.flatMap(target => {
    const models = new Map(
      (owned.get(target) ?? [])
        .filter(({ model, column }) => repeated.has(model) && fits(target, column))
        .map(({ column, model }) => [column.name, model] as const),
    );
    return models.size === 0 ? [] : [{ target, models }];
  });
  if (outputs.length < 2 || outputs.some(({ target }) => saysSplit(target))) return [];
  const ownerOf = ownersAmong(outputs.map(({ target }) => target));
  const beside = candidates.filter(one => hasRole(one, aside));
  const bounds = byOwner(beside, ownerOf);
  return outputs.map(({ target, models }) => ({
    name: outputName(target),
    target: target.name,
    models,
    beside: (bounds.get(target) ?? []).map(({ column }) => column.name),
  }));
});

function hasRole({ said }: Candidate, roles: ReadonlySet<NameRoleId>): boolean {
  return said !== null && roles.has(said.role);
}

/** Columns that call themselves targets of something, and those that predictions may be called after. */
function targetsAmong(
  candidates: readonly Candidate[],
  predictions: readonly Candidate[],
): readonly Candidate[] {
  const called = new Set(predictions.flatMap(({ words }) => runsOf(words)));
  return candidates.filter(one => {
    const { said, words } = one;
    if (said?.role === 'target' && said.strength > 1) return stemWords(one).length > 0;
    return !hasRole(one, never) && words.length > 0 && called.has(words.join(' '));
  });
}

const maxWords = 12;

/** All runs of words of a name but the whole. */
function runsOf(words: readonly string[]): string[] {
  const some = words.slice(0, maxWords);
  return some.flatMap((_, start) =>
    some
      .slice(start)
      .map((_, size) => some.slice(start, start + size + 1))
      .filter(run => run.length < words.length)
      .map(run => run.join(' ')),
  );
}

/** `y_true`, which says that it is the target and not of what. */
function isPlainTarget(one: Candidate): boolean {
  const { said } = one;
  return said?.role === 'target' && said.strength > 1 && stemWords(one).length === 0;
}

interface Owned {
  readonly column: Candidate;
  readonly model: string;
}

function byOwner(
  columns: readonly Candidate[],
  ownerOf: (column: Candidate) => Candidate | undefined,
): ReadonlyMap<Candidate, readonly Owned[]> {
  const found = new Map<Candidate, Owned[]>();
  for (const column of columns) {
    const owner = ownerOf(column);
    if (owner === undefined) continue;
    const model = restOfName(column.name, stemWords(owner));
    // `prob1` beside `prob1_outcome` is not called after it, but the other way round.
    if (model === '') continue;
    const own = found.get(owner) ?? [];
    own.push({ column, model });
    found.set(owner, own);
  }
  return found;
}

/** What is left of the predictions' names at two outputs or more. */
function modelsOfSeveral(owned: ReadonlyMap<Candidate, readonly Owned[]>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const columns of owned.values()) {
    for (const model of new Set(columns.map(one => one.model)))
      counts.set(model, (counts.get(model) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([model]) => model));
}

/** Numbers go with numbers, names of classes with the same names or with chances. */
function fits(target: Candidate, one: Candidate): boolean {
  if (one.said?.role !== 'prediction' && !isTwoValued(target) && !isTextLabels(target))
    return false;
  if (isNumeric(target)) return isNumeric(one);
  if (!isTextLabels(target)) return false;
  return isNumeric(one) ? isTwoLabels(target) : sharesLabels(target, one);
}

/** `y_train_true` and `y_test_true` are of different rows, whatever stands beside them. */
function saysSplit(target: Candidate): boolean {
  return stemWords(target).some(word => splitWords.has(word));
}
