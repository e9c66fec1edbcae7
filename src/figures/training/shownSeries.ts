import { finiteExtent } from '../../core/statistics/extent';
import type { History, Series } from '../../core/training/history';
import { judgedSeries } from '../../core/training/judgedSeries';
import type { Control, FigureOptions } from '../../shared/figure';
import { textsOption } from '../options';

/** The quantities on the chart, losses first, and the control that changes them. */
export interface ShownQuantities {
  readonly quantities: readonly string[];
  readonly control: Control | null;
}

const separate = 3;

/** By default the losses the verdict goes by and the first score; the learning rate has its own panel. */
export function shownQuantities(
  histories: readonly History[],
  options: FigureOptions,
): ShownQuantities {
  const all = quantitiesOf(histories);
  const quantities = textsOption(options, 'quantities', all, defaults(histories, all));
  const control: Control = {
    kind: 'choices',
    id: 'quantities',
    label: 'Curves',
    value: quantities,
    options: all.map(value => ({ value, label: value.replaceAll('_', ' ') })),
  };
  return { quantities, control: all.length < separate ? null : control };
}

const order: Readonly<Record<Series['direction'], number>> = { lower: 0, higher: 1, none: 2 };

/** Losses first, then scores, then the rest. */
function quantitiesOf(histories: readonly History[]): readonly string[] {
  const series = histories.flatMap(history => history.series);
  const sorted = series.toSorted((a, b) => order[a.direction] - order[b.direction]);
  return [...new Set(sorted.map(({ quantity }) => quantity))].filter(one => one !== 'lr');
}

function defaults(histories: readonly History[], all: readonly string[]): readonly string[] {
  const wanted = new Set(
    histories.flatMap(history => {
      const { train, validation, score } = judgedSeries(history);
      return [train, validation, score].flatMap(one => (one === null ? [] : [one.quantity]));
    }),
  );
  return wanted.size === 0 ? all.slice(0, 1) : all.filter(quantity => wanted.has(quantity));
}

/** A score between 0 and 1, or between 0 and 100 when it counts in percent. */
export function scoreScale({ direction, values }: Series): 'fraction' | 'percent' | null {
  if (direction !== 'higher') return null;
  const [low, high] = finiteExtent(values);
  if (low < 0 || high > 100) return null;
  return high > 1 ? (high > 1.5 ? 'percent' : null) : 'fraction';
}
