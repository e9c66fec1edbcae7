import type { Column } from '../table';

type Nans = Pick<Column, 'numbers' | 'saysNan'>;

/**
 * Where NaN is written in a column that grows: asked of the first rows where they are, kept for the added
 * ones. Taking more rows in costs their own number; two continuations of the same rows do not meet, because
 * the second one starts a set of its own.
 */
export class AddedNans {
  readonly #base: Nans;
  readonly #added: Set<number>;
  #rows: number;

  constructor(base: Nans, added: Set<number> = new Set(), rows: number = base.numbers.length) {
    this.#base = base;
    this.#added = added;
    this.#rows = rows;
  }

  has(row: number): boolean {
    return row < this.#base.numbers.length
      ? this.#base.saysNan?.(row) === true
      : this.#added.has(row);
  }

  /** These rows up to `rows`, and behind them those of `column`. */
  with({ numbers, saysNan }: Nans, rows: number): AddedNans {
    const own = this.#rows === rows ? this.#added : new Set([...this.#added].filter(r => r < rows));
    for (let row = 0; row < numbers.length; row++) {
      if (Number.isNaN(numbers[row]!) && saysNan?.(row) === true) own.add(rows + row);
    }
    if (own === this.#added) this.#rows = rows + numbers.length;
    return new AddedNans(this.#base, own, rows + numbers.length);
  }
}
