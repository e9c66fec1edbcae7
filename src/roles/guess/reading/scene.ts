import type { NameRoleId } from '../../../names/nameRole';
import { nameWords } from '../../../names/nameWords';
import { type Candidate, isNumeric, isTextLabels, isTwoLabels, wordsIn } from '../candidate';
import { type Difference, differencesIn } from '../differences';
import { chanceCorrected, correlation, couldPredict } from '../likeness';
import { namedPredictions, ownersAmong } from '../namedPredictions';
import { chosenColumns, type Survey } from '../survey';
import { isToldTarget, targetNamePoints } from './nameEvidence';

/** What all readings of a table have in common. */
export interface Scene {
  readonly survey: Survey;
  /** Columns that may be the target, the likeliest by name first. */
  readonly targets: readonly Candidate[];
  /** Columns that may hold predictions. */
  readonly columns: readonly Candidate[];
  /** Columns whose names claim a prediction, a chance or a score. */
  readonly named: ReadonlySet<Candidate>;
  /** Columns that predictions are named after: `price` beside `predicted_price`. */
  readonly predicted: ReadonlySet<Candidate>;
  /** Columns from which a prediction is a column of differences away. */
  readonly subtracted: ReadonlyMap<Candidate, Difference>;
  /** The target that a prediction is named after, or undefined. */
  readonly ownerOf: (prediction: Candidate) => Candidate | undefined;
}

/** So many targets are compared; there are tables with thousands of them. */
const maxTargets = 60;
/** So many columns without a telling name are looked at. */
const maxOpen = 200;

export function sceneOf(survey: Survey): Scene {
  const taken = chosenElsewhere(survey);
  const free = survey.candidates.filter(({ name }) => !taken.has(name));
  const named = new Set(namedPredictions(survey));
  const usable = free.filter(one => isNumeric(one) || isTextLabels(one));
  const subtracted = subtractedAmong(free, named);
  const predicted = predictedAmong(usable, [...named]);
  const owners = usable.filter(one => isToldTarget(one) || predicted.has(one));
  const ranked = usable
    .map(one => ({
      one,
      points: targetNamePoints(one) + (predicted.has(one) || subtracted.has(one) ? 4 : 0),
    }))
    .filter(({ points }) => points > -4)
    .sort((a, b) => b.points - a.points)
    .slice(0, maxTargets);
  return {
    survey,
    targets: ranked.map(({ one }) => one),
    columns: columnsAmong(survey, named),
    named,
    predicted,
    subtracted,
    ownerOf: ownersAmong(owners),
  };
}

function chosenElsewhere({ choices }: Survey): Set<string | null | undefined> {
  const { weight, split, id, lower, upper } = choices;
  return new Set([...chosenColumns(choices), weight, split, id, lower, upper]);
}

function columnsAmong({ candidates, choices }: Survey, named: ReadonlySet<Candidate>): Candidate[] {
  const { weight, split, id, lower, upper } = choices;
  const taken = new Set([weight, split, id, lower, upper]);
  const models = candidates.filter(
    ({ name, column }) => !taken.has(name) && column.kind !== 'time' && column.kind !== 'empty',
  );
  let open = 0;
  return models.filter(one => named.has(one) || open++ < maxOpen);
}

const never: ReadonlySet<NameRoleId> = new Set(['prediction', 'model', 'index', 'split']);

/** The other side of a difference with a named prediction. */
function subtractedAmong(
  candidates: readonly Candidate[],
  named: ReadonlySet<Candidate>,
): ReadonlyMap<Candidate, Difference> {
  if (![...named].some(({ said }) => said!.role === 'prediction')) return new Map();
  return new Map(
    differencesIn(candidates).flatMap(difference => {
      const [a, b] = difference.between;
      const isModel = [a, b].map(one => named.has(one) && one.said!.role === 'prediction');
      if (isModel[0] === isModel[1]) return [];
      return [[isModel[0] ? b : a, difference] as const];
    }),
  );
}

/** Columns that a named prediction is called after and could predict. */
function predictedAmong(
  columns: readonly Candidate[],
  predictions: readonly Candidate[],
): Set<Candidate> {
  const byStem = new Map<string, { readonly one: Candidate; readonly isWhole: boolean }[]>();
  for (const one of predictions) {
    const { stem, after } = one.said!;
    const whole = new Set([stem, after].map(part => wordsIn(part).join(' ')));
    whole.add(besideItsRole(one));
    for (const key of new Set([...whole, ...runsIn(wordsIn(stem))])) {
      if (key === '') continue;
      byStem.set(key, [...(byStem.get(key) ?? []), { one, isWhole: whole.has(key) }]);
    }
  }
  const isPredicted = (column: Candidate) => {
    if (column.said !== null && never.has(column.said.role)) return false;
    const own = byStem.get(column.words.join(' ')) ?? [];
    return own.some(({ one, isWhole }) => {
      if (one === column) return false;
      if (!isWhole && !movesAlong(column, one)) return false;
      return one.said!.role === 'prediction' ? couldPredict(column, one) : isTwoLabels(column);
    });
  };
  return new Set(columns.filter(isPredicted));
}

/** All that a prediction's name says but for the word for a prediction: `trip total` of `predicted_trip_total`. */
function besideItsRole({ name, said }: Candidate): string {
  const words = nameWords(name).filter(({ meaning }) => meaning?.sense !== said!.role);
  return words.map(({ word }) => word).join(' ');
}

const maxWords = 8;

/** All runs of words of a stem: `rf`, `price` and `rf price` of `rf price`. */
function runsIn(words: readonly string[]): string[] {
  const some = words.slice(0, maxWords);
  return some.flatMap((_, start) =>
    some.slice(start).map((_, size) => some.slice(start, start + size + 1).join(' ')),
  );
}

/** A part of a name alone is no proof: the values have to go with each other, too. */
function movesAlong(column: Candidate, one: Candidate): boolean {
  if (!isNumeric(column) || !isNumeric(one)) return chanceCorrected(column, one) > 0.2;
  return correlation(column, one) > 0.3;
}
