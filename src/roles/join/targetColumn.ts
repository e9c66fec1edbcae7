import type { Column } from '../../readers/table';
import { type Candidate, candidatesOf, isNumeric } from '../guess/candidate';
import { agreement, correlation, couldPredict } from '../guess/likeness';
import type { JoinPlan } from './columnsToJoin';
import type { Truth } from './pickTruth';

/** The target among the columns that could be it: the one that goes best with the predictions. */
export function targetColumn(
  columns: readonly Column[],
  plan: JoinPlan,
  truth: Truth,
): { readonly name: string; readonly notes: readonly string[] } {
  const source = truth.file.table.name;
  const [first = '', ...others] = plan.targets;
  if (others.length === 0) {
    return { name: first, notes: truth.isGuess ? [guessNote(first, source)] : [] };
  }
  const candidates = candidatesOf({ columns });
  const byName = (names: readonly string[]) =>
    names.flatMap(name => candidates.filter(one => one.name === name));
  const [prediction] = byName(plan.predictions);
  const worth = byName(plan.targets).map(one => ({ one, value: likeness(one, prediction) }));
  const best = worth.reduce((a, b) => (b.value > a.value ? b : a));
  return { name: best.one.name, notes: [likenessNote(best.one.name, source)] };
}

function likeness(target: Candidate, prediction: Candidate | undefined): number {
  if (prediction === undefined || !couldPredict(target, prediction)) return -1;
  return isNumeric(target) ? correlation(target, prediction) : agreement(target, prediction);
}

function guessNote(name: string, source: string): string {
  return `"${name}" of ${source} is taken for the target because the file comes first.`;
}

function likenessNote(name: string, source: string): string {
  return `"${name}" of ${source} is taken for the target because it goes best with the predictions.`;
}
