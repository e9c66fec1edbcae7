import type { Explanation } from '../../shared/explanation';
import type { Parameters as LossParameters } from '../../shared/metricId';
import type { ModelSamples } from '../samples/modelSamples';
import { sumOf } from '../statistics/sum';
import { batchQuantities } from './batchQuantities';
import { type Beside, nothingBeside } from './beside';
import { catalogueQuantities } from './catalogueQuantities';
import { classQuantities } from './classQuantities';
import { meansOverModels } from './meansOverModels';
import { numberQuantities } from './numberQuantities';
import { outputQuantities } from './outputQuantities';
import { quantileQuantities } from './quantileQuantities';
import { changes, type Quantity, type Reduction } from './quantity';
import type { Reading } from './reading';
import { readings } from './readings';
import { atOnce, type Steps } from './steps';
import { agreement, type TypedNumber, typedNumber } from './typedNumber';

const most = 8;

/** Above this many rows the search stops at the first reading that gives the number. */
const maxSearched = 300_000;

interface Found extends Explanation {
  readonly cost: number;
  /** Ways of one family lead to one number for one reason. */
  readonly family: string;
}

/**
 * The conventions under which the rows give the number in `text`, best first, at most eight: the most
 * digits, then the least far-fetched. Empty when `text` is no number or nothing gives it.
 */
export function whichNumber(...asked: Parameters<typeof searchSteps>): readonly Explanation[] {
  return atOnce(searchSteps(...asked));
}

/** The same in steps. */
export function* searchSteps(
  all: readonly ModelSamples[],
  text: string,
  parameters: LossParameters,
  beside: Beside = nothingBeside,
): Steps<readonly Explanation[]> {
  const typed = typedNumber(text);
  if (typed === undefined) return [];
  const models = all.filter(({ n }) => n > 0);
  const found: Found[] = [];
  for (const model of models) {
    for (const one of yield* search(model, typed, parameters, beside)) found.push(one);
  }
  const plain: (readonly Quantity[])[] = [];
  for (const model of models) {
    plain.push(yield* quantitiesOf({ text: '', cost: 0, model }, parameters));
  }
  found.push(...averagedMatches(models, plain, typed));
  found.push(...(yield* ofOutputs(models[0], plain[0], typed, parameters, beside)));
  found.sort((a, b) => b.digits - a.digits || a.cost - b.cost);
  return distinct(found)
    .slice(0, most)
    .map(({ text: said, value, model, digits }) => ({ text: said, value, model, digits }));
}

function* search(
  model: ModelSamples,
  typed: TypedNumber,
  parameters: LossParameters,
  beside: Beside,
): Steps<readonly Found[]> {
  const found: Found[] = [];
  for (const reading of readings(model, beside)) {
    yield;
    const quantities =
      reading.text === ''
        ? yield* plainQuantities(reading, parameters, beside)
        : yield* quantitiesOf(reading, parameters);
    const reduction = reductionOf(reading.model, beside);
    found.push(
      ...matches(quantities, typed, reduction).map(match => ({
        ...match,
        text: withReading(match, reading),
        cost: match.cost + reading.cost,
        family: `${match.family} ${reading.text}`,
        model: model.name,
      })),
    );
    if (found.length > 0 && model.n > maxSearched) break;
  }
  return found;
}

/** `Log loss with the class columns in reverse order, in bits` */
function withReading({ text, change }: Match, reading: Reading): string {
  const parts = [`${text} ${reading.text}`.trim(), change];
  return parts.filter(part => part !== '').join(', ');
}

function averagedMatches(
  models: readonly ModelSamples[],
  plain: readonly (readonly Quantity[])[],
  typed: TypedNumber,
): readonly Found[] {
  return meansOverModels(models, plain).flatMap(({ quantities, over, model }) =>
    matches(quantities, typed, null).map(match => ({
      ...match,
      text: [`${match.text}, ${over}`, match.change].filter(part => part !== '').join(', '),
      cost: match.cost + 1,
      model,
    })),
  );
}

