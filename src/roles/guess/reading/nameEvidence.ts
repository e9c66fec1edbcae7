import type { NameRoleId } from '../../../names/nameRole';
import { type Candidate, isCounter, wordsIn } from '../candidate';
import { isModelName } from '../models/modelWords';

type ByStrength = readonly [weak: number, usual: number, outright: number];

const never = -9;

/** How much a name says for the target, by its role. Roles that are not here say much against it. */
const targetPoints: Readonly<Partial<Record<NameRoleId, ByStrength>>> = {
  target: [1.5, 4, 6],
  label: [1.5, 1.5, 1.5],
  group: [-0.5, -0.5, -0.5],
  score: [-0.5, -0.5, -0.5],
  metric: [-2, -2, -2],
  derived: [-1, never, never],
  time: [-1, never, never],
  id: [-2, never, never],
  model: [-2, -2, -2],
};

const rescaled = new Set(
  'log ln log2 log10 log1p scaled norm normalized standardized z sqrt'.split(' '),
);

/** Points for a column as the target, by its name and by what no target is: a count of the rows. */
export function targetNamePoints(one: Candidate): number {
  const { said } = one;
  const own = said === null ? 0 : (targetPoints[said.role]?.[said.strength - 1] ?? never);
  const isCount = own < 6 && isCounter(one);
  const isModel = said?.role !== 'target' && isModelName(one.name);
  const isRescaled = one.words.some(word => rescaled.has(word));
  return own - (isModel ? 1.5 : 0) - (isRescaled ? 0.5 : 0) - (isCount ? (own < 1 ? 5 : 3) : 0);
}

/** How much a name says for a prediction or a score, by its role. */
const modelPoints: Readonly<Partial<Record<NameRoleId, ByStrength>>> = {
  prediction: [2, 4, 6],
  probability: [1.5, 4, 6],
  confidence: [3, 3, 3],
  logit: [5, 5, 5],
  margin: [5, 5, 5],
  score: [2, 2, 2],
  label: [1, 1, 1],
  target: [1, never, never],
  group: [-0.5, -0.5, -0.5],
  model: [0, 0, 0],
};

const modelName = 2.5;
/** What a word may say by the way: `SeasonalNaive` is a model, no season. */
const bySide: ReadonlySet<NameRoleId> = new Set(['id', 'derived', 'time', 'split']);

/** Points for a column as a prediction, by its name alone. */
export function modelNamePoints({ said, name }: Candidate): number {
  const bare = isModelName(name) ? modelName : 0;
  if (said === null) return bare;
  if (bySide.has(said.role)) return said.strength === 1 && bare > 0 ? bare : never;
  const own = modelPoints[said.role]?.[said.strength - 1] ?? never;
  return own < modelName && own > never ? Math.max(own, own + bare) : own;
}

/** True for columns whose names neither claim a part in the comparison nor rule it out. */
export function isBare(one: Candidate): boolean {
  const { said } = one;
  return (said === null || said.role === 'group') && !isModelName(one.name);
}

/** Called a target, by the usual word for it or outright. */
export function isToldTarget({ said }: Candidate): boolean {
  return said?.role === 'target' && said.strength > 1;
}

export function isFeatureName(name: string): boolean {
  return /^(x|v|f|feature|feat|input|var)[\s_]*\d+$/i.test(name.trim());
}

/** True when one word is the other with an ending: `churn` and `churned`, `default` and `defaulted`. */
function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short);
}

/** The words that two names share, endings aside. */
export function sharedWords(a: string, b: string): number {
  const others = wordsIn(b);
  return wordsIn(a).filter(word => others.some(one => one === word || isInflected(one, word)))
    .length;
}
