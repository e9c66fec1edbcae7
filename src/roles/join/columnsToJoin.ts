import { fileStem } from '../../names/fileStem';
import { roleOfName } from '../../names/names';
import type { Column, OutputColumns } from '../../readers/table';
import { groupedBy } from '../../shared/groupedBy';
import { isFraction } from '../guess/candidate';
import { medians } from '../guess/models/regressors';
import { addUpToOne } from '../guess/models/shares';
import type { FileSide } from './fileSide';
import { saysPrediction } from './pickTruth';

/** Which columns of which file make the joined table, and under which names. */
export interface JoinPlan {
  readonly columns: readonly PlannedColumn[];
  /** Columns of the truth file one of which is the target. */
  readonly targets: readonly string[];
  /** Columns of predictions, by their names in the joined table. */
  readonly predictions: readonly string[];
  /** Files whose columns are the class probabilities of one model: model -> columns. */
  readonly classProbabilities: Readonly<Record<string, readonly string[]>>;
  /** True when names alone tell what the prediction columns are. */
  readonly named: boolean;
  /** True when something tells that the prediction columns of all files are what they are taken for. */
  readonly offered: boolean;
  /** Columns that are there but take no part. */
  readonly ignored: readonly string[];
  readonly modelNames: Readonly<Record<string, string>>;
  /** The outputs that the files call alike, each predicted by the column of its own name. */
  readonly outputs?: readonly OutputColumns[];
  readonly notes: readonly string[];
}

interface PlannedColumn {
  readonly column: Column;
  readonly name: string;
  /** Number of the file in the order given. */
  readonly file: number;
  readonly use: 'target' | 'prediction' | 'other';
}

export function columnsToJoin(sides: readonly FileSide[], truth: FileSide): JoinPlan {
  const givers = sides.filter(side => gives(side, sides, truth));
  const dropped = truth.side === 'pair' && !givers.includes(truth) ? truth.predictions : [];
  const wanted = sides
    .flatMap((side, file) => wantedColumns(side, file, givers, truth))
    .filter(({ column, file }) => sides[file] !== truth || !dropped.includes(column.name));
  const columns = withNames(wanted, sides);
  const predictions = columns.filter(({ use }) => use === 'prediction');
  return {
    columns,
    targets: columns.filter(({ use }) => use === 'target').map(({ name }) => name),
    ...asModels(predictions, sides),
    named: givers.every(({ named }) => named),
    offered: givers.every(side => tellsPredictions(side, givenBy(side, truth))),
    ignored: columns
      .filter(
        ({ column, use }) => use !== 'prediction' && aside.has(roleOfName(column.name)?.role ?? ''),
      )
      .map(({ name }) => name),
    modelNames: modelNames(predictions, sides),
    ...(truth.outputs && { outputs: outputsAmong(columns, truth.outputs, sides) }),
    notes: dropped.length === 0 ? [] : [droppedNote(truth, dropped)],
  };
}

/** Columns beside the target that would be taken for bounds of another file's predictions. */
const aside: ReadonlySet<string> = new Set(['lower', 'upper', 'quantile', 'sigma', 'variance']);

/** The file with the target gives its own predictions only when every file has both. */
function gives(side: FileSide, sides: readonly FileSide[], truth: FileSide): boolean {
  if (side !== truth) return side.predictions.length > 0;
  return truth.side === 'pair' && sides.filter(one => one.side === 'pair').length > 1;
}

function droppedNote({ table }: FileSide, dropped: readonly string[]): string {
  const names = dropped.map(name => `"${name}"`).join(', ');
  return `${names} of ${table.name} left out: the file gives the target to the other predictions.`;
}

/** A file of columns that add up to 1 holds one model, any other column is one. */
function asModels(
  predictions: readonly PlannedColumn[],
  sides: readonly FileSide[],
): Pick<JoinPlan, 'predictions' | 'classProbabilities'> {
  const isShare = ({ file }: PlannedColumn) => holdsShares(sides[file]!);
  const models = new Map<string, string[]>();
  for (const { name, file } of predictions.filter(isShare)) {
    const model = fileStem(sides[file]!.table.name);
    models.set(model, [...(models.get(model) ?? []), name]);
  }
  return {
    predictions: predictions.filter(one => !isShare(one)).map(({ name }) => name),
    classProbabilities: Object.fromEntries(models),
  };
}

