import { sampleLossName } from '../core/catalogue/sampleLossName';
import type { Control } from '../shared/figure';
import type { MetricId } from '../shared/metricId';

/** The controls of a figure that lays curves of several losses over one another. */
export function curveControls(
  losses: readonly MetricId[],
  offered: readonly MetricId[],
  sliders: readonly Control[],
  derivative: boolean,
): readonly Control[] {
  return [
    {
      kind: 'choices',
      id: 'losses',
      label: 'Losses',
      value: losses,
      options: offered.map(loss => ({ value: loss, label: sampleLossName(loss) })),
    },
    ...sliders,
    { kind: 'toggle', id: 'derivative', label: 'Pull on training (derivative)', value: derivative },
  ];
}

/** The control that changes the loss of a figure; none when there is only one. */
export function lossChoice(value: MetricId, losses: readonly MetricId[]): readonly Control[] {
  if (losses.length < 2) return [];
  const options = losses.map(loss => ({ value: loss, label: sampleLossName(loss) }));
  return [{ kind: 'choice', id: 'loss', label: 'Loss', value, options }];
}
