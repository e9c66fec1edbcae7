import type { NameRoleId } from './nameRole';
import type { NameWord } from './nameWords';
import type { Sense, Strength } from './words';

/** What a rule may look at: the words in order, the strongest hint per sense, what brackets hold. */
export interface NameView {
  readonly words: readonly NameWord[];
  readonly strengths: Readonly<Partial<Record<Sense, Strength>>>;
  readonly inside: string;
}

/** A reading of a name; `strength` 0 means that it does not apply. */
export interface NameRule {
  readonly role: NameRoleId;
  /** The sense whose words are no part of the stem. */
  readonly sense: Sense;
  readonly strength: (view: NameView) => Strength | 0;
}

const outcomeWords = new Set(['outcome', 'outcomes', 'result', 'actual', 'actuals', 'truth']);

/** Readings in the order in which they win. */
export const nameRules: readonly NameRule[] = [
  { role: 'derived', sense: 'derived', strength: v => (of(v, 'derived') === 3 ? 3 : 0) },
  { role: 'derived', sense: 'error', strength: v => (isError(v) && any(v, 'relative') ? 3 : 0) },
  { role: 'metric', sense: 'error', strength: v => (isError(v) && any(v, ...curves) ? 2 : 0) },
  { role: 'absError', sense: 'error', strength: v => (isError(v) && any(v, 'absolute') ? 3 : 0) },
  // Standardised, studentised and Pearson residuals are no errors in the unit of the target.
  {
    role: 'derived',
    sense: 'residual',
    strength: v => (any(v, 'residual') && any(v, 'sigma', 'relative', 'variance') ? 3 : 0),
  },
  { role: 'residual', sense: 'residual', strength: v => of(v, 'residual') },
  { role: 'error', sense: 'error', strength: v => (isError(v) ? of(v, 'error') : 0) },
  {
    role: 'id',
    sense: 'id',
    strength: v => (of(v, 'id') === 2 && !any(v, 'label', 'model') ? 2 : 0),
  },
  { role: 'time', sense: 'date', strength: v => of(v, 'date') },
  { role: 'lower', sense: 'lower', strength: v => bound(v, 'lower') },
  { role: 'upper', sense: 'upper', strength: v => bound(v, 'upper') },
  {
    role: 'quantile',
    sense: 'quantile',
    strength: v => (any(v, 'quantile') && hasLevel(v) ? 3 : 0),
  },
  // The uncertainty of what was measured is part of no model.
  {
    role: 'derived',
    sense: 'sigma',
    strength: v =>
      any(v, 'sigma', 'variance') && any(v, 'target') && !any(v, 'prediction') ? 3 : 0,
  },
  { role: 'sigma', sense: 'sigma', strength: v => spread(v, 'sigma') },
  { role: 'variance', sense: 'variance', strength: v => spread(v, 'variance') },
  { role: 'target', sense: 'target', strength: v => (isOutcomeOfProbability(v) ? 2 : 0) },
  { role: 'logit', sense: 'logit', strength: v => of(v, 'logit') },
  { role: 'margin', sense: 'margin', strength: v => of(v, 'margin') },
  { role: 'probability', sense: 'probability', strength: probability },
  {
    role: 'confidence',
    sense: 'confidence',
    strength: v => (any(v, 'target') ? 0 : of(v, 'confidence')),
  },
  {
    role: 'prediction',
    sense: 'prediction',
    strength: v => (outright(v) ? 0 : of(v, 'prediction')),
  },
  { role: 'target', sense: 'target', strength: target },
  { role: 'score', sense: 'score', strength: v => (any(v, 'metric') ? 0 : of(v, 'score')) },
  { role: 'metric', sense: 'metric', strength: v => of(v, 'metric') },
  { role: 'epoch', sense: 'epoch', strength: v => of(v, 'epoch') },
  { role: 'step', sense: 'step', strength: v => of(v, 'step') },
  { role: 'weight', sense: 'weight', strength: v => alone(v, 'weight', 3) },
  { role: 'label', sense: 'label', strength: v => of(v, 'label') },
  { role: 'split', sense: 'split', strength: v => alone(v, 'split', 3) },
  { role: 'model', sense: 'model', strength: v => alone(v, 'model', 3) },
  { role: 'index', sense: 'index', strength: v => alone(v, 'index', 3) },
  {
    role: 'quantile',
    sense: 'quantile',
    strength: v => (of(v, 'quantile') === 2 ? alone(v, 'quantile', 3) : 0),
  },
  { role: 'derived', sense: 'derived', strength: v => of(v, 'derived') },
  { role: 'id', sense: 'id', strength: v => of(v, 'id') },
  { role: 'time', sense: 'time', strength: v => of(v, 'time') },
  { role: 'group', sense: 'group', strength: v => of(v, 'group') },
];

