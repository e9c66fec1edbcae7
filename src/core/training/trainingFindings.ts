import type { Finding, RunReport } from '../../shared/lossReport';
import type { Verdict } from '../../shared/verdict';
import { withWords } from '../findings/findingWords';
import { evidenceOf } from './evidence';
import type { History } from './history';
import { overconfidence } from './rules/overconfidence';
import { judge } from './verdict';

/** How much a verdict weighs among the findings; verdicts that are no warning are left out. */
const weights: Readonly<Partial<Record<Verdict, number>>> = {
  diverged: 1,
  overfitting: 0.9,
  underfitting: 0.85,
  overconfidence: 0.7,
  unstable: 0.6,
  plateau: 0.6,
};

/** Warnings about the runs, none for a healthy one. `runs[i]` describes `histories[i]`. */
export function trainingFindings(
  runs: readonly RunReport[],
  histories: readonly History[],
): readonly Finding[] {
  const several = runs.length > 1;
  return runs.flatMap((run, i) => {
    const history = histories[i];
    const weight = run.verdict === null ? undefined : weights[run.verdict];
    if (history === undefined || run.verdict === null || weight === undefined) return [];
    const prefix = several ? `${run.name}: ` : '';
    const finding: Finding = {
      id: run.verdict,
      text: prefix + run.text,
      evidence: { run: run.name, ...judge(history).found.numbers },
      weight,
    };
    return [finding, ...overconfidentToo(run, history, prefix)].map(withWords);
  });
}

/** Overfitting that leaves the accuracy as it was is overconfidence as well. */
function overconfidentToo(run: RunReport, history: History, prefix: string): readonly Finding[] {
  if (run.verdict !== 'overfitting') return [];
  const found = overconfidence(evidenceOf(history));
  if (found === null) return [];
  return [
    {
      id: 'overconfidence',
      text: `${prefix}${found.text} ${found.doubt}`,
      evidence: { run: run.name, ...found.numbers },
      weight: 0.5,
    },
  ];
}
