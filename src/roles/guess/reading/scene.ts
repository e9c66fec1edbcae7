import type { NameRoleId } from '../../../names/names';
import { type Candidate, isNumeric, isTextLabels, isTwoLabels, wordsIn } from '../candidate';
import { couldPredict } from '../likeness';
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
  const models = free.filter(one => isNumeric(one) || isTextLabels(one));
  const predicted = predictedAmong(models, [...named]);
  const owners = models.filter(one => isToldTarget(one) || predicted.has(one));
  const ranked = models
    .map(one => ({ one, points: targetNamePoints(one) + (predicted.has(one) ? 4 : 0) }))
    .filter(({ points }) => points > -4)
    .sort((a, b) => b.points - a.points)
    .slice(0, maxTargets);
  return {
    survey,
    targets: ranked.map(({ one }) => one),
    columns: columnsAmong(survey, named),
    named,
    predicted,
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

/** Columns that a named prediction is called after and could predict. */
function predictedAmong(
  columns: readonly Candidate[],
  predictions: readonly Candidate[],
): Set<Candidate> {
  const byStem = new Map<string, Candidate[]>();
  for (const one of predictions) {
    const { stem, after } = one.said!;
    for (const key of new Set([stem, after].map(part => wordsIn(part).join(' ')))) {
      if (key !== '') byStem.set(key, [...(byStem.get(key) ?? []), one]);
    }
  }
  const isPredicted = (column: Candidate) => {
    if (column.said !== null && never.has(column.said.role)) return false;
    const own = byStem.get(column.words.join(' ')) ?? [];
    return own.some(one => {
      if (one === column) return false;
      return one.said!.role === 'prediction' ? couldPredict(column, one) : isTwoLabels(column);
    });
  };
  return new Set(columns.filter(isPredicted));
}
