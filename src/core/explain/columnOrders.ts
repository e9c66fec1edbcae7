import { listed } from '../../shared/text';
import type { MulticlassModelSamples } from '../samples/modelSamples';
import type { Reading } from './reading';

/** All orders of at most so many classes are tried, while rows times orders stay below a bound. */
const maxPermuted = 5;
const maxTried = 300_000;

/**
 * Class columns taken in another order than that of the classes they belong to. `written` is the order in
 * which the source has them.
 */
export function columnOrders(
  model: MulticlassModelSamples,
  columns: readonly Float64Array[],
  written: readonly number[] = model.classes.map((_, k) => k),
): readonly Reading[] {
  const { classes, predictedFrom } = model;
  return ordersOf(model, written).map(({ order, text, cost }) => ({
    text,
    cost,
    model: {
      ...model,
      probabilities: order.map(k => columns[k]!),
      ...(predictedFrom === 'label'
        ? {}
        : { predicted: model.predicted.map(label => order.indexOf(label)) }),
      classes,
    },
  }));
}

interface Order {
  /** Column that is taken for each class. */
  readonly order: readonly number[];
  readonly text: string;
  readonly cost: number;
}

function ordersOf(
  { classes, n }: MulticlassModelSamples,
  written: readonly number[],
): readonly Order[] {
  const places = classes.map((_, k) => k);
  const sorted = [...places].sort((a, b) => (classes[a]! < classes[b]! ? -1 : 1));
  const permuted = permutations(places);
  const isShort = places.length <= maxPermuted && permuted.length * n <= maxTried;
  const known: readonly (readonly [readonly number[], string])[] = [
    [
      places.map(k => written[sorted.indexOf(k)]!),
      'in the order of the file, taken for the labels in sorted order as scikit-learn has them',
    ],
    [
      places.map(k => sorted[written.indexOf(k)]!),
      'in sorted order, taken for the labels as written',
    ],
    [[...places].reverse(), 'in reverse order'],
    [[...places.slice(1), 0], 'in an order moved by one'],
    [[places.length - 1, ...places.slice(0, -1)], 'in an order moved back by one'],
  ];
  const seen = new Set([places.join()]);
  return [
    ...known.map(([order, how]) => ({ order, how, cost: 2 })),
    ...(isShort ? permuted.map(order => ({ order, how: 'in another order', cost: 3 })) : []),
  ].flatMap(({ order, how, cost }) => {
    if (seen.has(order.join())) return [];
    seen.add(order.join());
    return [{ order, cost, text: `with the class columns ${how}${takenFor(classes, order)}` }];
  });
}

/** What a person can check against a script: which column was taken for which class. */
function takenFor(classes: readonly string[], order: readonly number[]): string {
  if (classes.length > maxPermuted) return '';
  return ` (those of ${listed(order.map(k => classes[k]!))} taken for ${listed(classes)})`;
}

function permutations(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length > maxPermuted) return [];
  if (places.length <= 1) return [places];
  return places.flatMap(first =>
    permutations(places.filter(place => place !== first)).map(rest => [first, ...rest]),
  );
}
