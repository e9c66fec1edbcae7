import { type CommonRows, commonRows } from '../../evaluate/commonRows';
import type { Control, FigureOptions } from '../../figure';
import type { Usable } from '../../usable';
import type { FigureData } from '../figureData';
import { foundIn } from '../foundIn';
import { modelsWith } from '../modelChoice';
import { textOption } from '../options';

/** The models of one split side by side, on the rows they share. */
export interface ComparedModels<T extends Usable> {
  readonly models: readonly T[];
  /** Place of each among all models of the data; colours go by it. */
  readonly indices: readonly number[];
  readonly common: CommonRows;
  readonly controls: readonly Control[];
}

/** Rows of different splits are never compared: a control chooses the split when there are several. */
export function comparedModels<T extends Usable>(
  data: FigureData,
  options: FigureOptions,
  test: (usable: Usable) => usable is T,
): ComparedModels<T> {
  const able = modelsWith(data, test);
  const splits = [...new Set(able.map(model => model.split ?? ''))];
  const split = textOption(options, 'split', splits, splits[0] ?? '');
  const all = able.filter(model => (model.split ?? '') === split);
  const names = all.map(model => data.usable.indexOf(model)).join(' ');
  const shared = foundIn(data).get(`rows of ${names}`, () => commonRows(all));
  // Models without a single common row cannot be compared: the first stands alone.
  const models = shared.n > 0 ? all : all.slice(0, 1);
  const control: Control = {
    kind: 'choice',
    id: 'split',
    label: 'Rows',
    value: split,
    options: splits.map(name => ({ value: name, label: name === '' ? 'without a split' : name })),
  };
  return {
    models,
    indices: models.map(model => data.usable.indexOf(model)),
    common: shared.n > 0 ? shared : commonRows(models),
    controls: splits.length > 1 ? [control] : [],
  };
}
