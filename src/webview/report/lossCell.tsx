import type { VNode } from 'preact';
import type { ModelReport } from '../../shared/lossReport';
import { boundsText, metricValue } from '../../shared/lossRows';
import type { MetricInfo } from '../../shared/protocol/inspection';
import { classOf } from '../parts/classOf';
import { Sentence } from '../parts/lineButton';
import { NumberCell } from '../parts/numberCell';
import { Whisker, type WhiskerScale } from './whisker';

interface Props {
  readonly model: ModelReport;
  readonly metric: MetricInfo;
  readonly isBest: boolean;
  readonly scale: WhiskerScale | undefined;
  /** Another model is in focus, and there is room for one alone. */
  readonly isAside?: boolean;
}

/** The value of one loss of one model with its interval; or why there is none. */
export function LossCell({ model, metric, isBest, scale, isAside = false }: Props): VNode {
  const hooks = {
    'data-model': model.name,
    'data-metric': metric.id,
    'data-split': model.split ?? undefined,
  };
  const value = metricValue(model, metric.id);
  if (value !== undefined) {
    return (
      <NumberCell
        value={value}
        hooks={hooks}
        class={classOf('number', isBest && 'is-best', isAside && 'aside')}
      >
        {isBest && <BestMark />}
        <BoundsLine model={model} metric={metric} />
        <Whisker model={model} id={metric.id} scale={scale} />
      </NumberCell>
    );
  }
  const reason = model.undefined[metric.id];
  if (reason === undefined) {
    return (
      <td class={classOf('number quiet', isAside && 'aside')} {...hooks}>
        {'\u2013'}
      </td>
    );
  }
  return (
    <td class={classOf('number undefined', isAside && 'aside')} {...hooks}>
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
