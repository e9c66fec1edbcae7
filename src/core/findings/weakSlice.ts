import type { Finding } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import type { SliceReport } from '../../shared/sliceReport';
import { significant } from '../../shared/text';
import { sampleLossName } from '../catalogue/sampleLossName';
import { modelTitle } from '../modelTitle';
import { whereText } from '../places';
import type { ModelSamples } from '../samples/modelSamples';

/** The costliest slice of a model in a sentence; null when it has none. */
export function weakSlice(
  model: ModelSamples,
  metric: MetricId,
  slices: readonly SliceReport[],
): Finding | null {
  const [worst] = slices;
  if (worst === undefined) return null;
  const { n, loss, rest, excess, lines, text } = worst;
  const name = sampleLossName(metric);
  const title = modelTitle(model);
  const others = slices.length - 1;
  const more =
    others === 0 ? '' : ` ${others} more such ${others === 1 ? 'group' : 'groups'} were found.`;
  return {
    id: 'weak-slice',
    text: `${title} is worse where ${text}: ${n} of ${model.n} rows${whereText(lines, n)} with a mean ${name} of ${short(loss)}, against ${short(rest)} over the others. Were they as the others, the mean would be ${short(rest)} instead of ${short(rest + excess)}. Found on one half of the rows and confirmed on the other (p ${pText(worst.p)}).${more}`,
    evidence: { model: title, ...worst },
    weight: 0.65,
    lines,
  };
}

function short(x: number): string {
  return significant(x, 4);
}

/** `= 0.012`, and `< 0.001` for what is less. */
function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${significant(p, 2)}`;
}
