import type { Feature } from '../../core/slices/feature';

const secondsOfDay = 86_400;
const secondsOfYear = 366 * secondsOfDay;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Dates are seconds since 1970, durations are shorter. */
export function isDate(seconds: Float64Array): boolean {
  const known = seconds.filter(x => !Number.isNaN(x));
  const early = known.filter(x => Math.abs(x) < secondsOfYear).length;
  return known.length > 0 && 2 * early < known.length;
}

/** The hour, where there are hours, the weekday and the month of dates, in universal time. */
export function momentFeatures(column: string, seconds: Float64Array): readonly Feature[] {
  const hours = seconds.map(x =>
    Math.floor((((x % secondsOfDay) + secondsOfDay) % secondsOfDay) / 3600),
  );
  const hasHours = hours.some(hour => hour > 0);
  const ofDate = (labels: readonly string[], pick: (date: Date) => number) =>
    Int32Array.from(seconds, x =>
      Number.isNaN(x) ? -1 : pick(new Date(x * 1000)) % labels.length,
    );
  return [
    ...(hasHours ? [{ kind: 'number', column, part: 'hour', values: hours } as const] : []),
    {
      kind: 'label',
      column,
      part: 'weekday',
      codes: ofDate(weekdays, date => date.getUTCDay()),
      labels: weekdays,
    },
    {
      kind: 'label',
      column,
      part: 'month',
      codes: ofDate(months, date => date.getUTCMonth()),
      labels: months,
    },
  ];
}
