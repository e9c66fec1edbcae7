import type { VNode } from 'preact';
import type { MetricInfo } from '../../shared/protocol/inspection';
import { directions } from './directions';
import type { LossModel } from './lossModel';

interface Props {
  readonly model: LossModel;
  readonly metric: MetricInfo;
}

/** The name of a loss, which opens what is told of it, with a sign of which way is better. */
export function LossName({ model, metric }: Props): VNode {
  const { sign, text } = directions[metric.direction];
  return (
    <button
      type="button"
      class="disclose"
      id={`loss:${metric.id}`}
      aria-expanded={model.isOpen(metric.id)}
      onClick={() => model.toggle(metric.id)}
    >
      <span>
        {`${metric.name}\u00a0`}
        <span class="direction" title={text} role="img">
          {sign}
        </span>
      </span>
    </button>
  );
}
