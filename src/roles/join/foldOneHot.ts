import { columnOfCells } from '../../readers/cells';
import { type Column, columnNamed, type Table } from '../../readers/table';
import { areOneHot, labelsIn } from '../oneHot';

/**
 * The tables, with one column of class names for the columns of 0 and 1 of a file that another file calls alike
 * and fills with chances, where each row has exactly one 1.
 */
export function foldOneHot(tables: readonly Table[]): readonly Table[] {
  return tables.map(table => {
    for (const other of tables) {
      const hot = other === table ? [] : hotColumns(table, other);
      if (hot.length >= 2 && areOneHot(hot, table.rows)) return folded(table, hot);
    }
    return table;
  });
}

/** Columns of 0 and 1 that the other table has too, as numbers between 0 and 1. */
function hotColumns(table: Table, other: Table): Column[] {
  return table.columns.filter(column => {
    const theirs = columnNamed(other, column.name);
    return theirs !== undefined && isHot(column) && isChance(theirs);
  });
}

function isHot({ kind, numbers }: Column): boolean {
  return kind === 'number' && numbers.every(value => value === 0 || value === 1);
}

function isChance({ kind, numbers }: Column): boolean {
  return (
    kind === 'number' &&
    numbers.every(value => value >= 0 && value <= 1) &&
    numbers.some(value => value > 0 && value < 1)
  );
}

function folded(table: Table, hot: readonly Column[]): Table {
  const classes = hot.map(({ name }) => name);
  const name = columnNamed(table, 'class') === undefined ? 'class' : 'class (one-hot)';
  const column = columnOfCells(name, labelsIn(hot, classes, table.rows));
  return {
    ...table,
    columns: table.columns.flatMap(one => (one === hot[0] ? column : hot.includes(one) ? [] : one)),
  };
}
