import type { Control } from '../../shared/figure';
import type { CurveRequest } from './curveRequest';

/** The controls of the training curves; `curves` is the choice of quantities where there is one. */
export function curveControls(
  several: boolean,
  request: CurveRequest,
  curves: Control | null,
): readonly Control[] {
  const toggle = (id: string, label: string, value: boolean): Control => ({
    kind: 'toggle',
    id,
    label,
    value,
  });
  const controls: (Control | null)[] = [
    {
      kind: 'slider',
      id: 'smoothing',
      label: 'Smoothing',
      value: request.smoothing,
      min: 0,
      max: 0.99,
      step: 0.01,
      scale: 'linear',
    },
    curves,
    request.x.control,
    several
      ? {
          kind: 'choice',
          id: 'together',
          label: 'Runs',
          value: request.together,
          options: [
            { value: 'overlay', label: 'one over the other' },
            { value: 'mean', label: 'mean with standard deviation' },
          ],
        }
      : null,
    toggle('logY', 'Log scale', request.logY),
    toggle('ignoreOutliers', 'Ignore outliers', request.ignoreOutliers),
    request.x.kind === 'epoch'
      ? toggle('halfEpoch', 'Training half an epoch earlier', request.halfEpoch)
      : null,
  ];
  return controls.filter(control => control !== null);
}
