import type { Verdict } from '../../shared/lossReport';
import { remembered } from '../../shared/remembered';
import { significant } from '../../shared/text';
import {
  bestOf,
  evidenceOf,
  type Found,
  type Judged,
  placeText,
  type TrainingEvidence,
} from './evidence';
import type { History } from './history';
import { diverged } from './rules/diverged';
import { healthy } from './rules/healthy';
import { improving } from './rules/improving';
import { overconfidence } from './rules/overconfidence';
import { overfitting, risesAgain } from './rules/overfitting';
import { plateau } from './rules/plateau';
import { tooShort } from './rules/tooShort';
import { underfitting } from './rules/underfitting';
import { unstable } from './rules/unstable';

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
  for (const { verdict, rule } of rules) {
    const found = rule(evidence);
    if (found !== null) return { verdict, found };
  }
  return { verdict: null, found: nothingCertain(evidence) };
}

function nothingCertain(evidence: TrainingEvidence): Found {
  const { history, train, validation, score } = evidence;
  const judged = validation ?? train ?? score;
  if (judged === null) {
    return { text: 'No loss and no score was found in this log.', doubt: '', numbers: {} };
  }
  const best = bestOf(judged);
  const place = `${judged.name} is best at ${placeText(history, best.x)} (${significant(best.y)}) and ends at ${significant(judged.curve.y.at(-1)!)}`;
  const why = reasonForSilence(evidence, judged);
  return {
    text: `No verdict: ${place}; ${why}.`,
    doubt: '',
    numbers: { series: judged.name, bestAt: best.x, best: best.y },
  };
}

function reasonForSilence({ train, score }: TrainingEvidence, judged: Judged): string {
  if (judged === score) return 'there is no loss in this log';
  if (!risesAgain(judged)) return 'what it gained does not stand out from the noise of the curve';
  if (train === null) return 'without a training loss the rise cannot be told from other causes';
  return 'the training loss does not fall while it rises, so this is not overfitting';
}
