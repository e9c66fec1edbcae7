import { columnOfCells } from '../cells';
import type { Table } from '../table';
import { nameBefore } from './logName';
import { logNumber } from './logSegment';
import { logValue } from './logValue';
import { roleHint } from './roleHint';
import type { TextLine } from './textLines';

interface Spoken {
  readonly name: string;
  readonly values: number[];
  readonly lines: number[];
}

const maxText = 20_000;
const joints: ReadonlySet<string> = new Set(['', ',', ';', 'and', '&']);

/** `prediction 200000, actual 220000` or `errors 20 and 2`: numbers behind words that say what they are. */
export function sentence(name: string, lines: readonly TextLine[]): Table | undefined {
  const spoken = mergedByName(lines.slice(0, maxText).flatMap(spokenIn));
  const meant = spoken.filter(part => roleHint(part.name) !== 'other');
  const first = meant[0];
  if (first === undefined) return undefined;
  const columns = meant.filter(part => part.values.length === first.values.length);
  return {
    name,
    format: 'selection',
    bytes: 0,
    rows: first.values.length,
    columns: columns.map(part => columnOfCells(part.name, part.values)),
    lineOf: row => first.lines[row] ?? null,
    problems: [],
  };
}

function spokenIn({ text, line }: TextLine): Spoken[] {
  const found: Spoken[] = [];
  let from = 0;
  for (const match of text.matchAll(logNumber)) {
    const gap = text.slice(from, match.index);
    from = match.index + match[0].length;
    const last = found.at(-1);
    const name = nameBefore(gap);
    if (name !== undefined) found.push({ name, values: [logValue(match[0])], lines: [line] });
    else if (last !== undefined && gap !== '' && joints.has(gap.trim())) {
      last.values.push(logValue(match[0]));
      last.lines.push(line);
    }
  }
  return found;
}

function mergedByName(parts: readonly Spoken[]): Spoken[] {
  const merged = new Map<string, Spoken>();
  for (const { name, values, lines } of parts) {
    const before = merged.get(name);
    if (before === undefined) merged.set(name, { name, values: [...values], lines: [...lines] });
    else {
      for (const value of values) before.values.push(value);
      for (const line of lines) before.lines.push(line);
    }
  }
  return [...merged.values()];
}
