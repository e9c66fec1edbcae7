/** Six significant digits, as every number of the report is shown; whole numbers entire. */
export function shown(value: number): string {
  return digits(value, 6);
}

/** Four significant digits, for quiet second lines and sliders. */
export function rough(value: number): string {
  return digits(value, 4);
}

/** Every digit of the number: for hovering and copying. */
export function whole(value: number): string {
  return Number.isFinite(value) ? String(value) : shown(value);
}

/** Steps, rows and sums of whole numbers are shown entire. */
const wholeUpTo = 1e12;

/** As `significant` of core writes it: the page takes no code from there. */
function digits(value: number, count: number): string {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite';
  if (Number.isInteger(value) && Math.abs(value) < wholeUpTo) return String(value);
  return String(Number(value.toPrecision(count)));
}

/** A label for an axis: short at any magnitude, `2.5M`, `1e-7`. */
export function tick(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e12))
    return value.toExponential(1).replace('.0e', 'e').replace('e+', 'e');
  const unit = units.find(candidate => size >= candidate.from);
  return unit === undefined
    ? String(Number(value.toPrecision(6)))
    : `${Number((value / unit.size).toPrecision(4))}${unit.name}`;
}

const units = [
  { from: 1e9, size: 1e9, name: 'G' },
  { from: 1e6, size: 1e6, name: 'M' },
  { from: 1e4, size: 1e3, name: 'k' },
];

/** `1 row`, `12 345 rows`; thousands stand apart. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : many}`;
}

/** 1234567 -> `1 234 567`, with narrow spaces that do not break. */
export function grouped(count: number): string {
  const digits = String(count);
  if (count < 10_000) return digits;
  const first = digits.length % 3;
  const parts = first === 0 ? [] : [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) parts.push(digits.slice(at, at + 3));
  return parts.join('\u202f');
}

/** `343 MB` */
export function fileSize(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const name = ['bytes', 'KB', 'MB', 'GB', 'TB'][power]!;
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${name}`;
}

/** `less than a second left`, `12 seconds left`, `3 minutes left` */
export function timeLeft(seconds: number): string {
  if (seconds < 1) return 'less than a second left';
  if (seconds < 90) return `${counted(Math.round(seconds), 'second')} left`;
  return `${counted(Math.round(seconds / 60), 'minute')} left`;
}
