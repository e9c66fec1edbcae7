import type { FigureData } from './figureData';
import type { Usable } from './samples/usable';

/** The models of `data` that have samples and pass `test`. */
export function modelsWith<T extends Usable>(
  data: FigureData,
  test: (usable: Usable) => usable is T,
): readonly T[] {
  return data.usable.filter(test).filter(usable => usable.n > 0);
}
