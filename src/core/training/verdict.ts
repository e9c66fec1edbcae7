import { remembered } from '../../shared/remembered';
import type { Verdict } from '../../shared/verdict';
import { evidenceOf, type Found, type TrainingEvidence } from './evidence';
import type { History } from './history';
import { rateSearch } from './rateSearch';
import { diverged } from './rules/diverged';
import { healthy } from './rules/healthy';
import { improving } from './rules/improving';
import { overconfidence } from './rules/overconfidence';
import { overfitting } from './rules/overfitting';
import { plateau } from './rules/plateau';
import { tooShort } from './rules/tooShort';
import { underfitting } from './rules/underfitting';
import { unstable } from './rules/unstable';
import { silence } from './silence';

/** A verdict with its sentences, why it could be wrong, and the numbers behind it. */
export interface Judgement {
  readonly verdict: Verdict | null;
  readonly found: Found;
}

/** The rules in the order in which they apply. */
const rules: readonly {
  readonly verdict: Verdict;
  readonly rule: (evidence: TrainingEvidence) => Found | null;
}[] = [
  { verdict: 'diverged', rule: diverged },
  { verdict: 'too-short', rule: tooShort },
  { verdict: 'underfitting', rule: underfitting },
  { verdict: 'overfitting', rule: overfitting },
  { verdict: 'overconfidence', rule: overconfidence },
  { verdict: 'unstable', rule: unstable },
  { verdict: 'plateau', rule: plateau },
  { verdict: 'improving', rule: improving },
  { verdict: 'healthy', rule: healthy },
];

/** The first verdict whose rule finds enough evidence; null when none can be given honestly. */
export const judge: (history: History) => Judgement = remembered(judgeAnew);

function judgeAnew(history: History): Judgement {
  const evidence = evidenceOf(history);
  const search = rateSearch(evidence);
  if (search !== null) return { verdict: null, found: search };
  for (const { verdict, rule } of rules) {
    const found = rule(evidence);
    if (found !== null) return { verdict, found };
  }
  return { verdict: null, found: silence(evidence) };
}
