import { spreadOf } from '../../core/fastPaths/sketch/spread';
import { errorReader, type WithErrors } from '../../core/measures/errorsOf';
import { memoOf } from '../../core/memo/memoOf';
import type { PredictionData } from '../../core/predictionData';
import type { DataRow, DataTable } from '../../shared/figure';
import { percent, significant } from '../../shared/text';
import { lineAt } from '../drawing/drawnSamples';
import { errorExtent } from './errorRange';

interface Tail {
  readonly count: number;
  readonly mean: number;
  /** Sample with the largest error of this side; -1 without any. */
  readonly worst: number;
  /** Share of the squared loss. */
  readonly share: number;
}

/** The samples on one side of zero: sign 1 for predictions that are too high, -1 for too low. */
function tail(model: WithErrors, sign: 1 | -1): Tail {
  const { nodes, highest, lowest } = spreadOf(model, 'error');
  // Squares of errors beyond 1e154 would overflow.
  const largest = Math.max(...errorExtent(model).map(Math.abs)) || 1;
  let count = 0;
  let sum = 0;
  let squared = 0;
  let all = 0;
  for (const [i, weight] of nodes.weights.entries()) {
    const error = nodes.values[i]! * sign;
    const square = weight * (error / largest) ** 2;
    all += square;
    if (!(error > 0)) continue;
    count += weight;
    sum += weight * error;
    squared += square;
  }
  return {
    count,
    mean: (sign * sum) / count,
    worst: count === 0 ? -1 : (sign === 1 ? highest : lowest)[0]!,
    share: all === 0 ? 0 : squared / all,
  };
}

/** Both sides; kept for the next question. */
function tailsOf(model: WithErrors): { readonly high: Tail; readonly low: Tail } {
  return memoOf(model).get('tails', () => ({ high: tail(model, 1), low: tail(model, -1) }));
}

/** Which side costs more. */
export function tailsText(model: WithErrors): string {
  const { high, low } = tailsOf(model);
  if (high.count + low.count === 0) return 'every prediction equals its target.';
  const [more, word] = high.share >= low.share ? [high, 'high'] : [low, 'low'];
  return `predictions that are too ${word} carry ${percent(more.share)} of the squared loss; the largest of these errors is ${significant(errorReader(model)(more.worst))}.`;
}

/** Over- and under-prediction side by side; each row leads to its worst sample. */
export function tailsTable(data: PredictionData, model: WithErrors): DataTable {
  const errorAt = errorReader(model);
  const row = (label: string, { count, mean, worst, share }: Tail): DataRow =>
    worst < 0
      ? { cells: [label, 0, percent(0), null, null, percent(0)] }
      : {
          cells: [label, count, percent(count / model.n), mean, errorAt(worst), percent(share)],
          ...lineAt(data, model, worst),
        };
  const { high, low } = tailsOf(model);
  const labels = ['samples', 'share', 'mean error', 'largest error', 'share of the squared loss'];
  return {
    caption: 'Over- and under-prediction; error = prediction - target',
    columns: [
      { label: 'side', numeric: false },
      ...labels.map(label => ({ label, numeric: true })),
    ],
    rows: [row('too high', high), row('too low', low)],
  };
}
