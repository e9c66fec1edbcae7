import type { ByteSource } from '../byteSource';
import type { Place } from '../readError';
import type { Problem, Table, TablePart } from '../table';

/**
 * Lines of a table in several files are counted through all of them, from here on: the running number of a
 * line tells its file and its line there, and cannot be taken for a physical one.
 */
export const firstRunningLine: number = 2 ** 30;

/** A table whose rows stand in several files, which `source` has one behind the other. */
export function inParts(
  table: Table,
  parts: readonly TablePart[],
  problems: readonly Problem[],
  source?: ByteSource,
): Table {
  const { lineOf, fileRows } = table;
  return {
    ...table,
    parts,
    lineOf: row => {
      const line = lineOf(row);
      return line === null ? null : firstRunningLine + line;
    },
    problems: [...table.problems.map(problem => inPart(problem, parts)), ...problems],
    ...(fileRows === undefined || source === undefined
      ? {}
      : {
          fileRows: {
            cellsOf: (_, rows) => fileRows.cellsOf(source, rows),
            grown: (rows, end) => fileRows.grown(rows, end),
          },
        }),
  };
}

/** The file and the line there that a running line is; `line` counts from 0 or from `firstRunningLine`. */
export function partLine(
  parts: readonly TablePart[],
  line: number,
): { readonly part: number; readonly line: number } {
  const running = line >= firstRunningLine ? line - firstRunningLine : line;
  let low = 0;
  for (let high = parts.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if (parts[middle]!.line <= running) low = middle;
    else high = middle - 1;
  }
  const { line: begin, ownLine } = parts[low]!;
  return { part: low, line: running - begin + ownLine };
}

function inPart(problem: Problem, parts: readonly TablePart[]): Problem {
  if (problem.place.line === undefined) return problem;
  const { part, line } = partLine(parts, problem.place.line);
  const place: Place = { ...problem.place, source: parts[part]!.name, line };
  return { ...problem, place };
}
