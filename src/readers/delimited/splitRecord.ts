import { afterBreak, closingQuote, isBlank, isLineBreak, quote, space, tab } from './bytes';
import { decodeCell } from './textCoding';

/** Where one cell stands: its content without quotes and outer blanks. */
export interface CellSpan {
  /** First byte of the content. */
  start: number;
  /** Behind the last byte of the content. */
  end: number;
  /** The separator or line break behind the cell, or the end of the bytes. */
  next: number;
  /** True when the content holds doubled quotes. */
  doubled: boolean;
  /** True when a quote was opened and never closed; it is then part of the content. */
  open: boolean;
}

/** True for the byte between cells; a separator of space stands for any run of blanks. */
function separates(byte: number | undefined, separator: number): boolean {
  return byte === separator || (separator === space && byte === tab);
}

/** Finds the cell that starts at `at`. */
export function findCell(
  bytes: Uint8Array,
  at: number,
  end: number,
  separator: number,
  span: CellSpan,
): void {
  let start = at;
  while (
    start < end &&
    isBlank(bytes[start]) &&
    (bytes[start] !== separator || separator === space)
  )
    start++;
  span.doubled = false;
  span.open = false;
  if (bytes[start] === quote && start < end) {
    const close = closingQuote(bytes, start, end);
    if (close > 0) {
      closeCell(bytes, start, close, end, separator, span);
      return;
    }
    span.open = true;
  }
  finishCell(bytes, start, start, end, separator, span);
}

function closeCell(
  bytes: Uint8Array,
  start: number,
  close: number,
  end: number,
  separator: number,
  span: CellSpan,
): void {
  finishCell(bytes, start, close, end, separator, span);
  const tail = span.end > close;
  span.start = tail ? start : start + 1;
  if (!tail) span.end = close - 1;
  span.doubled = !tail && hasQuote(bytes, start + 1, close - 1);
  trimSpan(bytes, span);
}

function hasQuote(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === quote) return true;
  return false;
}

function finishCell(
  bytes: Uint8Array,
  start: number,
  from: number,
  end: number,
  separator: number,
  span: CellSpan,
): void {
  let next = from;
  while (next < end && !separates(bytes[next], separator) && !isLineBreak(bytes[next])) next++;
  span.start = start;
  span.end = next;
  span.next = next;
  trimSpan(bytes, span);
}

function trimSpan(bytes: Uint8Array, span: CellSpan): void {
  while (span.start < span.end && isOuter(bytes[span.start]!)) span.start++;
  while (span.end > span.start && isOuter(bytes[span.end - 1]!)) span.end--;
}

function isOuter(byte: number): boolean {
  return isBlank(byte) || isLineBreak(byte);
}

/** The text of a cell, with doubled quotes made single. */
export function spanText(
  bytes: Uint8Array,
  span: Pick<CellSpan, 'start' | 'end' | 'doubled'>,
): string {
  const text = decodeCell(bytes, span.start, span.end);
  return span.doubled ? text.replaceAll('""', '"') : text;
}

export function newSpan(): CellSpan {
  return { start: 0, end: 0, next: 0, doubled: false, open: false };
}

/** The cells of the record that starts at `at`, and where the next record starts. */
export function splitRecord(
  bytes: Uint8Array,
  at: number,
  end: number,
  separator: number,
): { readonly cells: readonly string[]; readonly next: number; readonly end: number } {
  const cells: string[] = [];
  const span = newSpan();
  for (let next = at; ; ) {
    findCell(bytes, next, end, separator, span);
    const blankTail = separator === space && span.start === span.end && cells.length > 0;
    if (!blankTail) cells.push(spanText(bytes, span));
    if (span.next >= end) return { cells, next: end, end };
    if (isLineBreak(bytes[span.next]))
      return { cells, next: afterBreak(bytes, span.next), end: span.next };
    next = span.next + 1;
  }
}

/** The bytes of a cell with doubled quotes made single. */
export function undoubled(bytes: Uint8Array, span: Pick<CellSpan, 'start' | 'end'>): Uint8Array {
  const single = new Uint8Array(span.end - span.start);
  let length = 0;
  for (let at = span.start; at < span.end; at++) {
    single[length++] = bytes[at]!;
    if (bytes[at] === quote && bytes[at + 1] === quote) at++;
  }
  return single.subarray(0, length);
}
