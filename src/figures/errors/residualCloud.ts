import { keyFill } from '../../core/fastPaths/sketch/keys';
import { errorReader, type WithErrors } from '../../core/measures/errorsOf';
import { memoOf } from '../../core/memo/memoOf';
import { extent } from '../../core/statistics/extent';
import { type Fill, filled, fillOf } from '../../core/statistics/fill';
import type { Mark, Plot } from '../../shared/figure';
import { density } from '../drawing/density';
import { maxPoints, placesOf } from '../drawing/drawnSamples';
import { padded } from '../drawing/padded';
import { errorExtent } from './errorRange';
import { drawnByError } from './largestErrors';
import { noError } from './noError';
import type { ResidualRequest } from './residualRequest';

const gridBins = 100;
/** Of the axis of residuals: the one place where the sign is turned. */
export const residualLabel = 'residual = target - prediction';

/** Residuals over the `position` of each sample: points, with a density behind when there are too many. */
export function residualCloud(
  { data, model, index }: ResidualRequest,
  label: string,
  position: (i: number) => number,
): Plot {
  const errorAt = errorReader(model);
  const drawn = drawnByError(model);
  const points: Mark = {
    kind: 'points',
    name: model.n > maxPoints ? 'some samples, the worst among them' : 'samples',
    tone: { series: index },
    x: Float64Array.from(drawn, position),
    y: Float64Array.from(drawn, i => 0 - errorAt(i)),
    ...placesOf(data, model, drawn),
  };
  const behind =
    model.n > maxPoints
      ? [memoOf(model).get(`residuals by ${label}`, () => cloudDensity(model, position))]
      : [];
  return {
    kind: 'plot',
    x: { label, scale: 'linear' },
    y: { label: residualLabel, scale: 'linear' },
    marks: [...behind, points, noError('y')],
  };
}

function cloudDensity(model: WithErrors, position: (i: number) => number): Mark {
  const x = filled(model.n, fillOf(position));
  const residual = filled(model.n, negated(keyFill(model, 'error')));
  const [left, right] = padded(...extent(x));
  const [low, high] = errorExtent(model);
  const [bottom, top] = padded(0 - high, 0 - low);
  const across = { min: left, max: right, bins: gridBins };
  return density('all samples', x, residual, across, { min: bottom, max: top, bins: gridBins });
}

function negated(errors: Fill): Fill {
  return (from, out) => {
    errors(from, out);
    for (let i = 0; i < out.length; i++) out[i] = 0 - out[i]!;
  };
}
