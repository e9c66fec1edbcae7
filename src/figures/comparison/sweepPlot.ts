import { sampleLossName } from '../../core/catalogue/sampleLossName';
import type { Plot } from '../../shared/figure';
import { significant } from '../../shared/text';
import type { Sweep } from './parameterSweep';

/** Mean loss of each model divided by the best model's, over the parameter. */
export function sweepPlot(
  names: readonly string[],
  indices: readonly number[],
  { metric, label, scale, positions, means }: Sweep,
): Plot {
  const best = positions.map((_, i) => Math.min(...means.map(mean => mean[i]!)));
  return {
    kind: 'plot',
    x: { label, scale },
    y: { label: `mean ${sampleLossName(metric)} / that of the best model`, scale: 'linear' },
    marks: names.map((name, m) => ({
      kind: 'line',
      name,
      tone: { series: indices[m]! },
      x: positions,
      y: means[m]!.map((mean, i) => relative(mean, best[i]!)),
    })),
  };
}

function relative(mean: number, best: number): number {
  if (mean === best) return 1;
  const ratio = mean / best;
  return Number.isFinite(ratio) ? ratio : Number.NaN;
}

/** Who wins where along the parameter. */
export function sweepText(names: readonly string[], sweep: Sweep): string {
  const { positions, means, label, metric } = sweep;
  const winners = Array.from(positions, (_, i) => winnerAt(means, i));
  const flips = winners.flatMap((winner, i) =>
    i > 0 && winner !== winners[i - 1] ? [{ at: positions[i]!, winner }] : [],
  );
  const range = `${label} from ${significant(positions[0]!, 3)} to ${significant(positions.at(-1)!, 3)}`;
  const first = names[winners[0] ?? 0]!;
  if (flips.length === 0)
    return `${first} has the lowest ${sampleLossName(metric)} at every ${range}.`;
  const told = flips
    .slice(0, 3)
    .map(({ at, winner }) => `${names[winner]} from about ${significant(at, 3)}`);
  const rest = flips.length > 3 ? `, and ${flips.length - 3} more changes` : '';
  return `The winner changes with the ${label}: ${first} at first, ${told.join(', ')}${rest}.`;
}

function winnerAt(means: readonly Float64Array[], i: number): number {
  let winner = 0;
  for (const [m, mean] of means.entries()) if (mean[i]! < means[winner]![i]!) winner = m;
  return winner;
}
