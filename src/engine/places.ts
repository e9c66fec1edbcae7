import { firstRunningLine, partLine } from '../readers/parts/tablePart';
import { isReadError } from '../readers/readError';
import type { TablePart } from '../readers/table';

/**
 * What an engine says, with the file and the line there in place of every running line: `source` beside `line`,
 * `sources` beside `lines`, and in sentences the name of the file. Linear in what is said.
 */
export function withPlaces<T>(value: T, parts: readonly TablePart[] | undefined): T {
  return parts === undefined ? value : (placed(value, parts) as T);
}

/** The same of an error of reading. */
export function placedError(error: unknown, parts: readonly TablePart[] | undefined): unknown {
  if (parts === undefined || !isReadError(error)) return error;
  const { message, place } = error;
  const found = isRunning(place.line) ? partLine(parts, place.line) : undefined;
  const own =
    found === undefined ? place : { ...place, source: parts[found.part]!.name, line: found.line };
  return Object.assign(error, { message: placedText(message, parts), place: own });
}

function placed(value: unknown, parts: readonly TablePart[]): unknown {
  if (typeof value === 'string') return placedText(value, parts);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(item => placed(item, parts));
  const fields = Object.entries(value).flatMap(([key, field]) => placedField(key, field, parts));
  return Object.fromEntries(fields);
}

type Field = readonly [key: string, value: unknown];

function placedField(key: string, field: unknown, parts: readonly TablePart[]): readonly Field[] {
  if (key === 'line' && isRunning(field)) {
    const { part, line } = partLine(parts, field);
    return [
      ['line', line],
      ['source', part],
    ];
  }
  if (key === 'lines' && isLines(field)) {
    const places = Array.from(field, line =>
      isRunning(line) ? partLine(parts, line) : { part: 0, line },
    );
    const likeIt = (numbers: number[]) =>
      field instanceof Int32Array ? Int32Array.from(numbers) : numbers;
    return [
      ['lines', likeIt(places.map(({ line }) => line))],
      ['sources', likeIt(places.map(({ part }) => part))],
    ];
  }
  return [[key, placed(field, parts)]];
}

function isRunning(line: unknown): line is number {
  return typeof line === 'number' && line >= firstRunningLine;
}

function isLines(field: unknown): field is Int32Array | readonly number[] {
  return field instanceof Int32Array || (Array.isArray(field) && field.some(isRunning));
}

/** `line 7`, `lines 3, 5 and 91-100`, as sentences name lines. */
const linesInText = /\blines? \d{10}(?:-\d{10})?(?:(?:, | and )\d{10}(?:-\d{10})?)*/g;

function placedText(text: string, parts: readonly TablePart[]): string {
  return text.replace(linesInText, said =>
    said.replace(/(\d{10})(?:-(\d{10}))?/g, (digits, first: string, last?: string) =>
      isRunning(Number(first)) ? stretchText(Number(first), Number(last ?? first), parts) : digits,
    ),
  );
}

function stretchText(first: number, last: number, parts: readonly TablePart[]): string {
  const [from, to] = [partLine(parts, first), partLine(parts, last)];
  const name = (part: number) => parts[part]!.name;
  if (from.part !== to.part)
    return `${from.line} of ${name(from.part)} to ${to.line} of ${name(to.part)}`;
  const lines = from.line === to.line ? from.line : `${from.line}-${to.line}`;
  return `${lines} of ${name(from.part)}`;
}
