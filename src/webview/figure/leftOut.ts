import type { Figure, Mark, Plot } from '../../shared/figure';
import { plotsOf } from './hiddenMarks';

/** Points that have no place on their axes. */
export function leftOut(figure: Figure): number {
  return plotsOf(figure).reduce(
    (sum, plot) => sum + plot.marks.reduce((n, mark) => n + lost(plot, mark), 0),
    0,
  );
}

function lost(plot: Plot, mark: Mark): number {
  if (mark.kind !== 'points') return 0;
  const yAxis = mark.axis === 'y2' ? (plot.y2 ?? plot.y) : plot.y;
  let count = 0;
  for (let i = 0; i < mark.x.length; i++) {
    const isDrawn = fits(mark.x[i]!, plot.x.scale) && fits(mark.y[i]!, yAxis.scale);
    if (!isDrawn) count += 1;
  }
  return count;
}

const fits = (value: number, scale: 'linear' | 'log'): boolean =>
  Number.isFinite(value) && (scale === 'linear' || value > 0);
