import { roleOfName } from '../../names/names';
import { columnOfNumbers } from '../../readers/numberTable';
import type { Column, OutputColumns, Table } from '../../readers/table';
import { listed, plural } from '../../shared/text';
import { type LabelSetColumn, labelSetColumn, setsLike } from './labelSetColumn';

/** More labels than these are not laid out, the most frequent ones are. */
const maxLabels = 1000;
/** Cells of all columns that are laid out. */
const maxCells = 32_000_000;
const maxNames = 5;

/** A table whose lists of labels have been laid out, and what is to be said of it. */
export interface LaidOut {
  readonly table: Table;
  readonly notes: readonly string[];
}

/**
 * The table with a column of 0 and 1 for each label in the place of columns whose cells hold lists of labels: those
 * of the truth and those of what was predicted, as `tags[sport]`. Any other table stays as it is.
 */
export function withLabelSets(table: Table): LaidOut {
  const told = table.columns.flatMap(column => labelSetColumn(column, table.rows) ?? []);
  const [like] = told;
  if (like === undefined) return { table, notes: [] };
  const found = table.columns.flatMap(column => {
    const own = told.find(one => one.column === column);
    if (own !== undefined || !isNamed(column.name, table)) return own ?? [];
    return setsLike(column, table.rows, like) ?? [];
  });
  const truth = truthAmong(found, table);
  const models = found.filter(one => one !== truth && predicts(one, truth, table));
  if (models.length === 0) return { table, notes: [] };
  const columns = [truth, ...models];
  const all = labelsOf(columns);
  const kept = all.slice(
    0,
    Math.min(maxLabels, Math.floor(maxCells / (table.rows * columns.length))),
  );
  const labels = kept.toSorted((a, b) => (a < b ? -1 : 1));
  const laid = new Map(columns.map(one => [one.column, layOut(one, labels, table.rows)]));
  const outputs = labels.map(
    (label, k): OutputColumns => ({
      name: label,
      target: laid.get(truth.column)![k]!.name,
      models: new Map(models.map(({ column }) => [laid.get(column)![k]!.name, column.name])),
      beside: [],
    }),
  );
  const { known: _, ...rest } = table;
  return {
    table: {
      ...rest,
      columns: table.columns.flatMap(column => laid.get(column) ?? column),
      outputs,
    },
    notes: [
      `"${truth.column.name}" holds lists of labels, any number of which a row may have (multi-label).`,
      ...leftOutNote(all.length, labels.length),
      ...models.flatMap(one => [...strangers(one, truth), ...strangers(truth, one)]),
      ...columns.flatMap(blankNote),
    ],
  };
}

/** A column that is a target or a prediction by its name, or was said to be one. */
function isNamed(name: string, { known }: Table): boolean {
  const isKnown = name === known?.target || known?.predictions?.includes(name) === true;
  return isKnown || ['target', 'label', 'prediction'].includes(roleOfName(name)?.role ?? '');
}

/** The column that was said to be the target, or that says so by its name, else the first. */
function truthAmong(found: readonly LabelSetColumn[], { known }: Table): LabelSetColumn {
  const says = ({ column: { name } }: LabelSetColumn, roles: readonly string[]) =>
    roles.includes(roleOfName(name)?.role ?? '');
  return (
    found.find(({ column }) => column.name === known?.target) ??
    found.find(one => says(one, ['target'])) ??
    found.find(one => says(one, ['label'])) ??
    found.find(one => !says(one, ['prediction'])) ??
    found[0]!
  );
}

/** By its name, or because at least half of its labels are those of the truth. */
function predicts({ column, counts }: LabelSetColumn, truth: LabelSetColumn, { known }: Table) {
  if (known?.predictions?.includes(column.name) === true) return true;
  const shared = [...counts.keys()].filter(label => truth.counts.has(label)).length;
  if (roleOfName(column.name)?.role === 'prediction') return shared > 0;
  return shared >= counts.size / 2 && known?.predictions === undefined;
}

/** All labels, the most frequent first. */
function labelsOf(columns: readonly LabelSetColumn[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of columns) {
    for (const [label, count] of one.counts) counts.set(label, (counts.get(label) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([label]) => label);
}

function layOut(
  { column, labelsOf }: LabelSetColumn,
  labels: readonly string[],
  rows: number,
): readonly Column[] {
  const places = new Map(labels.map((label, k) => [label, k]));
  const columns = labels.map(() => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    for (const label of labelsOf(row)) {
      const k = places.get(label);
      if (k !== undefined) columns[k]![row] = 1;
    }
  }
  return labels.map((label, k) => columnOfNumbers(`${column.name}[${label}]`, columns[k]!));
}

function leftOutNote(all: number, kept: number): readonly string[] {
  const left = all - kept;
  if (left === 0) return [];
  return [
    `The ${kept} most frequent of ${all} labels are judged, and all values are over these; ${plural(left, 'label')} left out.`,
  ];
}

/** Labels that one column has and the other never. */
function strangers(own: LabelSetColumn, other: LabelSetColumn): readonly string[] {
  const found = [...own.counts.keys()].filter(label => !other.counts.has(label));
  if (found.length === 0) return [];
  const names = found.slice(0, maxNames).map(label => `"${label}"`);
  const more = found.length - names.length;
  return [
    `${plural(found.length, 'label')} of "${own.column.name}" never in "${other.column.name}": ` +
      `${listed(more > 0 ? [...names, `${more} more`] : names)}.`,
  ];
}

function blankNote({ column, blank }: LabelSetColumn): readonly string[] {
  if (blank === 0) return [];
  return [`${plural(blank, 'blank cell')} of "${column.name}" taken as rows without a label.`];
}
