import type { VNode } from 'preact';
import type { Interval, ModelReport } from '../../shared/lossReport';
import { metricValue } from '../../shared/lossRows';
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
  const interval = model.intervals?.[metric.id];
  if (value !== undefined) {
    return (
      <NumberCell value={value} hooks={hooks} class={isBest ? 'number is-best' : 'number'}>
        {isBest && <BestMark />}
        {interval !== undefined && <IntervalLine interval={interval} />}
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

function IntervalLine({ interval }: { readonly interval: Interval }): VNode {
  const { low, high, method } = interval;
  return (
    <span class="second" title={`95 % interval (${method})`}>
      {`${rough(low)} to ${rough(high)}`}
    </span>
  );
}
