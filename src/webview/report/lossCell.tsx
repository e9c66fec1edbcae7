import type { VNode } from 'preact';
import type { ModelReport } from '../../shared/lossReport';
import { boundsText, metricValue } from '../../shared/lossRows';
import type { MetricInfo } from '../../shared/protocol/inspection';
import { rough } from '../number';
import { Sentence } from '../parts/lineButton';
import { NumberCell } from '../parts/numberCell';

interface Props {
  readonly model: ModelReport;
  readonly metric: MetricInfo;
  readonly isBest: boolean;
}

/** The value of one loss of one model with its interval; or why there is none. */
export function LossCell({ model, metric, isBest }: Props): VNode {
  const hooks = {
    'data-model': model.name,
    'data-metric': metric.id,
    'data-split': model.split ?? undefined,
  };
  const value = metricValue(model, metric.id);
  if (value !== undefined) {
    return (
      <NumberCell value={value} hooks={hooks} class={isBest ? 'number is-best' : 'number'}>
        {isBest && <BestMark />}
        <BoundsLine model={model} metric={metric} />
        <IntervalLine model={model} metric={metric} />
      </NumberCell>
    );
  }
  const reason = model.undefined[metric.id];
  if (reason === undefined) {
    return (
      <td class="number quiet" {...hooks}>
        {'\u2013'}
      </td>
    );
  }
  return (
    <td class="number undefined" {...hooks}>
      <span title={reason}>undefined</span>
      <span class="second">
        <Sentence text={reason} />
      </span>
    </td>
  );
}

function BestMark(): VNode {
  return (
    <span class="best" title="best of these models">
      <span class="unseen"> best</span>
    </span>
  );
}

/** Where the true value lies, below one that is not exact. */
function BoundsLine({ model, metric }: Pick<Props, 'model' | 'metric'>): VNode | null {
  const text = boundsText(model, metric.id);
  if (text === '') return null;
  return (
    <span class="second" title="The sums leave open where between these the value lies">
      {text.trim().slice(1, -1)}
    </span>
  );
}

/** The interval below a value, or why it has none. */
function IntervalLine({ model, metric }: Pick<Props, 'model' | 'metric'>): VNode | null {
  const method = model.intervalMethod?.[metric.id];
  const interval = model.intervals?.[metric.id];
  if (method === undefined) return null;
  return (
    <span class="second" title={`95 % interval (${method})`}>
      {interval === undefined ? method : `${rough(interval[0])} to ${rough(interval[1])}`}
    </span>
  );
}
