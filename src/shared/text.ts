/** Steps, rows and sums of whole numbers are exact up to here and are shown so. */
const wholeUpTo = 1e12;

/**
 * A number for a sentence: `digits` significant digits without trailing zeros, whole numbers entire,
 * infinities in words.
 */
export function significant(value: number, digits = 6): string {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite';
  if (Number.isInteger(value) && Math.abs(value) < wholeUpTo) return String(value);
  return String(Number(value.toPrecision(digits)));
}

const units = [
  { from: 1e12, size: 1e12, name: 'T' },
  { from: 1e9, size: 1e9, name: 'G' },
  { from: 1e6, size: 1e6, name: 'M' },
] as const;
/** Whole numbers are read entire up to here. */
const wholeUntil = 1e9;

/**
 * A number for reading: four digits, `0.3567`, `14,231`, `2.294 M`, thousands apart; whole numbers entire up to a
 * billion, what is tiny with a power of ten.
 */
export function readable(value: number, digits = 4): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1e15) return significant(value, digits);
  if (Number.isInteger(value) && size < wholeUntil) return grouped(value);
  if (size < 1000) return String(Number(value.toPrecision(size < 0.001 ? 3 : digits)));
  const unit = units.find(({ from }) => size >= from);
  if (unit === undefined) return grouped(Math.round(value));
  return `${Number((value / unit.size).toPrecision(digits))}\u00a0${unit.name}`;
}

/** A whole number with its thousands apart: `14,231`. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

/** 0.907 -> `90.7 %`, and `< 0.1 %` for what is little but not nothing. */
export function percent(fraction: number, decimals = 1): string {
  if (Number.isNaN(fraction)) return 'an undefined share';
  const least = 10 ** -decimals;
  const share = fraction * 100;
  return share > 0 && share < least / 2 ? `< ${least} %` : `${share.toFixed(decimals)} %`;
}

/** `1 row`, `2 rows` */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `line 7`, `lines 3, 5 and 91-100`; at most `most` stretches, then how many lines are left out. */
export function linesText(lines: readonly number[], most = 4): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const stretches: { from: number; to: number }[] = [];
  for (const line of sorted) {
    const last = stretches.at(-1);
    if (last !== undefined && line === last.to + 1) last.to = line;
    else stretches.push({ from: line, to: line });
  }
  const shown = stretches.slice(0, most);
  const left = stretches.slice(most).reduce((sum, s) => sum + s.to - s.from + 1, 0);
  const words = shown.map(s => (s.from === s.to ? String(s.from) : `${s.from}-${s.to}`));
  if (left > 0) words.push(`${left} more`);
  return `${sorted.length === 1 ? 'line' : 'lines'} ${listed(words)}`;
}
