import type { DataTable } from '../../shared/figure';

const maxRows = 101;

/** Columns of numbers by threshold as the table behind a curve; what is not finite is left empty. */
export function thresholdTable(
  caption: string,
  columns: Readonly<Record<string, Float64Array>>,
): DataTable {
  const labels = Object.keys(columns);
  const values = Object.values(columns);
  const count = values[0]!.length;
  const step = Math.max(1, Math.ceil(count / maxRows));
  const rows = [...values[0]!.keys()]
    .filter(k => k % step === 0)
    .map(k => ({ cells: values.map(of => (Number.isFinite(of[k]) ? of[k]! : null)) }));
  return {
    caption,
    columns: labels.map(label => ({ label, numeric: true })),
    rows,
    omitted: count - rows.length,
  };
}
