import { bufferSource } from '../readers/byteSource';
import type { OpenPart } from '../readers/parts/partFile';
import type { NamedText } from '../readers/table';
import type { Answer, RowCells } from '../shared/protocol/inspection';
import { cellsBeside } from './cellsOf';
import type { Environment } from './environment';
import type { Interpretation } from './interpret';
import type { Loaded } from './load';
import { openPart } from './openPart';
import type { SourceRead } from './readSource';

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
  read: Read,
  environment: Environment,
): Promise<readonly T[]> {
  const { interpretation } = read;
  if (interpretation.kind !== 'predictions' || rows.length === 0) return rows;
  const wanted = rows.map(({ row }) => row);
  const found = await cellsOfRows(wanted, read.loaded, environment).catch(() => undefined);
  if (found === undefined) return rows;
  return rows.map(row => {
    const cells = found.get(row.row);
    return cells === undefined ? row : { ...row, cells: cellsBeside(interpretation.roles, cells) };
  });
}

type Cells = ReadonlyMap<number, readonly NamedText[]>;

/** undefined where nothing can be read again. */
async function cellsOfRows(
  rows: readonly number[],
  { refs, sources, tables }: Loaded,
  environment: Environment,
): Promise<Cells | undefined> {
  const [table, ...others] = tables;
  if (table?.fileRows === undefined || others.length > 0) return undefined;
  // A table in several files opens them itself.
  if (table.parts !== undefined) return table.fileRows.cellsOf(bufferSource('', empty), rows);
  const [ref] = refs;
  if (ref === undefined || ref.kind === 'text' || refs.length > 1) return undefined;
  const part = await openPart(ref, environment);
  try {
    if (isRewritten(part, sources[0])) return undefined;
    return await table.fileRows.cellsOf(part, rows);
  } finally {
    await part.close();
  }
}

const empty = new Uint8Array();

/** As far as size and time tell; a file that has grown still has its rows. */
function isRewritten(now: OpenPart, before: SourceRead | undefined): boolean {
  if (before === undefined || now.fileSize > before.size) return false;
  return now.fileSize < before.size || now.modified !== before.modified;
}
