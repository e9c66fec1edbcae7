import { deepEqual, ok } from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { SourceRef } from '../../../../src/engine/engine';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../../src/engine/node/nodeEnvironment';
import { metricIds } from '../../../../src/shared/metricId';
import { seededRandom } from '../../../support/seededRandom';

const cuts = 200;
const encoder = new TextEncoder();

interface Cut {
  readonly whole: SourceRef;
  readonly parts: readonly SourceRef[];
  /** By part, its lines as lines of the whole; index 0 is line 1. */
  readonly lines: readonly (readonly number[])[];
}

describe('one table in many files', () => {
  it(`gives the report of the whole, to the bit, in ${cuts} ways of cutting it`, async () => {
    for (let seed = 1; seed <= cuts; seed++) {
      const cut = cutTable(seed);
      const [whole, parts] = [await reportOf([cut.whole]), await reportOf(cut.parts)];
      deepEqual(comparable(linesOfWhole(parts, cut)), comparable(whole), `seed ${seed}`);
    }
  });

  it('does so for files too large to be kept as bytes', async () => {
    const cut = cutTable(7, 230_000);
    const [whole, parts] = [await reportOf([cut.whole]), await reportOf(cut.parts)];
    deepEqual(comparable(linesOfWhole(parts, cut)), comparable(whole));
  });

  it('names the file and the line of a row', async () => {
    const report = await reportOf([
      csv('part-0.csv', 'id,y_true,y_pred\n1,1,1\n2,2,2\n'),
      csv('part-1.csv', 'id,y_true,y_pred\n3,3,9\n4,4,n/a\n'),
    ]);
    const { models, skipped, sources } = report as {
      models: { worst: { line: number; source: number; row: number }[] }[];
      skipped: { lines: number[]; sources: number[] }[];
      sources: { name: string; rows: number }[];
    };
    const [worst] = models[0]!.worst;
    deepEqual([worst!.line, worst!.source, worst!.row], [2, 1, 2]);
    deepEqual([skipped[0]!.lines, skipped[0]!.sources], [[3], [1]]);
    deepEqual(
      sources.map(({ name, rows }) => [name, rows]),
      [
        ['part-0.csv', 2],
        ['part-1.csv', 2],
      ],
    );
  });
});

function csv(name: string, text: string): SourceRef {
  return { kind: 'bytes', name, bytes: encoder.encode(text) };
}

async function reportOf(refs: readonly SourceRef[]): Promise<unknown> {
  const engine = inProcessEngine(nodeEnvironment);
  const { report } = await engine.inspect(refs, { metrics: metricIds });
  engine.dispose();
  return report;
}

/** All but what tells of files as files. */
function comparable(report: unknown): unknown {
  const { sources: _, notes, ...rest } = report as { sources: unknown; notes: string[] };
  const odd = notes.filter(note => !note.includes('parts of one table')).map(withoutPlace);
  return JSON.parse(
    JSON.stringify({ ...rest, notes: odd }, (key, value) =>
      key === 'source' || key === 'sources' ? undefined : value,
    ),
  );
}

/** Which file a note speaks of differs, what it says does not. */
function withoutPlace(note: string): string {
  return note.replace(/^[^:]*: /, '').replace(/\blines? \d+[^;:)]*/g, 'line');
}

/** The report with the lines of the whole in place of those of parts. */
function linesOfWhole(value: unknown, cut: Cut): unknown {
  if (typeof value === 'string')
    return value.replace(/(\d+)(?:-(\d+))? of part-(\d+)\.\w+(?:\.gz)?/g, (_, a, b, part) => {
      const own = cut.lines[Number(part)]!;
      return b === undefined ? String(own[a - 1]) : `${own[a - 1]}-${own[b - 1]}`;
    });
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(item => linesOfWhole(item, cut));
  const { line, source, lines, sources, ...rest } = value as Record<string, unknown>;
  const placed = Object.fromEntries(
    Object.entries(rest).map(([key, field]) => [key, linesOfWhole(field, cut)]),
  );
  return {
    ...placed,
    ...(typeof line === 'number'
      ? { line: cut.lines[(source as number) ?? 0]![line - 1] }
      : line === undefined
        ? {}
        : { line }),
    ...(Array.isArray(lines)
      ? {
          lines: lines.map(
            (one: number, i) => cut.lines[((sources as number[]) ?? [])[i] ?? 0]![one - 1],
          ),
        }
      : {}),
    ...(sources !== undefined && lines === undefined ? { sources } : {}),
  };
}

