import type { NameRole } from '../../names/nameRole';
import { roleOfName } from '../../names/names';
import { type Candidate, isNumeric, wordsIn } from './candidate';

/** Where a name claims what the values deny, what is left of the claim. */
interface Denial {
  readonly isDenied: (one: Candidate, said: NameRole) => boolean;
  /** null: the name says nothing. */
  readonly instead: (said: NameRole) => NameRole | null;
}

const asScore = (said: NameRole): NameRole => ({ ...said, role: 'score', strength: 2 });
const asLabel = (said: NameRole): NameRole => ({ ...said, role: 'prediction', strength: 3 });

/** The first that fits decides. */
const denials: readonly Denial[] = [
  {
    // Labels that were decided for, whatever decided: `pred_decision_tree`, `decision`.
    isDenied: (one, { role }) => isRaw(role) && isNumeric(one) && areCodes(one),
    instead: asLabel,
  },
  {
    // Before a sigmoid values leave [0, 1] sooner or later.
    isDenied: (one, { role, strength }) =>
      isRaw(role) && strength < 3 && isNumeric(one) && one.facts.unitShare === 1,
    instead: asScore,
  },
  {
    // `P` may be phosphorus.
    isDenied: (one, { role, strength }) => role === 'probability' && strength === 1 && !isUnit(one),
    instead: () => null,
  },
  {
    // Percentages and counts have no side of 0 that would be the positive class.
    isDenied: isBeyondOne,
    instead: said => ({ ...said, role: 'derived', strength: 3 }),
  },
  {
    isDenied: (one, { role }) => role === 'probability' && isNumeric(one) && !isUnit(one),
    instead: asScore,
  },
];

/** The candidates with what their names say as far as their values do not deny it. */
export function asClaimed(candidates: readonly Candidate[]): readonly Candidate[] {
  const names = new Set(candidates.map(({ name }) => name.toLowerCase()));
  return candidates.map(one => {
    const { said } = one;
    if (said?.role === 'target' && isSetting(one.name, names)) return besideSetting(one);
    const denial = said === null ? undefined : denials.find(each => each.isDenied(one, said));
    if (said === null || denial === undefined) return one;
    const left = denial.instead(said);
    return left === null ? { ...one, said: null, stem: one.words } : { ...one, said: left };
  });
}

/** `aug=true` beside `aug=false` says how a model was set, not what is true. */
function isSetting(name: string, names: ReadonlySet<string>): boolean {
  const other = name.toLowerCase().replace(/true/g, 'false');
  return other !== name.toLowerCase() && names.has(other);
}

/** What is left of `churn_True_prediction` beside `churn_False_prediction` without the word that tells them apart. */
function besideSetting(one: Candidate): Candidate {
  const said = roleOfName(one.name.replace(/true/gi, ''));
  return { ...one, said, stem: said === null ? one.words : wordsIn(said.stem) };
}

/** True for what is called a probability and goes from 0 up to more than 1. */
export function isBeyondOne(one: Candidate, { role }: NameRole): boolean {
  return role === 'probability' && isNumeric(one) && !isUnit(one) && one.facts.min >= 0;
}

function isRaw(role: NameRole['role']): boolean {
  return role === 'logit' || role === 'margin';
}

/** 0 and 1, or -1 and 1. */
function areCodes({ facts }: Candidate): boolean {
  return facts.integer && facts.min >= -1 && facts.max <= 1 && facts.labels.size <= 2;
}

/** Some cells may be damaged; most of them lie in [0, 1]. */
function isUnit(one: Candidate): boolean {
  return isNumeric(one) && one.facts.unitShare >= 0.5;
}
