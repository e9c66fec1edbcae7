import type { Explanation } from '../../shared/explanation';
import type { Parameters } from '../../shared/metricId';
import type { Usable } from '../samples/usable';
import { sumOf } from '../statistics/sum';
import { catalogueQuantities } from './catalogueQuantities';
import { classQuantities } from './classQuantities';
import { numberQuantities } from './numberQuantities';
import { changes, type Quantity } from './quantity';
import { type Reading, readings } from './reading';
import { agreement, type TypedNumber, typedNumber } from './typedNumber';

const most = 8;

/** Above this many rows the search stops at the first reading that gives the number. */
const mostSearched = 300_000;

interface Found extends Explanation {
  readonly cost: number;
}

/**
 * The conventions under which the rows give the number in `text`, best first, at most eight: the most
 * digits, then the least far-fetched. Empty when `text` is no number or nothing gives it.
 */
export function whichNumber(
  usable: readonly Usable[],
  text: string,
  parameters: Parameters,
): readonly Explanation[] {
  const typed = typedNumber(text);
  if (typed === undefined) return [];
  const found = usable.flatMap(model => (model.n === 0 ? [] : search(model, typed, parameters)));
  found.sort((a, b) => b.digits - a.digits || a.cost - b.cost);
  return distinct(found)
    .slice(0, most)
    .map(({ cost: _, ...explanation }) => explanation);
}

function search(model: Usable, typed: TypedNumber, parameters: Parameters): readonly Found[] {
  const found: Found[] = [];
  for (const reading of readings(model)) {
    found.push(...matches(model, reading, typed, parameters));
    if (found.length > 0 && model.n > mostSearched) break;
  }
  return found;
}

function matches(
  model: Usable,
  reading: Reading,
  typed: TypedNumber,
  parameters: Parameters,
): readonly Found[] {
  const { n, weight } = reading.usable;
  const reduction = { n, totalWeight: weight === undefined ? n : sumOf(n, i => weight[i]!) };
  return quantitiesOf(reading, parameters).flatMap(quantity =>
    changes[quantity.kind].flatMap(change => {
      const value = change.apply(quantity.value, reduction);
      const digits = agreement(typed, value);
      if (digits === undefined || (change.cost > 0 && value === quantity.value)) return [];
      const parts = [`${quantity.text} ${reading.text}`.trim(), change.text];
      const cost = reading.cost + quantity.cost + change.cost;
      const text = parts.filter(part => part !== '').join(', ');
      return [{ text, value, model: model.name, digits, cost }];
    }),
  );
}

function quantitiesOf({ usable, only }: Reading, parameters: Parameters): readonly Quantity[] {
  if (only !== undefined) {
    const logLoss = catalogueQuantities(usable, parameters).find(({ kind }) => kind === 'log');
    return logLoss === undefined ? [] : [{ ...logLoss, text: only.name }];
  }
  const others =
    usable.task === 'regression' || usable.task === 'errors'
      ? numberQuantities(usable)
      : classQuantities(usable);
  return [...catalogueQuantities(usable, parameters), ...others];
}

/** Without the ways that lead to a number which a less far-fetched way gives already. */
function distinct(found: readonly Found[]): readonly Found[] {
  const cheapest = new Map<string, number>();
  return found.filter(({ model, value, cost }) => {
    const key = `${model} ${value.toPrecision(12)}`;
    const least = cheapest.get(key) ?? cost;
    cheapest.set(key, least);
    return cost === least;
  });
}
