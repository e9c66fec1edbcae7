import type { VNode } from 'preact';
import type { ModelReport } from '../../shared/lossReport';
import { metricValue } from '../../shared/lossRows';
import type { MetricId } from '../../shared/metricId';
import { readable } from '../../shared/text';

/** From the lowest to the highest end of the intervals of one loss: all whiskers of a row share it. */
export interface WhiskerScale {
  readonly low: number;
  readonly high: number;
}

/** Undefined where no model has an interval. */
export function whiskerScale(
  models: readonly ModelReport[],
  id: MetricId,
): WhiskerScale | undefined {
  const ends = models.flatMap(({ intervals }) => intervals?.[id] ?? []).filter(Number.isFinite);
  if (ends.length === 0) return undefined;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return high > low ? { low, high } : undefined;
}

const width = 64;
const height = 12;

interface Props {
  readonly model: ModelReport;
  readonly id: MetricId;
  readonly scale: WhiskerScale | undefined;
}

/** The 95 % interval of a loss as a line with ends and the value as a dot; as words for those who cannot see it. */
export function Whisker({ model, id, scale }: Props): VNode | null {
  const method = model.intervalMethod?.[id];
  const interval = model.intervals?.[id];
  const value = metricValue(model, id);
  if (interval === undefined) {
    return method === undefined ? null : <span class="second">{method}</span>;
  }
  const text = `95 % interval ${readable(interval[0])} to ${readable(interval[1])}`;
  const isDrawn = [value, ...interval].every(Number.isFinite);
  if (scale === undefined || value === undefined || !isDrawn)
    return <span class="second">{text}</span>;
  const at = (x: number): number => 2 + ((width - 4) * (x - scale.low)) / (scale.high - scale.low);
  const [from, to] = [at(interval[0]), at(interval[1])];
  return (
    <span class="second whisker-line" title={`${text} (${method})`}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <path
          d={`M${from} 6H${to}M${from} 3V9M${to} 3V9`}
          stroke="currentColor"
          stroke-width="1"
          fill="none"
        />
        <circle cx={at(value)} cy="6" r="2.5" fill="currentColor" />
      </svg>
      <span class="unseen">{text}</span>
    </span>
  );
}
