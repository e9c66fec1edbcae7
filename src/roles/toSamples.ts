import { naiveForecast } from '../core/forecast/naiveForecast';
import type {
  BinaryModel,
  LabelColumn,
  MulticlassModel,
  NumberColumn,
  Samples,
} from '../core/samples/samples';
import type { Table } from '../readers/table';
import type { ModelRoles, Roles } from './roles';
import { classLabels } from './samples/classLabels';
import { labelColumn, needed, numberColumn, varianceColumn } from './samples/columns';
import { withoutLabel } from './unlabelled';

/** The columns of a table in the shape that core computes from. Throws a ReadError when a column is missing. */
export function toSamples(table: Table, roles: Roles): Samples {
  const base = {
    rows: table.rows,
    lineOf: table.lineOf,
    ...(roles.weight === null ? {} : { weight: numberColumn(table, roles.weight) }),
    ...(roles.split === null ? {} : { split: labelColumn(table, roles.split) }),
    ...(roles.byModel === undefined ? {} : { byModel: labelColumn(table, roles.byModel) }),
    groups: roles.groups
      .filter(name => table.columns.some(column => column.name === name))
      .map(name => labelColumn(table, name)),
  };
  switch (roles.task) {
    case 'errors':
      return { ...base, task: 'errors', models: roles.models.map(errorModel(table)) };
    case 'regression':
      return {
        ...base,
        task: 'regression',
        target: numberColumn(table, roles.target!),
        models: roles.models.map(regressionModel(table)),
        ...forecastOf(table, roles),
      };
    case 'binary':
      return { ...base, ...binary(table, roles) };
    case 'multiclass':
      return { ...base, ...multiclass(table, roles) };
    default:
      throw new Error('A training history has no samples.');
  }
}

function errorModel(table: Table) {
  return (model: ModelRoles): { name: string; error: NumberColumn } => ({
    name: model.name,
    error: numberColumn(table, model.prediction!),
  });
}

function regressionModel(table: Table) {
  return (model: ModelRoles) => ({
    name: model.name,
    prediction: numberColumn(table, model.prediction!),
    ...(model.lower === undefined ? {} : { lower: numberColumn(table, model.lower) }),
    ...(model.upper === undefined ? {} : { upper: numberColumn(table, model.upper) }),
    ...(model.level === undefined ? {} : { level: model.level }),
    ...(model.variance === undefined ? {} : { variance: varianceColumn(table, model) }),
    ...(model.quantiles === undefined
      ? {}
      : {
          quantiles: model.quantiles.map(({ level, column }) => ({
            level,
            column: numberColumn(table, column),
          })),
        }),
  });
}

/** The naive forecast of the rows, where the columns say what they are a forecast of. */
function forecastOf(table: Table, { forecast, target }: Roles) {
  if (forecast === undefined) return {};
  const { series, time, cutoff, horizon, season } = forecast;
  const numbersOf = (name: string | null) => name && numberColumn(table, name).values;
  const rows = {
    series: series === null ? null : labelColumn(table, series).codes,
    time: numbersOf(time) || null,
    cutoff: numbersOf(cutoff) || null,
    horizon: numbersOf(horizon) || null,
    target: numberColumn(table, target!).values,
  };
  return { forecast: naiveForecast(rows, season) };
}

interface Coded {
  readonly target: LabelColumn;
  readonly labels: ReadonlyMap<string, LabelColumn>;
}

/** Target and hard labels in the codes of the classes. */
function coded(table: Table, roles: Roles): Coded {
  const names = roles.models.flatMap(({ prediction }) =>
    prediction === undefined ? [] : [prediction],
  );
  const own = needed(table, roles.target!);
  const [target, ...labels] = classLabels(
    [
      roles.unlabelled === undefined ? own : withoutLabel(own, roles.unlabelled),
      ...names.map(name => needed(table, name)),
    ],
    roles.classes!,
  );
  return { target: target!, labels: new Map(names.map((name, i) => [name, labels[i]!])) };
}

function binary(table: Table, roles: Roles) {
  const { target, labels } = coded(table, roles);
  const [negative, positive] = roles.classes!;
  const models = roles.models.map((model): BinaryModel => {
    const probability = model.probability?.[0];
    return {
      name: model.name,
      ...(model.prediction === undefined ? {} : { label: labels.get(model.prediction)! }),
      ...(probability === undefined ? {} : { probability: numberColumn(table, probability) }),
      ...(model.margin === undefined
        ? {}
        : {
            margin: numberColumn(table, model.margin),
            marginIsLogit: model.marginIsLogit === true,
          }),
    };
  });
  return { task: 'binary', target, classes: [negative!, positive!], models } as const;
}

function multiclass(table: Table, roles: Roles) {
  const { target, labels } = coded(table, roles);
  const columnsOf = (names: readonly string[]) => names.map(name => numberColumn(table, name));
  const models = roles.models.map(
    (model): MulticlassModel => ({
      name: model.name,
      ...(model.prediction === undefined ? {} : { label: labels.get(model.prediction)! }),
      ...(model.probability === undefined ? {} : { probabilities: columnsOf(model.probability) }),
      ...(model.logits === undefined ? {} : { logits: columnsOf(model.logits) }),
      ...(model.confidence === undefined
        ? {}
        : { confidence: numberColumn(table, model.confidence) }),
    }),
  );
  const ordered = roles.ordered === true ? ({ ordered: true } as const) : {};
  return { task: 'multiclass', target, classes: roles.classes!, models, ...ordered } as const;
}
