/** Steps, rows and sums of whole numbers are exact up to here and are shown so. */
const wholeUpTo = 1e12;

/**
 * A number for a sentence: `digits` significant digits without trailing zeros, whole numbers entire,
 * infinities in words.
 */
export function significant(value: number, digits = 6): string {
  if (Number.isNaN(value)) return 'undefined';
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite';
  if (Number.isInteger(value) && Math.abs(value) < wholeUpTo) return String(value);
  return String(Number(value.toPrecision(digits)));
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
