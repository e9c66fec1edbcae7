import type { Finding, ModelReport } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import { outputCosts } from '../../shared/outputCosts';
import { significant } from '../../shared/text';
import { shortened } from '../modelTitle';

/** An output that costs so many times what it would at equal shares is worth a sentence. */
const timesItsPart = 2;
const names: Readonly<Partial<Record<MetricId, string>>> = {
  mse: 'mean squared error',
  log_loss: 'log loss',
  zero_one: 'share of wrong labels',
};
const numberWords = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** One of several outputs carries most of the loss that is averaged over them; null where none does. */
export function oneOutputDominates(reports: readonly ModelReport[]): Finding | null {
  const { metric, rows } = outputCosts(reports);
  const [first] = rows;
  if (metric === null || first === undefined || rows.length < 2) return null;
  const { share, output } = first;
  if (share === null || share < Math.min(0.9, timesItsPart / rows.length) || share <= 0.5)
    return null;
  const count = numberWords[rows.length - 2] ?? String(rows.length);
  const percent = `${significant(100 * share, 2)} %`;
  const loss = names[metric] ?? metric;
  return {
    id: 'one-output-dominates',
    text:
      `One of ${count} outputs, "${shortened(output)}", carries ${percent} of the loss: the ${loss} averaged over the ` +
      `outputs is mostly its own.${metric === 'mse' ? unitsOf(rows.flatMap(row => row.reports)) : ''}`,
    evidence: { output, share, metric, outputs: rows.length },
    weight: Math.min(1, share),
  };
}

/** Squared errors of different units are added up: a scale alone may be the reason. */
function unitsOf(reports: readonly (ModelReport | undefined)[]): string {
  const scores = reports.flatMap(report => report?.values.r2 ?? []);
  if (scores.length === 0) return '';
  return ' Squared errors go with the units of an output; R2 does not.';
}
