import type { FigureSubject } from '../../figures/figures';
import type { Outputs } from '../interpretation';
import { outputsModels } from './outputsModels';

/** What the figures of several outputs are drawn from: the losses by which outputs are ranked. */
export function outputsSubject(outputs: Outputs): FigureSubject {
  const metrics = ['mse', 'log_loss', 'zero_one'] as const;
  return {
    kind: 'outputs',
    reports: outputsModels(outputs, { metrics, worst: 0, baseline: false }),
  };
}