/** The number of an output that is not shown, or of all outputs together. */
function* ofOutputs(
  shown: ModelSamples | undefined,
  plain: readonly Quantity[] | undefined,
  typed: TypedNumber,
  parameters: LossParameters,
  { rows, outputs = [] }: Beside,
): Steps<readonly Found[]> {
  if (shown === undefined || plain === undefined || outputs.length === 0) return [];
  const all = [shown, ...outputs.map(({ model }) => model)];
  const others: (readonly Quantity[])[] = [];
  for (const { model } of outputs) {
    others.push(yield* quantitiesOf({ text: '', cost: 0, model }, parameters));
  }
  const single = outputs.flatMap(({ target, model }, i) =>
    matches(others[i]!, typed, reductionOf(model, { rows, columns: [] })).map(match => ({
      ...match,
      text: [`${match.text} of the output "${target}"`, match.change].filter(Boolean).join(', '),
      cost: match.cost + 1,
      model: model.name,
    })),
  );
  const together = matches(outputQuantities(all), typed, null).map(match => ({
    ...match,
    text: [match.text, match.change].filter(part => part !== '').join(', '),
    model: `${all.length} outputs`,
  }));
  return [...single, ...together, ...averagedMatches(all, [plain, ...others], typed)];
}

interface Match {
  readonly text: string;
  /** What was done to the quantity. */
  readonly change: string;
  readonly value: number;
  readonly digits: number;
  readonly cost: number;
  readonly family: string;
}

/** Quantities that the number is, with what had to be done to them; sums need to know the rows. */
function matches(
  quantities: readonly Quantity[],
  typed: TypedNumber,
  reduction: Reduction | null,
): readonly Match[] {
  return quantities.flatMap(quantity =>
    changes[quantity.kind].flatMap(change => {
      const value = change.apply(quantity.value, reduction ?? unknownRows);
      const digits = agreement(typed, value);
      if (digits === undefined || (change.cost > 0 && value === quantity.value)) return [];
      const { text, family = text } = quantity;
      const cost = quantity.cost + change.cost;
      return [
        { text, change: change.text, value, digits, cost, family: `${family}, ${change.text}` },
      ];
    }),
  );
}

/** Changes that count rows come to nothing. */
const unknownRows: Reduction = {
  n: Number.NaN,
  totalWeight: Number.NaN,
  nonZero: Number.NaN,
  allRows: Number.NaN,
};

function reductionOf({ n, weight, split }: ModelSamples, { rows }: Beside): Reduction {
  return {
    n,
    totalWeight: weight === undefined ? n : sumOf(n, i => weight[i]!),
    nonZero: weight === undefined ? n : sumOf(n, i => Number(weight[i] !== 0)),
    allRows: split === null ? rows : n,
  };
}

/** What only the rows as they are give, beside all that every reading gives. */
function* plainQuantities(
  reading: Reading,
  parameters: LossParameters,
  beside: Beside,
): Steps<readonly Quantity[]> {
  const { model } = reading;
  return [
    ...(yield* quantitiesOf(reading, parameters)),
    ...(yield* batchQuantities(model, parameters)),
    ...(model.task === 'regression' ? quantileQuantities(model, beside) : []),
  ];
}

function* quantitiesOf(
  { model, only }: Reading,
  parameters: LossParameters,
): Steps<readonly Quantity[]> {
  if (only !== undefined) {
    const logLoss = yield* catalogueQuantities(model, parameters, ['log_loss']);
    return logLoss.map(one => ({ ...one, text: only.name }));
  }
  const others =
    model.task === 'regression' || model.task === 'errors'
      ? numberQuantities(model)
      : classQuantities(model);
  return [...(yield* catalogueQuantities(model, parameters)), ...(yield* others)];
}

/** Without the ways that lead to a number which a less far-fetched way gives already. */
function distinct(found: readonly Found[]): readonly Found[] {
  const cheapest = new Map<string, Found>();
  return found.filter(one => {
    const byValue = `${one.model} ${one.value.toPrecision(12)}`;
    const byFamily = `${one.model} family ${one.family}`;
    const least = cheapest.get(byValue)?.cost ?? one.cost;
    const first = cheapest.get(byFamily) ?? one;
    if (!cheapest.has(byValue)) cheapest.set(byValue, one);
    cheapest.set(byFamily, first);
    return one.cost === least && first === one;
  });
}
