import { type Fill, fillOf, forEachFilled } from './fill';

/**
 * Indices of the `count` largest of `value(0..n-1)`, largest first, equal values by index; NaN is left out.
 * n log(count) at worst, close to n on real data.
 */
export function topOf(n: number, count: number, value: (i: number) => number): readonly number[] {
  return topOfFilled(n, count, fillOf(value));
}

/** The largest value of each `length` samples in their order; Infinity for all pieces where they are not known. */
export interface Bounds {
  readonly length: number;
  readonly largest: Float64Array;
}

/** The same of values that are computed together; pieces whose bound is too low are not looked at. */
export function topOfFilled(
  n: number,
  count: number,
  fill: Fill,
  bounds?: Bounds,
): readonly number[] {
  if (count === 0) return [];
  const list = new Shortlist(Math.min(count, n));
  if (bounds === undefined) forEachFilled(n, fill, (values, from) => list.offer(values, from));
  else offerBounded(list, n, count, fill, bounds);
  return list.indices();
}

/** As many pieces as are asked for reach `least`, so that no piece below it has one of the largest values. */
function offerBounded(
  list: Shortlist,
  n: number,
  count: number,
  fill: Fill,
  { length, largest }: Bounds,
): void {
  const buffer = new Float64Array(length);
  const least = largest.length < count ? Number.NEGATIVE_INFINITY : largest.toSorted().at(-count)!;
  for (let piece = 0; piece < largest.length; piece++) {
    if (largest[piece]! < least || largest[piece]! <= list.floor) continue;
    const from = piece * length;
    const values = buffer.subarray(0, Math.min(length, n - from));
    fill(from, values);
    list.offer(values, from);
  }
}

/**
 * The largest values so far, in the order of their indices. When the list is full the `count` largest stay,
 * and what comes later must exceed the smallest of them.
 */
class Shortlist {
  readonly #count: number;
  readonly #index: Int32Array;
  readonly #value: Float64Array;
  #size = 0;
  #floor = Number.NaN;

  constructor(count: number) {
    this.#count = count;
    this.#index = new Int32Array(2 * count + spareLength);
    this.#value = new Float64Array(this.#index.length);
  }

  /** NaN until a list was full: nothing is at most NaN. */
  get floor(): number {
    return this.#floor;
  }

  offer(values: Float64Array, from: number): void {
    let floor = this.#floor;
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x <= floor || Number.isNaN(x)) continue;
      this.#index[this.#size] = from + i;
      this.#value[this.#size++] = x;
      if (this.#size < this.#value.length) continue;
      this.#shorten();
      floor = this.#floor;
    }
  }

  indices(): readonly number[] {
    if (this.#size > this.#count) this.#shorten();
    const value = this.#value;
    const places = Array.from({ length: this.#size }, (_, place) => place);
    places.sort((a, b) => (value[a] === value[b] ? a - b : value[b]! - value[a]!));
    return places.map(place => this.#index[place]!);
  }

  #shorten(): void {
    const sorted = this.#value.slice(0, this.#size).sort();
    const floor = sorted[this.#size - this.#count]!;
    let ties = this.#count - (this.#size - 1 - sorted.lastIndexOf(floor));
    let kept = 0;
    for (let place = 0; place < this.#size; place++) {
      const x = this.#value[place]!;
      if (x < floor || (x === floor && ties-- <= 0)) continue;
      this.#index[kept] = this.#index[place]!;
      this.#value[kept++] = x;
    }
    this.#size = kept;
    this.#floor = floor;
  }
}

const spareLength = 256;
