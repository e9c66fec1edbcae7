import type { TextRow, TextTable } from './cellTable';
import { isElided } from './pipeTable';
import { paragraphs, type TextLine } from './textLines';

/**
 * The longest DataFrame print of pandas or R: a header that ends where the right-aligned cells below end,
 * and an index in front. Undefined when there is none.
 */
export function printedFrame(lines: readonly TextLine[]): TextTable | undefined {
  const blocks = paragraphs(lines).flatMap(block => frameOf(block) ?? []);
  const frames = joined(blocks);
  return frames.reduce<TextTable | undefined>(
    (longest, frame) => (frame.rows.length > (longest?.rows.length ?? 0) ? frame : longest),
    undefined,
  );
}

interface Block extends TextTable {
  /** The header ends in `\`: the next block holds more columns of the same rows. */
  readonly goesOn: boolean;
}

/** Blocks of a frame that was too wide for the screen become one table again. */
function joined(blocks: readonly Block[]): TextTable[] {
  const frames: Block[] = [];
  for (const block of blocks) {
    const last = frames.at(-1);
    if (last?.goesOn && last.rows.length === block.rows.length) {
      const rows = last.rows.map(({ cells, line }, i) => ({
        cells: [...cells, ...block.rows[i]!.cells],
        line,
      }));
      frames[frames.length - 1] = {
        ...last,
        goesOn: block.goesOn,
        names: [...last.names, ...block.names],
        rows,
      };
    } else frames.push(block);
  }
  return frames;
}

const shape = /^\[\d+ rows x \d+ columns\]$/;

function frameOf(lines: readonly TextLine[]): Block | undefined {
  const found = lines.findIndex(({ text }) => /^\s+\S/.test(text));
  const top = Math.max(found, 0);
  const header = found < 0 ? withIndent(lines) : lines[top]?.text;
  if (header === undefined) return undefined;
  const body = lines.slice(top + 1).filter(({ text }) => !shape.test(text.trim()));
  if (body.length === 0 || body.some(({ text }) => /^\s/.test(text))) return undefined;
  const goesOn = header.trimEnd().endsWith('\\');
  const plain = goesOn ? header.trimEnd().slice(0, -1) : header;
  const words = [/\S+/g, /\S+(?: \S+)*/g].map(pattern => [...plain.matchAll(pattern)]);
  const fitting = words.find(matches => endsFit(matches.map(endOf), body));
  if (fitting === undefined) return undefined;
  return {
    ...tableOf(
      fitting.map(match => match[0]),
      fitting.map(endOf),
      body,
    ),
    goesOn,
  };
}

/** The header of a print that was selected from its first letter on, set in as far as the rows reach. */
function withIndent([header, ...body]: readonly TextLine[]): string | undefined {
  const plain = header?.text.trimEnd() ?? '';
  const reach = body.reduce((most, { text }) => Math.max(most, text.trimEnd().length), 0);
  const missing = reach - plain.length;
  return plain === '' || missing < 1 ? undefined : `${' '.repeat(missing)}${plain}`;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

/** Every line has a blank or nothing behind each end, and most have a cell that ends there. */
function endsFit(ends: readonly number[], body: readonly TextLine[]): boolean {
  return ends.every(end => {
    const full = body.filter(({ text }) => (text[end - 1] ?? ' ') !== ' ').length;
    return full * 2 >= body.length && body.every(({ text }) => (text[end] ?? ' ') === ' ');
  });
}

function tableOf(
  names: readonly string[],
  ends: readonly number[],
  body: readonly TextLine[],
): TextTable {
  const all = body.map(({ text, line }) => ({ cells: cellsOf(text, ends), line }));
  const elided = all.find(isElided);
  const kept = names.flatMap((name, k) => (/^(?:\.{3}|…)$/.test(name) ? [] : [k]));
  const filled = all.filter(row => row !== elided && row.cells.some(Boolean));
  const rows = filled.map(row => picked(row, kept));
  const table = { names: kept.map(k => names[k]!), rows, problems: [] };
  return elided === undefined ? table : { ...table, elidedAt: elided.line };
}

function picked({ cells, line }: TextRow, kept: readonly number[]): TextRow {
  return { cells: kept.map(k => cells[k]!), line };
}

/** Cells between the ends of the columns; the first stretch also holds the index. */
function cellsOf(text: string, ends: readonly number[]): string[] {
  return ends.map((end, k) => {
    const part = text.slice(k === 0 ? 0 : ends[k - 1]!, end).trim();
    if (k > 0) return part;
    const index = /^\S+(?: \S+)*\s{2,}/.exec(part) ?? /^\S+\s*/.exec(part);
    return part.slice(index?.[0].length ?? 0);
  });
}