/** How a table is written and cut. */
interface Manner {
  readonly isJson: boolean;
  readonly newline: string;
  /** undefined for JSON lines. */
  readonly header: string | undefined;
  /** Whether every part repeats the header, or the first alone has it. */
  readonly repeats: boolean;
  readonly endsLines: boolean;
}

/** A table of one of several kinds, and the same cut into files as programs write them. */
function cutTable(seed: number, rows?: number): Cut {
  const random = seededRandom(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const isJson = rows === undefined && random() < 0.25;
  const newline = isJson ? '\n' : pick(['\n', '\r\n']);
  const task = pick(['numbers', 'labels', 'chances']);
  const count = rows ?? 8 + Math.floor(random() * 60);
  const records = Array.from({ length: count }, (_, i) => recordOf(task, i, random));
  const header = isJson ? undefined : Object.keys(records[0]!).join(',');
  const repeats = random() < 0.8;
  const manner: Manner = { isJson, newline, header, repeats, endsLines: random() < 0.7 };
  const texts = records.map(record =>
    isJson ? JSON.stringify(record) : Object.values(record).map(cellText).join(','),
  );
  const files = 2 + Math.floor(random() * 8);
  const ends = Array.from({ length: files - 1 }, () => Math.floor(random() * (count + 1)));
  const bounds = [0, ...ends.sort((a, b) => a - b), count];
  const top = header === undefined ? [] : [header];
  const whole = [...top, ...texts].join(newline) + newline;
  const name = isJson ? 'whole.jsonl' : 'whole.csv';
  return {
    whole: { kind: 'bytes', name, bytes: encoder.encode(whole) },
    ...partsOf(texts, bounds, manner, random() < 0.3),
  };
}

function partsOf(
  texts: readonly string[],
  bounds: readonly number[],
  { isJson, newline, header, repeats, endsLines }: Manner,
  isPacked: boolean,
): Pick<Cut, 'parts' | 'lines'> {
  let line = header === undefined ? 1 : 2;
  const lines: number[][] = [];
  const parts: SourceRef[] = [];
  for (let part = 0; part + 1 < bounds.length; part++) {
    const own = texts.slice(bounds[part], bounds[part + 1]);
    const top = header !== undefined && (repeats || part === 0) ? [header] : [];
    const heights = own.map(text => text.split('\n').length);
    const height = heights.reduce((sum, one) => sum + one, 0);
    const places = [...top.map(() => 1), ...Array.from({ length: height }, (_, k) => line + k)];
    line += height;
    const all = [...top, ...own];
    // Empty files are no sources.
    if (all.length === 0) continue;
    const bytes = encoder.encode(all.join(newline) + (endsLines ? newline : ''));
    const name = `part-${lines.length}.${isJson ? 'jsonl' : 'csv'}`;
    lines.push(places);
    parts.push(stored(name, bytes, isPacked));
  }
  ok(parts.length > 0);
  return { parts, lines };
}

function stored(name: string, bytes: Uint8Array, isPacked: boolean): SourceRef {
  if (!isPacked) return { kind: 'bytes', name, bytes };
  return { kind: 'bytes', name: `${name}.gz`, bytes: gzipSync(bytes) };
}

type Cell = number | string | null;

function recordOf(task: string, i: number, random: () => number): Record<string, Cell> {
  const odd = random();
  const note =
    odd < 0.1
      ? 'a, b'
      : odd < 0.15
        ? 'two\nlines'
        : odd < 0.2
          ? 'say "so"'
          : `n${Math.floor(random() * 4)}`;
  const missing = random() < 0.05;
  if (task === 'labels') {
    const labels = ['cat', 'dog', 'fish'];
    const label = () => labels[Math.floor(random() * 3)]!;
    return { id: i, note, true_label: label(), predicted_label: missing ? null : label() };
  }
  if (task === 'chances') {
    return {
      id: i,
      y_true: Math.floor(random() * 2),
      note,
      y_prob: missing ? null : Number(random().toFixed(4)),
    };
  }
  return {
    id: i,
    note,
    y_true: Number((random() * 100).toFixed(3)),
    y_pred: missing ? 'n/a' : Number((random() * 100).toFixed(3)),
  };
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