const curves: readonly Sense[] = ['summary', 'phase', 'metric', 'step', 'epoch'];
const companions: ReadonlySet<Sense> = new Set(['filler', 'id', 'label', 'index', 'summary']);

function of(view: NameView, sense: Sense): Strength | 0 {
  return view.strengths[sense] ?? 0;
}

function any(view: NameView, ...senses: readonly Sense[]): boolean {
  return senses.some(sense => of(view, sense) > 0);
}

/** `goal_difference_pred` is a prediction, `abs_error_pred` an error all the same. */
function isError(view: NameView): boolean {
  return of(view, 'error') === 3 || (of(view, 'error') > 0 && !any(view, 'prediction', 'target'));
}

/** `true_pred`-like names with both words outright: the first of them decides. */
function outright(view: NameView): boolean {
  const first = view.words.find(({ meaning }) => meaning?.strength === 3 && isSide(meaning.sense));
  return of(view, 'target') === 3 && first?.meaning?.sense === 'target';
}

function isSide(sense: Sense): boolean {
  return sense === 'target' || sense === 'prediction';
}

function target(view: NameView): Strength | 0 {
  const strength = of(view, 'target');
  return strength > 0 && of(view, 'id') === 1 ? 1 : strength;
}

function bound(view: NameView, sense: 'lower' | 'upper'): Strength | 0 {
  const strength = of(view, sense);
  if (strength === 3) return any(view, 'prediction', 'bound', 'quantile') ? 3 : 2;
  const spoken =
    any(view, 'prediction', 'bound', 'quantile') || numberAfter(view, sense) !== undefined;
  return strength > 0 && spoken ? 2 : 0;
}

function spread(view: NameView, sense: 'sigma' | 'variance'): Strength | 0 {
  if (of(view, sense) === 0) return 0;
  if (any(view, 'prediction')) return 3;
  return alone(view, sense, 3) === 0 ? 0 : 2;
}

function probability(view: NameView): Strength | 0 {
  const strength = of(view, 'probability');
  if (strength !== 1) return strength;
  const only = view.words.length === 1;
  return only || view.words[0]?.meaning?.sense === 'probability' ? (view.inside === '' ? 1 : 3) : 0;
}

/** `prob1_outcome` says how it came out, `true_prob` is a probability to be predicted. */
function isOutcomeOfProbability(view: NameView): boolean {
  if (of(view, 'probability') < 2) return false;
  const first = view.words.findIndex(({ meaning }) => meaning?.sense === 'probability');
  return view.words.some(({ word, meaning }, i) =>
    i < first ? meaning?.sense === 'target' && meaning.strength === 3 : outcomeWords.has(word),
  );
}

/** The hint when the name says nothing else, or at least `enough` of it. */
function alone(view: NameView, sense: Sense, enough: Strength): Strength | 0 {
  const strength = of(view, sense);
  const rest = view.words.filter(
    ({ word, meaning }) =>
      meaning?.sense !== sense && !/^\d/.test(word) && !companions.has(meaning?.sense ?? 'target'),
  );
  return strength >= enough || rest.length === 0 ? strength : 0;
}

const besideLevels: ReadonlySet<Sense> = new Set([
  'quantile',
  'prediction',
  'target',
  'filler',
  'bound',
]);

/** `q10` says so; `97.5%` beside words of a forecast alone, for `PCA_90%` is a model. */
function hasLevel(view: NameView): boolean {
  if (of(view, 'quantile') === 2) return numberAfter(view, 'quantile') !== undefined;
  return view.words.every(
    ({ meaning }) => meaning !== undefined && besideLevels.has(meaning.sense),
  );
}

/** The number right after a word of this sense: 10 in `q10`, 0.9 in `quantile_0.9`; 97.5 in `97.5%`. */
export function numberAfter(view: NameView, sense: Sense): string | undefined {
  const at = view.words.findIndex(({ meaning }) => meaning?.sense === sense);
  if (at < 0) return undefined;
  const [own, next] = [view.words[at]!.word, view.words[at + 1]?.word];
  return [own, next].find(word => word !== undefined && /^\d/.test(word));
}
