import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Column, Table } from '../../../../src/readers/table';
import { corpusPath } from '../../../support/corpus';

/** A table from rows of texts, read far more simply than the readers of the product do. */
export function tableOf(
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  return {
    name,
    format: 'csv',
    bytes: 0,
    rows: rows.length,
    columns: header.map((label, i) =>
      columnOf(
        label,
        rows.map(cells => cells[i] ?? ''),
      ),
    ),
    lineOf: row => row + 2,
    problems: [],
  };
}

function columnOf(name: string, cells: readonly string[]): Column {
  const texts = cells.map(cell => (/^(nan|na|none|null)?$/i.test(cell.trim()) ? '' : cell.trim()));
  const isTime = texts.some(text => /^\d+:\d\d$/.test(text));
  const numbers = Float64Array.from(texts, numberOf);
  const present = texts.filter(text => text !== '').length;
  const words = texts.filter((text, row) => text !== '' && Number.isNaN(numbers[row]!));
  const kind = isTime
    ? 'time'
    : present === 0
      ? 'empty'
      : words.length * 10 < present
        ? 'number'
        : 'label';
  const invalid = new Map<number, string>();
  texts.forEach((text, row) => {
    if (kind === 'number' && text !== '' && Number.isNaN(numbers[row]!)) invalid.set(row, text);
  });
  return {
    name,
    kind,
    numbers,
    missing: texts.length - present,
    invalid,
    percent: false,
    textOf: row => texts[row] ?? '',
    saysNan: row => /^[+-]?nan$/i.test(cells[row]?.trim() ?? ''),
  };
}

function numberOf(text: string): number {
  const minutes = /^(\d+):(\d\d)$/.exec(text);
  if (minutes !== null) return Number(minutes[1]) * 60 + Number(minutes[2]);
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return text === '' ? Number.NaN : Number(text.replace(/%$/, ''));
}

/** A corpus file as a table: CSV, TSV, JSON histories, JSON lines or a vector of float64. */
export function corpusTable(path: string): Table {
  const bytes = readFileSync(corpusPath(path));
  const name = basename(path);
  if (name.endsWith('.npy')) return vectorTable(name, bytes);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (/\.(json|txt)$/.test(name)) return jsonTable(name, text);
  const separator = name.endsWith('.tsv') ? '\t' : ',';
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '' && !line.startsWith('#'));
  const [header = [], ...rows] = lines.map(line => cellsOf(line, separator));
  return tableOf(
    name,
    header.map(cell => cell.trim()),
    rows,
  );
}

function cellsOf(line: string, separator: string): readonly string[] {
  const quoted = line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g);
  if (line.startsWith('"')) return [...quoted].map(match => match[1]!.replaceAll('""', '"'));
  return line.split(separator);
}

function jsonTable(name: string, text: string): Table {
  const records = jsonRecords(text);
  const header = [...new Set(records.flatMap(record => Object.keys(record)))];
  const rows = records.map(record => header.map(key => String(record[key] ?? '')));
  return tableOf(name, header, rows);
}

function jsonRecords(text: string): readonly Record<string, unknown>[] {
  const lines = text.trim().split('\n');
  if (lines.length > 1 && lines[0]!.trim().endsWith('}')) {
    return lines.map(line => JSON.parse(line.replace(/(-?Infinity|NaN)/g, '"$1"')));
  }
  const value = JSON.parse(text);
  if (Array.isArray(value)) return value;
  if (value.log_history !== undefined) return value.log_history;
  if (value.iterations !== undefined) return value.iterations.map(boostingRecord);
  const lists = value.history ?? value;
  const keys = Object.keys(lists).filter(key => Array.isArray(lists[key]));
  const count = lists[keys[0] ?? '']?.length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(keys.map(key => [key, lists[key][row]])),
  );
}

function boostingRecord(record: {
  iteration: number;
  learn: number[];
  test: number[];
  passed_time: number;
}): Record<string, unknown> {
  return {
    iteration: record.iteration,
    learn_RMSE: record.learn[0],
    test_RMSE: record.test[0],
    passed_time: record.passed_time,
  };
}

function vectorTable(name: string, bytes: Buffer): Table {
  const start = 10 + bytes.readUInt16LE(8);
  const rows = Array.from({ length: (bytes.length - start) / 8 }, (_, i) => [
    String(bytes.readDoubleLE(start + i * 8)),
  ]);
  return { ...tableOf(name, [name.replace(/\.npy$/, '')], rows), lineOf: () => null };
}
