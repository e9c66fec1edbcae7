import type { Table } from '../../readers/table';
import { unboxCells } from '../boxedCells';
import { unmarked } from '../markedCells';
import { spreadLists } from '../spreadLists';
import { widenQuantiles } from './widenQuantiles';

/** A table with what its cells and rows wrap laid out in columns; the same table when they wrap nothing. */
export function widened(table: Table): Table {
  return widenQuantiles(spreadLists(unboxCells(unmarked(table))));
}
