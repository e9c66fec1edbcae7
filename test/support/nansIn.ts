/** Paths to all numbers that are NaN, and to all texts that show one unless `mayBeSaid`. */
export function nansIn(value: unknown, path = '', mayBeSaid = false): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [path] : [];
  if (typeof value === 'string')
    return !mayBeSaid && /\bNaN\b/.test(value) ? [`${path}: ${value}`] : [];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => nansIn(part, `${path}.${key}`, mayBeSaid));
}
