import type { Answer, RowCells } from '../shared/protocol/inspection';
import { cellsBeside } from './cellsOf';
import type { Environment, OpenSource } from './environment';
import type { Interpretation } from './interpret';
import type { Loaded } from './load';
import { openSource, type SourceRead } from './readSource';

interface Read {
  readonly loaded: Loaded;
  readonly interpretation: Interpretation;
}

/**
 * The answer with the cells of columns that a large file was read without: its few rows are read again. A
 * file that cannot be read any more, or was written anew, leaves the answer as it is.
 */
export async function withUnreadCells(
  answer: Answer,
  read: Read,
  environment: Environment,
): Promise<Answer> {
  if (answer.kind === 'row') {
    const [filled] = await filledRows([answer], read, environment);
    return { ...answer, ...filled };
  }
  if (answer.kind !== 'worst') return answer;
  return { ...answer, rows: await filledRows(answer.rows, read, environment) };
}

async function filledRows<T extends RowCells>(
  rows: readonly T[],
  { loaded: { refs, sources, tables }, interpretation }: Read,
  environment: Environment,
): Promise<readonly T[]> {
  const [ref] = refs;
  const fileRows = tables[0]?.fileRows;
  if (interpretation.kind === 'training' || refs.length !== 1 || rows.length === 0) return rows;
  if (fileRows === undefined || ref === undefined || ref.kind === 'text') return rows;
  try {
    const source = await openSource(ref, environment);
    try {
      if (isRewritten(source, sources[0])) return rows;
      const wanted = rows.map(({ row }) => row);
      const found = await fileRows.cellsOf(source, wanted);
      return rows.map(row => {
        const cells = found.get(row.row);
        return cells === undefined
          ? row
          : { ...row, cells: cellsBeside(interpretation.roles, cells) };
      });
    } finally {
      await source.close();
    }
  } catch {
    return rows;
  }
}

/** As far as size and time tell; a file that has grown still has its rows. */
function isRewritten(now: OpenSource, before: SourceRead | undefined): boolean {
  if (before === undefined || now.size > before.size) return false;
  return now.size < before.size || now.modified !== before.modified;
}
