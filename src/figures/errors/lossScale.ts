import { lossOfError } from '../../core/catalogue/errorLosses';
import type { WithErrors } from '../../core/measures/errorsOf';
import type { Control, FigureOptions } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { significant } from '../../shared/text';
import { textOption } from '../options';
import { errorSample } from './errorRange';
import { totalLoss } from './errorTotals';

/** Losses further apart than this lie flat beside one another. */
const farApart = 10;

const scales = ['typical', 'total', 'own'] as const;
type Scale = (typeof scales)[number];

/** What each loss is multiplied by so that curves of losses in different units can be seen together. */
export interface LossScale {
  readonly factorOf: (loss: MetricId) => number;
  readonly label: string;
  /** Says what was done, where something was. */
  readonly text: string;
  readonly controls: readonly Control[];
}

/**
 * Losses meet at the typical error where there they differ tenfold or more, unless the person says otherwise:
 * each is 1 at the median |error|.
 */
export function lossScale(
  model: WithErrors,
  losses: readonly MetricId[],
  parameters: Parameters,
  options: FigureOptions,
): LossScale {
  const typical = typicalError(model);
  const atTypical = losses.map(loss => sizeAt(loss, parameters, typical));
  const known = atTypical.filter(size => size > 0 && Number.isFinite(size));
  const isApart = known.length > 1 && Math.max(...known) >= farApart * Math.min(...known);
  const scale = textOption(options, 'scale', scales, isApart ? 'typical' : 'own');
  const controls = losses.length > 1 && typical > 0 ? [scaleControl(scale)] : [];
  const factorOf = (loss: MetricId) => factor(scale, model, loss, parameters, typical);
  return { ...words(scale, typical), factorOf, controls };
}

/** The median |error|, or the largest where half of the errors are 0. */
function typicalError(model: WithErrors): number {
  const sizes = errorSample(model).map(Math.abs).sort();
  const middle = sizes[sizes.length >> 1] ?? 0;
  return middle > 0 ? middle : (sizes.at(-1) ?? 0);
}

function sizeAt(loss: MetricId, parameters: Parameters, error: number): number {
  const at = lossOfError(loss, parameters, false);
  return (Math.abs(at(error)) + Math.abs(at(-error))) / 2;
}

/** 1 for a loss that is nothing where it would have to be something. */
function factor(
  scale: Scale,
  model: WithErrors,
  loss: MetricId,
  parameters: Parameters,
  typical: number,
): number {
  if (scale === 'own') return 1;
  const size =
    scale === 'typical'
      ? sizeAt(loss, parameters, typical)
      : totalLoss(model, loss, parameters) / 100;
  return size > 0 && Number.isFinite(1 / size) ? 1 / size : 1;
}

function words(scale: Scale, typical: number): Pick<LossScale, 'label' | 'text'> {
  const error = significant(typical, 3);
  if (scale === 'typical')
    return {
      label: `loss of one sample, 1 at an error of ${error}`,
      text: ` The curves are scaled to meet at the typical error, ${error}.`,
    };
  return scale === 'total'
    ? { label: '% of the loss of all samples', text: ' The curves are shares of each loss.' }
    : { label: 'loss of one sample', text: '' };
}

function scaleControl(value: Scale): Control {
  const options = [
    { value: 'typical', label: 'to meet at the typical error' },
    { value: 'total', label: 'as share of each total' },
    { value: 'own', label: 'as they are' },
  ];
  return { kind: 'choice', id: 'scale', label: 'Draw losses', value, options };
}
