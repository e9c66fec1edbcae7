import { type Fill, fillOf, forEachFilled } from './fill';

/**
 * Indices of the `count` largest of `value(0..n-1)`, largest first, equal values by index; NaN is left out.
 * A heap whose root is the smallest value kept: n log(count) at worst, close to n on real data.
 */
export function topOf(n: number, count: number, value: (i: number) => number): readonly number[] {
  return topOfFilled(n, count, fillOf(value));
}

/** What no value of a piece of samples exceeds, for pieces of `length` in their order. */
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
  const heap = new KeptHeap();
  if (bounds === undefined)
    forEachFilled(n, fill, (values, from) => offer(heap, count, values, from));
  else offerBounded(heap, n, count, fill, bounds);
  return heap.indices();
}

function offerBounded(
  heap: KeptHeap,
  n: number,
  count: number,
  fill: Fill,
  { length, largest }: Bounds,
): void {
  const buffer = new Float64Array(length);
  for (let piece = 0; piece < largest.length; piece++) {
    if (heap.size === count && !(largest[piece]! > heap.smallest)) continue;
    const from = piece * length;
    const values = buffer.subarray(0, Math.min(length, n - from));
    fill(from, values);
    offer(heap, count, values, from);
  }
}

function offer(heap: KeptHeap, count: number, values: Float64Array, from: number): void {
  let i = 0;
  for (; i < values.length && heap.size < count; i++) {
    if (!Number.isNaN(values[i]!)) heap.push(from + i, values[i]!);
  }
  let floor = heap.smallest;
  for (; i < values.length; i++) {
    if (!(values[i]! > floor)) continue;
    heap.replace(from + i, values[i]!);
    floor = heap.smallest;
  }
}

class KeptHeap {
  readonly #index: number[] = [];
  readonly #value: number[] = [];

  get size(): number {
    return this.#index.length;
  }

  get smallest(): number {
    return this.#value[0]!;
  }

  push(index: number, value: number): void {
    this.#index.push(index);
    this.#value.push(value);
    let at = this.size - 1;
    while (at > 0 && this.#goesFirst(at, (at - 1) >> 1)) {
      this.#swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  }

  replace(index: number, value: number): void {
    this.#index[0] = index;
    this.#value[0] = value;
    let at = 0;
    for (let child = this.#lesserChild(at); child !== at; child = this.#lesserChild(at)) {
      this.#swap(at, child);
      at = child;
    }
  }

  indices(): readonly number[] {
    const places = this.#index.map((_, place) => place);
    places.sort((a, b) => (this.#goesFirst(a, b) ? 1 : -1));
    return places.map(place => this.#index[place]!);
  }

  /** Closer to the root: the smaller value, of equal values the later index. */
  #goesFirst(a: number, b: number): boolean {
    if (this.#value[a] === this.#value[b]) return this.#index[a]! > this.#index[b]!;
    return this.#value[a]! < this.#value[b]!;
  }

  #lesserChild(at: number): number {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < this.size && this.#goesFirst(child, least)) least = child;
    }
    return least;
  }

  #swap(a: number, b: number): void {
    [this.#index[a], this.#index[b]] = [this.#index[b]!, this.#index[a]!];
    [this.#value[a], this.#value[b]] = [this.#value[b]!, this.#value[a]!];
  }
}
