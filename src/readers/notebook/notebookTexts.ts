import { JsonArray, JsonObject, type JsonValue } from '../json/jsonValue';

/** A text of a notebook: what was typed into a cell, or what it put out. */
export interface NotebookText {
  readonly kind: 'code' | 'plain' | 'html';
  readonly text: string;
  /** Line of the notebook's file for each line of the text, from the first on. */
  readonly lines: readonly number[];
}

/** The texts of a notebook's code cells in order; what a cell prints in several parts is one text. */
export function notebookTexts(notebook: JsonValue): NotebookText[] {
  return arrayIn(notebook, 'cells').flatMap(cell => {
    if (entry(cell, 'cell_type') !== 'code') return [];
    const outputs = arrayIn(cell, 'outputs');
    return [...textIn(cell, 'source', 'code'), ...printedBy(outputs), ...outputs.flatMap(shownBy)];
  });
}

function entry(value: JsonValue, key: string): JsonValue | undefined {
  return value instanceof JsonObject ? value.entries.get(key) : undefined;
}

function arrayIn(value: JsonValue, key: string): readonly JsonValue[] {
  const found = entry(value, key);
  return found instanceof JsonArray ? found.items : [];
}

/** A string, or strings that are to be joined. */
function textIn(
  value: JsonValue | undefined,
  key: string,
  kind: NotebookText['kind'],
): NotebookText[] {
  const found = value === undefined ? undefined : entry(value, key);
  const line = value instanceof JsonObject ? value.lineOf(key) : 1;
  if (typeof found === 'string') return [textOf(kind, [found], [line])];
  if (!(found instanceof JsonArray)) return [];
  const parts = found.items.map(item => (typeof item === 'string' ? item : ''));
  return parts.length === 0 ? [] : [textOf(kind, parts, found.itemLines)];
}

function textOf(
  kind: NotebookText['kind'],
  parts: readonly string[],
  partLines: readonly number[],
): NotebookText {
  const lines: number[] = [];
  for (const [i, part] of parts.entries()) {
    const breaks = part.match(/\r\n|\r|\n/g)?.length ?? 0;
    for (let k = 0; k < breaks; k += 1) lines.push(partLines[i]!);
  }
  lines.push(partLines.at(-1)!);
  return { kind, text: parts.join(''), lines };
}

function printedBy(outputs: readonly JsonValue[]): NotebookText[] {
  const streams = outputs.flatMap(output =>
    entry(output, 'output_type') === 'stream' ? textIn(output, 'text', 'plain') : [],
  );
  if (streams.length === 0) return [];
  const lines = streams.flatMap(({ lines: own }, i) =>
    i + 1 < streams.length ? own.slice(0, -1) : own,
  );
  return [{ kind: 'plain', text: streams.map(({ text }) => text).join(''), lines }];
}

/** The same object as HTML, when that is a table, or as plain text. */
function shownBy(output: JsonValue): NotebookText[] {
  const data = entry(output, 'data');
  const html = textIn(data, 'text/html', 'html').filter(({ text }) => /<td\b/i.test(text));
  return html.length > 0 ? html : textIn(data, 'text/plain', 'plain');
}
