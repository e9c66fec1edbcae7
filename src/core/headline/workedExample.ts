import { percent, plural, readable } from '../../shared/text';
import { errorsOf, hasErrors } from '../measures/errorsOf';
import { trueProbability, type WithProbability } from '../measures/trueProbability';
import { shortened } from '../modelTitle';
import { rankingMetric } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';

/** What a few rows cost, said one by one. */
export interface WorkedExample {
  readonly text: string;
  readonly detail: string;
}

/** The lesson of a model's few rows: what its errors or probabilities cost. */
export function workedExample(model: ModelSamples): WorkedExample {
  if (hasErrors(model)) return ofErrors(errorsOf(model));
  if (rankingMetric(model) !== 'zero_one') return ofProbabilities(model);
  const right = model.predicted.filter((code, i) => code === model.target[i]).length;
  return { text: `Right on ${right} of ${plural(model.n, 'row')}.`, detail: '' };
}

function ofErrors(errors: Float64Array): WorkedExample {
  const sizes = errors.map(Math.abs).sort();
  const large = sizes.at(-1)!;
  const small = sizes.find(size => size > 0) ?? 0;
  if (large === 0) return { text: 'Every prediction is exactly right.', detail: '' };
  if (errors.length === 1) return ofOne(errors[0]!);
  if (small === large) return ofEqual(errors, large);
  const [big, little] = [readable(large), readable(small)];
  return {
    text: `Squared, an error of ${big} becomes ${readable(large ** 2)} and one of ${little} becomes ${readable(small ** 2)}.`,
    detail: `Absolute, they stay ${big} and ${little}: squaring is what makes a large error count that much more.`,
  };
}

function ofOne(error: number): WorkedExample {
  const side = error > 0 ? 'too high' : 'too low';
  const size = Math.abs(error);
  return {
    text: `One prediction costs its squared error: ${readable(size)} ${side}, squared ${readable(size ** 2)}.`,
    detail: 'Of many predictions the loss is the mean of what each one costs.',
  };
}

function ofEqual(errors: Float64Array, size: number): WorkedExample {
  const isMixed = errors.some(error => error > 0) && errors.some(error => error < 0);
  const cost = `${readable(size ** 2)} when squared`;
  return isMixed
    ? {
        text: `${readable(size)} too high and ${readable(size)} too low cost the same: ${cost}.`,
        detail: 'A squared or an absolute loss does not see the direction of an error.',
      }
    : {
        text: `Every prediction is ${readable(size)} too ${errors[0]! > 0 ? 'high' : 'low'} and costs ${cost}.`,
        detail: `${errors[0]! > 0 ? 'Subtracting' : 'Adding'} ${readable(size)} would leave no error.`,
      };
}

const mostTold = 3;

/** The dearest and the cheapest row of different costs. */
function ofProbabilities(model: WithProbability): WorkedExample {
  const probability = trueProbability(model);
  const order = [...probability.keys()].sort((a, b) => probability[b]! - probability[a]!);
  const told = order.filter((i, place) => probability[i] !== probability[order[place - 1]!]);
  const shown = told.length > mostTold ? [told[0]!, told.at(-1)!] : told;
  const classOf = (i: number) => shortened(model.classes[model.target[i]!]!);
  const text = shown
    .map((i, place) => {
      const cost = readable(0 - Math.log(probability[i]!), 3);
      const name = place === 0 ? `The true class ${classOf(i)}` : classOf(i);
      return `${name} at ${percent(probability[i]!, 0)} costs ${cost}`;
    })
    .join(', ');
  return {
    text: `${text}.`,
    detail:
      'The less probability the true class gets, the more it costs: the log loss is minus its logarithm.',
  };
}
