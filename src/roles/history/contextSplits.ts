import type { Series } from '../../core/training/history';

type Named = Pick<Series, 'name' | 'split' | 'quantity' | 'direction'>;

/**
 * Settles the split of bare names such as `accuracy` by their company: beside `val_accuracy` or a plain
 * `loss` it is the training value, as Keras writes it; beside `train_loss` and `valid_loss` it was taken on
 * the validation data, as fastai and YOLO write it.
 */
export function withContextSplits<T extends Named>(series: readonly T[]): readonly T[] {
  const numbered = boostingSplits(series);
  const plainLoss = numbered.some(({ name }) => /^(loss|losses)$/i.test(name.trim()));
  const spelledTrain = numbered.some(({ name, split }) => split === 'train' && /train/i.test(name));
  const held = numbered.some(({ split }) => split === 'validation');
  return numbered.map(one => {
    if (one.split !== null || one.direction === 'none') return one;
    const paired = numbered.some(
      ({ split, quantity }) => split === 'validation' && quantity === one.quantity,
    );
    if (paired || plainLoss) return { ...one, split: 'train' as const };
    return spelledTrain && held ? { ...one, split: 'validation' as const } : one;
  });
}

/** XGBoost calls the sets `validation_0`, `validation_1`; the first is usually the training data. */
function boostingSplits<T extends Named>(series: readonly T[]): readonly T[] {
  const isSet = (name: string, set: number): boolean => name.startsWith(`validation_${set}`);
  if (!series.some(({ name }) => isSet(name, 0)) || !series.some(({ name }) => isSet(name, 1))) {
    return series;
  }
  return series.map(one => (isSet(one.name, 0) ? { ...one, split: 'train' as const } : one));
}
