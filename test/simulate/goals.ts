import type { Verdict } from '../../src/shared/verdict';
import type { ShapeTally } from './tally';

/** One figure that the verdicts are held to. */
export interface GoalFigure {
  readonly name: string;
  readonly count: number;
  readonly of: number;
  /** Shares of `of`; one of the two is given. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

const called: readonly Verdict[] = ['healthy', 'overfitting', 'improving', 'plateau', 'diverged'];

/** The figures over the shapes with 20 values or more; `few` shapes count for what is never said. */
export function figuresOf(tallies: readonly ShapeTally[]): readonly GoalFigure[] {
  const known = tallies.filter(({ shape }) => isKnown(shape.expected, shape.accepted, shape.id));
  const overfit = known.filter(({ shape }) => shape.expected === 'overfitting');
  const others = tallies.filter(
    ({ shape }) => shape.expected !== 'overfitting' && !shape.accepted.includes('overfitting'),
  );
  return [
    {
      name: 'called healthy, but ended more than 10 % and three noise widths above its best',
      count: sum(tallies, ({ falselyHealthy }) => falselyHealthy.length),
      of: sum(tallies, ({ runs }) => runs),
      atMost: 0,
    },
    {
      name: 'overfitting missed',
      count: sum(overfit, ({ runs, counts }) => runs - (counts.get('overfitting') ?? 0)),
      of: sum(overfit, ({ runs }) => runs),
      atMost: 0.05,
    },
    {
      name: 'called overfitting, but is not',
      count: sum(others, ({ counts }) => counts.get('overfitting') ?? 0),
      of: sum(others, ({ runs }) => runs),
      atMost: 0.01,
    },
    {
      name: 'no verdict on a shape with a known answer',
      count: sum(known, ({ counts }) => counts.get(null) ?? 0),
      of: sum(known, ({ runs }) => runs),
      atMost: 0.15,
    },
    ...called.map(verdict => calledSo(verdict, known)),
  ];
}

function calledSo(verdict: Verdict, known: readonly ShapeTally[]): GoalFigure {
  const own = known.filter(({ shape }) => shape.expected === verdict);
  return {
    name: `${verdict} called so`,
    count: sum(own, ({ counts }) => counts.get(verdict) ?? 0),
    of: sum(own, ({ runs }) => runs),
    atLeast: 0.85,
  };
}

/** One answer and no other, of runs that are long enough to tell. */
function isKnown(
  expected: Verdict | null,
  accepted: readonly (Verdict | null)[],
  id: string,
): boolean {
  return expected !== null && !accepted.includes(null) && !id.startsWith('few-');
}

function sum(tallies: readonly ShapeTally[], of: (tally: ShapeTally) => number): number {
  return tallies.reduce((total, one) => total + of(one), 0);
}
