import type { WorstRow } from '../../shared/lossReport';
import type { WorstDetail } from '../../shared/protocol/inspection';
import { regionNames } from '../../shared/regionNames';

/** Of the file's own columns. */
const most = 12;

/** A row as the report has it, or as the engine tells it with its other columns. */
export type KnownRow = WorstRow & Partial<WorstDetail>;

type Value = number | string | null | undefined;

export interface WorstColumn {
  readonly label: string;
  readonly value: (row: KnownRow) => Value;
  /** Whether it holds nothing but numbers. */
  readonly numeric: boolean;
}

type OwnColumn = Omit<WorstColumn, 'numeric'>;

const ownColumns: readonly OwnColumn[] = [
  { label: 'Target', value: row => row.target },
  { label: 'Prediction', value: row => row.prediction },
  { label: 'Error', value: row => row.error },
  { label: 'P(true class)', value: row => row.probability },
  { label: 'Loss', value: row => row.loss },
  { label: 'Region', value: ({ region }) => (region === undefined ? '' : regionNames[region]) },
];

/** What the other model that the rows were compared to makes of them. */
function otherColumns(other: string): readonly OwnColumn[] {
  return [
    { label: `Prediction of ${other}`, value: ({ versus }) => versus?.prediction },
    { label: `P(true class) of ${other}`, value: ({ versus }) => versus?.probability },
    { label: `Loss of ${other}`, value: ({ versus }) => versus?.loss },
    { label: 'Difference', value: ({ versus }) => versus?.difference },
  ];
}

/** The columns that some row fills; those of the model `other` come second to last, those of the file last. */
export function worstColumns(
  rows: readonly KnownRow[],
  other: string | null,
): readonly WorstColumn[] {
  const others = other === null ? [] : otherColumns(other);
  return [...ownColumns, ...others, ...fileColumns(rows[0])]
    .filter(({ value }) => rows.some(row => (value(row) ?? '') !== ''))
    .map(column => ({ ...column, numeric: rows.every(row => isNumeric(column.value(row))) }));
}

/** The file's own columns, by their place in the answer. */
function fileColumns(first: KnownRow | undefined): readonly OwnColumn[] {
  return (first?.cells ?? []).slice(0, most).map(({ column }, i) => ({
    label: column,
    value: row => row.cells?.[i]?.text,
  }));
}

function isNumeric(value: Value): boolean {
  return typeof value !== 'string' || value === '' || !Number.isNaN(Number(value));
}
