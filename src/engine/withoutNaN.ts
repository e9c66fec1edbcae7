import type { DataRow, Figure, Mark, Panel } from '../shared/figure';

/**
 * A figure in which no number is NaN: cells without a value are empty, and rules that stand nowhere are not drawn.
 * Lines keep their gaps.
 */
export function withoutNaN(figure: Figure): Figure {
  const { table, panels } = figure;
  return {
    ...figure,
    panels: panels.map(panelOf),
    table: { ...table, rows: table.rows.map(rowOf) },
  };
}

function panelOf(panel: Panel): Panel {
  return panel.kind === 'plot' ? { ...panel, marks: panel.marks.filter(isSomewhere) } : panel;
}

function isSomewhere(mark: Mark): boolean {
  return mark.kind !== 'rule' || !Number.isNaN(mark.value);
}

function rowOf(row: DataRow): DataRow {
  return { ...row, cells: row.cells.map(cell => (Number.isNaN(cell) ? null : cell)) };
}
