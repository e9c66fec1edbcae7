import type { Verdict } from '../../src/shared/verdict';
import { figuresOf } from './goals';
import type { SimulatedShape } from './shape';
import { shapes } from './shapes';
import { type ShapeTally, tally } from './tally';

/** Runs of each shape behind the table. */
export const runsInDocument = 1000;
const firstSeed = 1;

const columns: readonly (Verdict | null)[] = [
  'healthy',
  'improving',
  'overfitting',
  'overconfidence',
  'plateau',
  'underfitting',
  'diverged',
  'unstable',
  null,
];

/** docs/verdicts.md: how verdicts are reached, and how often they are right on simulated runs. */
export function verdictsDocument(): string {
  const tallies = shapes.map(shape => tally(shape, runsInDocument, firstSeed));
  return [
    opening,
    goalsTable(tallies),
    shapesOpening,
    header,
    ...tallies.map(rowOf),
    '',
    closing,
  ].join('\n');
}

/** The row of one shape, as it stands in the document. */
export function documentRow(shape: SimulatedShape): string {
  return rowOf(tally(shape, runsInDocument, firstSeed));
}

const opening = `# Verdicts, and how often they are right

Written by \`node scripts/verdictsDoc.mjs\`; the shapes and what must come out are in \`test/simulate\`.

A verdict goes by what a run can show: whether its losses are finite, where they start, where they are best and where they end, how the last third moves against its own noise, the validation loss against the training loss, the score beside the loss, and the learning rate. The rules are asked in this order, and the first one that finds enough evidence answers.

| verdict | what is measured |
| --- | --- |
| diverged | a loss ends in NaN or infinity, leaves the log, is exactly 0 while something beside it breaks, or the training loss fell and ended where it began or above |
| too short | fewer than five values, unless three or four already rise loudly |
| underfitting | the training loss stays at its start, and that is the level of a guess, or the log begins at its first step and nothing moves |
| overfitting | the validation loss (a validation score where there is none) ends above its best beyond its noise, while the training loss goes on falling |
| overconfidence | the validation loss rises while the validation score holds |
| unstable | three or more jumps that double the loss and undo half of what was gained; two swings of the validation loss beside a calm training loss |
| plateau | the loss fell and stopped at a level that names its cause, beside a score that stays low, or frozen to its last digit |
| improving | the last third falls by three of its standard errors and by 5 % of what was gained |
| healthy | improved beyond chance, flat over the last third, and no mean of the last values lies above the best by what matters |
| none | none of these; the sentence says what is missing |

Noise is the standard deviation that the differences of order 2, 3 and 4 of neighbouring values show; where it remembers, errors grow by the correlation of neighbouring residuals. Single values that stand six noise widths outside their neighbours count as spikes, not as the course.

## Goals
`;

const shapesOpening = `
## Shapes

${runsInDocument} seeded runs of each shape, in per cent. The answer that a person who knows the shape would give stands beside it; in brackets what is no mistake either. Unless it says otherwise a run has 20 to 2000 values, its noise is 0.2 to 6 % of the level (in three of ten runs 0.1 to 1.5 % of the first value), and the noise of every third run remembers.
`;

const header = [
  `| shape | expected | ${columns.map(verdict => verdict ?? 'none').join(' | ')} | wrong |`,
  `| --- | --- | ${columns.map(() => '---:').join(' | ')} | ---: |`,
].join('\n');

const closing = `"Wrong" is a verdict that is neither expected nor accepted; to say nothing is not wrong, but it counts against the goals above.
`;

function rowOf({ shape, runs, counts, wrong }: ShapeTally): string {
  const others = shape.accepted.filter(verdict => verdict !== null);
  const also = others.length === 0 ? '' : ` (${others.join(', ')})`;
  const cells = columns.map(verdict => shareText(counts.get(verdict) ?? 0, runs));
  const name = `${shape.id.replaceAll('-', ' ')}: ${shape.about}`;
  return `| ${name} | ${shape.expected ?? 'none'}${also} | ${cells.join(' | ')} | ${shareText(wrong.length, runs)} |`;
}

function shareText(count: number, runs: number): string {
  return count === 0 ? '' : ((100 * count) / runs).toFixed(1);
}

function goalsTable(tallies: readonly ShapeTally[]): string {
  const rows = figuresOf(tallies).map(
    ({ name, count, of, atMost, atLeast }) =>
      `| ${name} | ${count} of ${of} (${((100 * count) / of).toFixed(2)} %) | ${
        atMost === undefined
          ? `at least ${100 * atLeast!} %`
          : atMost === 0
            ? 'never'
            : `below ${100 * atMost} %`
      } |`,
  );
  return ['| figure | came | goal |', '| --- | --- | --- |', ...rows].join('\n');
}
