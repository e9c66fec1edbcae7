import { RequestError } from '../../readers/readError';
import type { Table } from '../../readers/table';
import { plural } from '../../shared/text';
import { writeAbout } from '../about';
import { addCells } from './addCells';
import type { Cell } from './cell';
import { readCells } from './readCells';
import { readWorst } from './readWorst';
import { isResult, type ResultTable, resultTable } from './resultTable';
import type { Sums } from './sums';

/** More groups than these are no groups to compare, and their sums no small table. */
const maxGroups = 1000;

/**
 * The results of one statement, added up. Throws a ReadError or a RequestError with the place and what to do where
 * one is cut, changed, of another version or of other columns, or where they stand beside other files.
 */
export function readSums(tables: readonly Table[]): Sums {
  const other = tables.find(table => !isResult(table));
  if (other !== undefined) {
    throw new RequestError(
      { source: other.name },
      'these are rows, and other files hold the sums of a statement, so the two cannot be shown together',
    );
  }
  const results = tables.map(resultTable);
  const [first, ...more] = results.filter(({ about }) => about.part === 'sums');
  if (first === undefined) {
    throw new RequestError(
      { source: tables[0]!.name },
      'these are the worst rows of a statement; open them together with the result of the sums',
    );
  }
  refuseOthers(first, results);
  const parts = [first, ...more].map(readCells);
  refuseSame([first, ...more], parts);
  const cells = addCells(first.about.task, parts.flat());
  refuseManyGroups(first, cells);
  return {
    about: first.about,
    cells,
    worst: results.flatMap((result, i) =>
      result.about.part === 'worst' ? readWorst(result, i) : [],
    ),
    notes: more.length === 0 ? [] : [`The sums of ${plural(parts.length, 'result')} are added up.`],
  };
}

function refuseOthers(first: ResultTable, results: readonly ResultTable[]): void {
  const said = writeAbout(first.about);
  const odd = results.find(({ about }) => writeAbout({ ...about, part: 'sums' }) !== said);
  if (odd === undefined) return;
  throw new RequestError(
    { source: odd.table.name },
    `its sums are of other columns than those of ${first.table.name}, so they cannot be added up`,
  );
}

/** The same result twice would count every row twice. */
function refuseSame(results: readonly ResultTable[], parts: readonly (readonly Cell[])[]): void {
  const seen = new Map<string, ResultTable>();
  results.forEach((result, i) => {
    const text = parts[i]!.map(cell => JSON.stringify(cell))
      .sort()
      .join('\n');
    const before = seen.get(text);
    seen.set(text, result);
    if (before === undefined) return;
    throw new RequestError(
      { source: result.table.name },
      `it holds the same sums as ${before.table.name}; leave one of them out, or every row counts twice`,
    );
  });
}

function refuseManyGroups({ table, about }: ResultTable, cells: readonly Cell[]): void {
  const groups = new Set(cells.map(({ by }) => JSON.stringify(by))).size;
  if (groups <= maxGroups) return;
  const names = about.by.map(name => `"${name}"`).join(' and ');
  throw new RequestError(
    { source: table.name },
    `${names} make ${groups} groups, more than ${maxGroups}; write the statement with a column of fewer values, or with one that takes values together`,
  );
}
