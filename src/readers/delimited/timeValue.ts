const isoDate = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(.+))?$/;
const writtenDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[T ]+(.+))?$/;
const clock = /^(-?)(?:(\d{1,4}):)?(\d{1,4})[:.](\d{2})(?:\.(\d{1,9}))?$/;
const zone = /(?:Z|UTC|([+-])(\d{2}):?(\d{2}))$/;
const maxTime = 40;

/** True for a date, a date with a time, or a duration such as 07:11 or 1:02:03. */
export function isTime(text: string): boolean {
  return !Number.isNaN(timeValue(text, false));
}

/**
 * Seconds: since 1970 in universal time for dates, the length for durations; NaN for anything else.
 * In 10/03/2004 the day comes first when `dayFirst`, or when the other order gives no date.
 */
export function timeValue(text: string, dayFirst: boolean): number {
  if (text.length > maxTime) return Number.NaN;
  const iso = isoDate.exec(text);
  if (iso !== null) return moment(iso[1]!, iso[2]!, iso[3]!, iso[4]);
  const written = writtenDate.exec(text);
  if (written === null) return clockSeconds(text);
  const [, first, second, year, time] = written;
  const swap = dayFirst || Number(first) > 12 || text.includes('.');
  return swap ? moment(year!, second!, first!, time) : moment(year!, first!, second!, time);
}

/** True when some text can only have the day first. */
export function daysComeFirst(texts: readonly string[]): boolean {
  return texts.some(text => Number(writtenDate.exec(text)?.[1] ?? 0) > 12);
}

function moment(year: string, month: string, day: string, time: string | undefined): number {
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) {
    return Number.NaN;
  }
  if (time === undefined) return date;
  const offset = zone.exec(time);
  const seconds = clockSeconds(offset === null ? time : time.slice(0, offset.index).trimEnd());
  return date + seconds - offsetSeconds(offset);
}

function offsetSeconds(offset: RegExpExecArray | null): number {
  if (offset?.[1] === undefined) return 0;
  const seconds = Number(offset[2]) * 3600 + Number(offset[3]) * 60;
  return offset[1] === '-' ? -seconds : seconds;
}

/** `h:mm:ss`, `mm:ss` or `h.mm.ss`, the last with a fraction or without. */
function clockSeconds(text: string): number {
  const dotted = /^(\d{1,2})\.(\d{2})\.(\d{2})$/.exec(text);
  if (dotted !== null) return Number(dotted[1]) * 3600 + Number(dotted[2]) * 60 + Number(dotted[3]);
  const parts = clock.exec(text);
  if (parts === null || !text.includes(':')) return Number.NaN;
  const [, sign, hours, minutes, seconds, fraction] = parts;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  const value = whole + Number(`0.${fraction ?? 0}`);
  return sign === '-' ? -value : value;
}
