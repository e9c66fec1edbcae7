import type { FigureOptions } from '../shared/figure';

/** The number under `id`, kept within its range; `fallback` when there is none. */
export function numberOption(
  options: FigureOptions,
  id: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const value = options[id];
  if (typeof value !== 'number' || Number.isNaN(value)) return fallback;
  return Math.min(max, Math.max(min, value));
}

/** The text under `id` when it is one of `allowed`, else `fallback`. */
export function textOption<T extends string>(
  options: FigureOptions,
  id: string,
  allowed: readonly T[],
  fallback: T,
): T {
  return allowed.find(text => text === options[id]) ?? fallback;
}

/** Those of `allowed` that are listed under `id`, in the order of `allowed`; `fallback` when none is. */
export function textsOption<T extends string>(
  options: FigureOptions,
  id: string,
  allowed: readonly T[],
  fallback: readonly T[],
): readonly T[] {
  const value = options[id];
  const chosen = Array.isArray(value) ? allowed.filter(text => value.includes(text)) : [];
  return chosen.length > 0 ? chosen : fallback;
}

/** The truth value under `id`; `fallback` when there is none. */
export function flagOption(options: FigureOptions, id: string, fallback = false): boolean {
  const value = options[id];
  return typeof value === 'boolean' ? value : fallback;
}
