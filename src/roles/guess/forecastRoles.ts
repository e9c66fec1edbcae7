import type { ForecastRoles } from '../roles';
import { type Candidate, isNumeric } from './candidate';
import type { Survey } from './survey';

/** How forecasting libraries and competitions call these columns. */
const names = {
  series: /^(unique_?id|series(_?(id|name))?|item_?id|ts_?(id|name)|time_?series(_?id)?)$/i,
  cutoff:
    /^(cut_?off(_?(date|time))?|(forecast|reference|origin|issue|fcst)_?(date|time|day)|(forecast_?)?origin)$/i,
  horizon: /^(h|horizon|(forecast_?)?(horizon|step|lead)|steps?_?ahead|lead_?(time|day|step)s?)$/i,
} as const;

/**
 * The columns that say what the rows are a forecast of. Names alone are not enough: one of them has to say
 * since when or how far ahead, or the series has to stand beside a time, and each has to hold what it says.
 */
export function forecastRolesOf(
  { candidates, choices }: Survey,
  used: ReadonlySet<string>,
): ForecastRoles | undefined {
  const free = candidates.filter(({ name }) => !used.has(name));
  const find = (role: keyof typeof names, holds: (one: Candidate) => boolean) =>
    choices[role] ??
    free.find(one => names[role].test(one.name.trim()) && holds(one))?.name ??
    null;
  const cutoff = find('cutoff', isMoment);
  const horizon = find('horizon', isSteps);
  const series = find('series', repeats);
  const taken = [cutoff, horizon, series];
  const time =
    free.find(one => isTime(one) && !taken.includes(one.name) && !names.cutoff.test(one.name))
      ?.name ?? null;
  const isSpoken = [choices.series, choices.cutoff, choices.horizon, choices.season].some(
    choice => choice !== undefined,
  );
  const isForecast = cutoff !== null || horizon !== null || (series !== null && time !== null);
  if (!isSpoken && !isForecast) return undefined;
  return { series, cutoff, horizon, time, season: choices.season ?? 1 };
}

function isTime({ column, said, name }: Candidate): boolean {
  return (
    column.kind === 'time' ||
    (said?.role === 'time' && isNumericKind(column.kind)) ||
    /^ds$/i.test(name)
  );
}

function isNumericKind(kind: Candidate['column']['kind']): boolean {
  return kind === 'number';
}

function isMoment(one: Candidate): boolean {
  return one.column.kind === 'time' || isNumeric(one);
}

/** Whole numbers from 0 or 1 that repeat. */
function isSteps(one: Candidate): boolean {
  return isNumeric(one) && one.facts.integer && one.facts.min >= 0 && repeats(one);
}

function repeats({ facts: { labels, rows } }: Candidate): boolean {
  return labels.size <= rows / 2;
}
