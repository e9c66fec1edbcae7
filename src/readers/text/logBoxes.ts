import type { LogSegment, LogValue } from './logSegment';
import type { TextLine } from './textLines';

const bars = /[|│┃]/;
const number = /^[-+]?(?:\d[\d_,]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?%?$|^[-+]?(?:nan|inf)$/i;

interface BoxLine {
  readonly name: string;
  readonly value: string;
  readonly indent: number;
  readonly line: number;
}

/** Boxes of names beside values, as tools of reinforcement learning print one for each iteration. */
export interface Boxes {
  readonly boxes: readonly LogSegment[];
  /** Lines that belong to a box. */
  readonly taken: ReadonlySet<number>;
}

const minLines = 2;

/** The boxes in a text; a table of two columns with numbers on both sides is none. */
export function logBoxes(lines: readonly TextLine[]): Boxes {
  const boxes: LogSegment[] = [];
  const taken = new Set<number>();
  let open: BoxLine[] = [];
  const close = (): void => {
    const box = boxOf(open);
    if (box !== undefined) {
      boxes.push(box);
      for (const { line } of open) taken.add(line);
    }
    open = [];
  };
  for (const line of lines) {
    const found = boxLine(line);
    const again = found !== undefined && open.some(one => one.name === found.name && isValue(one));
    if (found === undefined || (again && isValue(found))) close();
    if (found !== undefined) open.push(found);
  }
  close();
  return { boxes, taken };
}

function boxLine({ text, line }: TextLine): BoxLine | undefined {
  const [before, name, value, after, ...more] = text.split(bars);
  if (before === undefined || name === undefined || value === undefined) return undefined;
  const isFramed = before.trim() === '' && (after ?? '').trim() === '' && more.length === 0;
  if (!isFramed || !/\p{L}/u.test(name)) return undefined;
  const indent = name.length - name.trimStart().length;
  return { name: name.trim(), value: value.trim(), indent, line };
}

function isValue({ value }: BoxLine): boolean {
  return number.test(value);
}

function boxOf(lines: readonly BoxLine[]): LogSegment | undefined {
  const metrics: LogValue[] = [];
  let group: BoxLine | undefined;
  for (const one of lines) {
    if (group !== undefined && one.indent <= group.indent && !isRightAligned(lines))
      group = undefined;
    if (one.value === '') group = one;
    else if (isValue(one)) metrics.push({ name: pathOf(group, one), value: numberIn(one.value) });
  }
  const texts = lines.filter(one => one.value !== '' && !isValue(one)).length;
  if (metrics.length < minLines || texts > metrics.length) return undefined;
  return { line: lines[0]!.line, metrics, progress: null, kind: 'whole' };
}

/** Names that end under each other are not indented to say what they belong to. */
function isRightAligned(lines: readonly BoxLine[]): boolean {
  return new Set(lines.map(({ name, indent }) => name.length + indent)).size === 1;
}

/** `rollout/` above `ep_rew_mean`. */
function pathOf(group: BoxLine | undefined, { name }: BoxLine): string {
  if (group === undefined) return name;
  return group.name.endsWith('/') ? `${group.name}${name}` : `${group.name}/${name}`;
}

function numberIn(text: string): number {
  if (/nan/i.test(text)) return Number.NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  const plain = text.replaceAll(/[_,]/g, '');
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}
