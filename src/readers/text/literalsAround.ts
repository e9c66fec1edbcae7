import { type FoundLiteral, findLiterals } from './findLiterals';
import type { TextPiece } from './readText';
import { sourceStyleOf } from './sourceStyle';
import { lineBreaksIn } from './tokenizer';

/**
 * The statement with an array or dict in which the cursor stands, with the statements of values above and
 * below it up to the next blank line; null when the cursor is in none. `offset` counts characters from 0.
 */
export function literalsAround(text: string, offset: number, name = ''): TextPiece | null {
  const spans = spansOf(findLiterals(text, 1, sourceStyleOf(name)));
  const at = spans.findIndex(span => span.array && holds(text, span, offset));
  if (at < 0) return null;
  let first = at;
  while (first > 0 && adjoin(text, spans[first - 1]!, spans[first]!)) first -= 1;
  let last = at;
  while (last + 1 < spans.length && adjoin(text, spans[last]!, spans[last + 1]!)) last += 1;
  const { start } = spans[first]!;
  return { text: text.slice(start, spans[last]!.end), line: 1 + lineBreaksIn(text, 0, start) };
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** False for single numbers, which only matter beside arrays. */
  readonly array: boolean;
}

/** Statements with values, in order; one inside another belongs to the outer one. */
function spansOf(literals: readonly FoundLiteral[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end, value } of literals) {
    const array = value.kind === 'list' || value.kind === 'dict';
    const last = spans.at(-1);
    if (last !== undefined && start < last.end) {
      spans[spans.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        array: last.array || array,
      };
    } else spans.push({ start, end, array });
  }
  return spans;
}

/** Anywhere from the beginning of the first line to the end of the last. */
function holds(text: string, { start, end }: Span, offset: number): boolean {
  if (offset >= start && offset <= end) return true;
  const gap = offset < start ? text.slice(offset, start) : text.slice(end, offset);
  return gap.length < 1000 && !/[\r\n]/.test(gap);
}

const restOfLine = /^[\s,;]*(?:(?:#|\/\/|%).*)?$/;
const maxGap = 2000;

/** Nothing but a comma or semicolon and comments between two statements, and no blank line. */
function adjoin(text: string, first: Span, second: Span): boolean {
  if (second.start - first.end > maxGap) return false;
  const lines = text.slice(first.end, second.start).split(/\r\n|\r|\n/);
  const inner = lines.slice(1, -1);
  return lines.every(line => restOfLine.test(line)) && inner.every(line => line.trim() !== '');
}
