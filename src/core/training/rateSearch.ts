import { significant } from '../../shared/text';
import type { Found, TrainingEvidence } from './evidence';

const learningRate = /^(?:base_?)?(?:lr|learning[ _-]?rate)s?$/i;

/** Of losses over the learning rate, as a search for one writes them, no verdict on a training; null for others. */
export function rateSearch({ history, leading }: TrainingEvidence): Found | null {
  const { name, values } = history.x;
  if (name === null || !learningRate.test(name.trim())) return null;
  const curve = leading?.curve.series;
  const best = curve === undefined ? null : lowest(curve.values);
  const where =
    curve === undefined || best === null
      ? ''
      : ` ${curve.name} is lowest, ${significant(curve.values[best]!, 3)}, at ${name} ${significant(values[curve.rows[best]!]!, 3)}; a usable rate is smaller than that as a rule.`;
  return {
    text: `No verdict: this curve runs over ${name}, as a search for a learning rate draws it, and not over a training.${where}`,
    doubt: '',
    numbers: curve === undefined ? {} : { series: curve.name },
  };
}

function lowest(values: Float64Array): number | null {
  let best: number | null = null;
  for (const [i, value] of values.entries()) {
    if (Number.isFinite(value) && (best === null || value < values[best]!)) best = i;
  }
  return best;
}
