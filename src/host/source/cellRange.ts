import type { CellPlace } from '../../shared/protocol/inspection';

/** Characters [start, end) of a line. */
export type Characters = readonly [number, number];

const separators = [',', '\t', ';', '|'];

/** The characters of a line at which a value stands; undefined where the line is not as it was read. */
export function cellRange(line: string, place: CellPlace): Characters | undefined {
  if (place.kind === 'characters') {
    return place.end <= line.length ? [place.start, place.end] : undefined;
  }
  const { column, index, count } = place;
  if (/^\s*\{/.test(line)) return memberOf(line, column);
  const record = separators.map(sign => fieldsOf(line, sign)).find(all => all.length === count);
  return count > 1 ? record?.[index] : undefined;
}

/** The fields of a delimited record, without the blanks around them; a separator in quotes is none. */
function fieldsOf(line: string, separator: string): readonly Characters[] {
  const fields: Characters[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (at < line.length && (isQuoted || line[at] !== separator)) continue;
    fields.push(trimmed(line, start, at));
    start = at + 1;
  }
  return fields;
}

/** The value of a JSON object's member that is written as a number, a word or a text. */
function memberOf(line: string, name: string): Characters | undefined {
  const key = `${JSON.stringify(name)}`;
  const at = line.indexOf(key);
  if (at < 0) return undefined;
  const value = /^\s*:\s*("(?:[^"\\]|\\.)*"|[^\s,}\]]+)/.exec(line.slice(at + key.length));
  if (value === null) return undefined;
  const end = at + key.length + value[0].length;
  return [end - value[1]!.length, end];
}

function trimmed(line: string, start: number, end: number): Characters {
  const text = line.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return [from, Math.max(from, start + text.trimEnd().length)];
}