/** One column alone, the file's own name, or chances that add up to 1; several columns may be features. */
function tellsPredictions(side: FileSide, given: readonly string[]): boolean {
  return side.named || given.length === 1 || saysPrediction(side) || holdsShares(side);
}

function holdsShares({ survey, predictions, named }: FileSide): boolean {
  if (named || predictions.length < 2) return false;
  const columns = survey.candidates.filter(({ name }) => predictions.includes(name));
  return columns.every(isFraction) && addUpToOne(columns);
}

/** All columns of the first file; of the others the target and the predictions. */
function wantedColumns(
  side: FileSide,
  file: number,
  givers: readonly FileSide[],
  truth: FileSide,
): Omit<PlannedColumn, 'name'>[] {
  const targets = side === truth ? targetsOf(truth) : [];
  const predictions = givers.includes(side) ? givenBy(side, truth) : [];
  return side.table.columns.flatMap(column => {
    const isTarget = targets.includes(column.name);
    const use = isTarget ? 'target' : predictions.includes(column.name) ? 'prediction' : 'other';
    return use === 'other' && file > 0 ? [] : [{ column, file, use } as const];
  });
}

function targetsOf({ target, predictions, outputs }: FileSide): readonly string[] {
  if (outputs !== undefined) return outputs;
  return target === null ? predictions : [target];
}

/** A column that repeats the target's name in a file without plain names is the prediction. */
function givenBy({ predictions, named, outputs }: FileSide, truth: FileSide): readonly string[] {
  if (outputs !== undefined) return predictions.filter(name => outputs.includes(name));
  if (named || truth.target === null) return predictions;
  const same = predictions.filter(name => name === truth.target);
  return same.length > 0 ? same : predictions;
}

function withNames(
  wanted: readonly Omit<PlannedColumn, 'name'>[],
  sides: readonly FileSide[],
): PlannedColumn[] {
  const counts = new Map<string, number>();
  for (const { column } of wanted) counts.set(column.name, (counts.get(column.name) ?? 0) + 1);
  const taken = new Set<string>();
  return wanted.map(one => {
    const clashes = (counts.get(one.column.name) ?? 0) > 1;
    const isOwn = one.use === 'target' || (one.use === 'other' && !taken.has(one.column.name));
    const plain = clashes && !isOwn ? clashName(one, sides) : one.column.name;
    const name = unused(plain, taken);
    taken.add(name);
    return { ...one, name };
  });
}

function clashName(
  { column, file }: Omit<PlannedColumn, 'name'>,
  sides: readonly FileSide[],
): string {
  return `${fileStem(sides[file]!.table.name)}_${column.name}`;
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  return free;
}

/** The file's stem for the only model of a file whose columns had to be renamed. */
function modelNames(
  predictions: readonly PlannedColumn[],
  sides: readonly FileSide[],
): Record<string, string> {
  const renamed = predictions.filter(({ name, column }) => name !== column.name);
  return Object.fromEntries(
    renamed
      .filter(({ file }) => hasOneModel(sides[file]!))
      .map(({ name, file }) => [name, fileStem(sides[file]!.table.name)]),
  );
}

function hasOneModel({ predictions, survey }: FileSide): boolean {
  const hard = survey.candidates.filter(
    ({ name, said }) => predictions.includes(name) && said?.role === 'prediction',
  );
  const models = hard.length > 0 ? hard : medians(survey);
  return predictions.length === 1 || models.length === 1;
}

/** Each output with the column of its name in every file of predictions; the files are the models. */
function outputsAmong(
  columns: readonly PlannedColumn[],
  outputs: readonly string[],
  sides: readonly FileSide[],
): readonly OutputColumns[] {
  const own = groupedBy(columns, ({ column }) => column.name);
  return outputs.flatMap(name => {
    const planned = own.get(name) ?? [];
    const target = planned.find(({ use }) => use === 'target');
    const models = planned.filter(({ use }) => use === 'prediction');
    if (target === undefined || models.length === 0) return [];
    const stem = ({ file }: PlannedColumn) => fileStem(sides[file]!.table.name);
    const called = new Map(models.map(one => [one.name, stem(one)]));
    return [{ name, target: target.name, models: called, beside: [] }];
  });
}
