import { wordKind } from '../delimited/columnKind';
import { JsonError, JsonParser } from '../json/jsonParser';
import { isRecords, JsonArray } from '../json/jsonValue';
import { shape } from '../json/shape';
import type { Table } from '../table';
import type { Continuation } from './reading';

const decoder = new TextDecoder('utf-8');

/** Reads on JSON lines: one record per line. */
export const jsonLines: Continuation = {
  nextLine(table, _, tail) {
    const lines = decoder.decode(tail).split('\n');
    const last = lines.findLastIndex(line => line.trim() !== '');
    const lineOfLast = table.lineOf(table.rows - 1);
    if (table.problems.length > 0 || lineOfLast === null) return undefined;
    return isRecord(lines[last]) ? lineOfLast + lines.length - 1 - last : undefined;
  },
  piece(reading, _, bytes) {
    const text = decoder.decode(bytes);
    const values = valuesIn(text, reading.nextLine);
    if (values === undefined) return undefined;
    const table: Table = {
      name: reading.table.name,
      format: 'jsonl',
      bytes: bytes.length,
      ...(values.items.length === 0
        ? { rows: 0, columns: [], lineOf: () => null, problems: [] }
        : shape(reading.table.name, values)),
    };
    return { table, used: bytes.length, lines: text.split('\n').length - 1 };
  },
  wordKind,
};

function isRecord(line: string | undefined): boolean {
  if (line === undefined || !line.trimStart().startsWith('{')) return false;
  return valuesIn(line, 1)?.items.length === 1;
}

/** The records of a text; undefined when something in it is none. */
function valuesIn(text: string, line: number): JsonArray | undefined {
  const parser = new JsonParser(text, line);
  const values = new JsonArray(line);
  try {
    while (!parser.atEnd()) {
      values.itemLines.push(parser.line);
      values.items.push(parser.value());
    }
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
  return values.items.length === 0 || isRecords(values) ? values : undefined;
}
