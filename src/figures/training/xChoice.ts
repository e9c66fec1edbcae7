import type { Axis, History } from '../../core/training/history';
import type { Control, FigureOptions } from '../../shared/figure';
import { textOption } from '../options';

const byRow = 'row';

/** Which column the curves are drawn over. */
export interface XChoice {
  readonly label: string;
  readonly kind: Axis['kind'];
  readonly control: Control | null;
  /** x of every row of a history; its own x where it lacks the chosen one. */
  readonly valuesOf: (history: History) => Float64Array;
}

const kindLabels: Readonly<Partial<Record<Axis['kind'], string>>> = {
  'relative-time': 'relative time (s)',
  'wall-time': 'wall time (s since 1970)',
};

/** The axis chosen in the options, of those the first history has. Throws a RangeError without a history. */
export function xChoice(histories: readonly History[], options: FigureOptions): XChoice {
  const first = histories[0];
  if (first === undefined) throw new RangeError('There is no history to draw.');
  const axes = [first.x, ...first.otherX].filter(({ name }) => name !== null);
  const ids = [...axes.map(({ name }) => name ?? byRow), byRow];
  const value = textOption(options, 'x', ids, ids[0]!);
  const chosen = axes.find(({ name }) => name === value);
  const control: Control = {
    kind: 'choice',
    id: 'x',
    label: 'Over',
    value,
    options: ids.map((id, i) => ({ value: id, label: labelOf(axes[i], id) })),
  };
  return {
    label: labelOf(chosen, chosen?.name ?? byRow),
    kind: chosen?.kind ?? 'row',
    control: ids.length > 1 ? control : null,
    valuesOf: history => axisValues(history, chosen),
  };
}

function labelOf(axis: Axis | undefined, id: string): string {
  if (axis === undefined) return 'row';
  const kind = kindLabels[axis.kind];
  return kind === undefined || axis.name === kind ? id : `${id.trim()}, ${kind}`;
}

function axisValues(history: History, chosen: Axis | undefined): Float64Array {
  if (chosen === undefined) return new Float64Array(history.x.values.length).map((_, row) => row);
  const axes = [history.x, ...history.otherX];
  const same =
    axes.find(({ name }) => name === chosen.name) ?? axes.find(({ kind }) => kind === chosen.kind);
  return (same ?? history.x).values;
}
