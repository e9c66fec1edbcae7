import { binnedNumbers, figureIds } from '../figure';
import { metricIds, type Parameters } from '../metricId';
import type { RoleChoices } from '../roleChoices';
import {
  type Check,
  either,
  isDataName,
  isFlag,
  isName,
  isNumber,
  isPlainObject,
  isWhole,
  listOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  shape,
  text,
} from './check';
import type { Bin, GroupBin, NumberBin, Question } from './inspection';
import { stalenesses, type ToHost, type ToPage } from './messages';

/** A check for every field of an object type: a field that is forgotten here does not compile. */
type Fields<T> = Readonly<Record<keyof Required<T>, Check>>;
type Message<Union extends { type: string }, Type> = Extract<Union, { type: Type }>;

const exportLimit = 256 * 2 ** 20;
/** Characters that the page keeps of its target, for a restored window. */
export const maxKeep: number = 2 ** 20;
const names = listOf(isDataName, 65_536);
const tasks = ['regression', 'binary', 'multiclass', 'errors', 'training'];

const numberBin: Fields<NumberBin> = {
  by: oneOf(binnedNumbers),
  from: isNumber,
  to: isNumber,
  closed: isFlag,
};

const part = optional(oneOf(['hour', 'weekday', 'month', 'length']));
const bound = orNull(either(isNumber, isName));
const isCondition = either(
  shape({ column: isDataName, part, is: orNull(isDataName) }),
  shape({ column: isDataName, part, from: bound, below: bound }),
);
const where = listOf(isCondition, 10);
const groupBin: Fields<GroupBin> = { by: oneOf(['group']), where, text: isDataName };
const bin = either(shape(numberBin), shape(groupBin));

const choices: Fields<RoleChoices> = {
  task: optional(oneOf(tasks)),
  target: optional(isDataName),
  predictions: optional(names),
  probabilities: optional(names),
  classProbabilities: optional(recordOf(names)),
  margins: optional(names),
  weight: optional(orNull(isDataName)),
  split: optional(orNull(isDataName)),
  id: optional(orNull(isDataName)),
  lower: optional(isDataName),
  upper: optional(isDataName),
  positive: optional(isDataName),
  x: optional(isDataName),
  series: optional(isDataName),
  cutoff: optional(isDataName),
  horizon: optional(isDataName),
  season: optional(isWhole),
  ignored: optional(names),
  scope: optional(where),
  parts: optional(isFlag),
};

const parameters: Fields<Parameters> = {
  huberDelta: optional(isNumber),
  smoothL1Beta: optional(isNumber),
  pseudoHuberDelta: optional(isNumber),
  quantile: optional(isNumber),
  tweediePower: optional(isNumber),
  tolerance: optional(isNumber),
  focalGamma: optional(isNumber),
  topK: optional(isNumber),
  calibrationBins: optional(isNumber),
  labelSmoothing: optional(isNumber),
  classWeights: optional(recordOf(isNumber)),
};

const figureOptions = recordOf(either(isNumber, isDataName, isFlag, names), 1000);

const questions: {
  readonly [Kind in Question['kind']]: Fields<Extract<Question, { kind: Kind }>>;
} = {
  figure: { kind: isName, figure: oneOf(figureIds), options: figureOptions },
  metrics: { kind: isName },
  intervals: { kind: isName },
  slices: { kind: isName, by: optional(names) },
  worst: {
    kind: isName,
    metric: orNull(oneOf(metricIds)),
    model: isDataName,
    split: optional(orNull(isDataName)),
    versus: orNull(isDataName),
    className: orNull(isDataName),
    bin: optional(bin),
    count: isWhole,
  },
  row: { kind: isName, row: isWhole, model: optional(isDataName) },
  explain: { kind: isName, value: isName },
  code: {
    kind: isName,
    metric: oneOf(metricIds),
    model: isDataName,
    split: optional(orNull(isDataName)),
  },
};

const toHost: { readonly [Type in ToHost['type']]: Fields<Message<ToHost, Type>> } = {
  ready: { type: isName },
  configure: {
    type: isName,
    choices: optional(shape(choices)),
    parameters: optional(shape(parameters)),
  },
  query: { type: isName, id: isWhole, question: tagged('kind', questions) },
  reveal: {
    type: isName,
    line: isWhole,
    source: optional(isWhole),
    row: optional(isWhole),
    model: optional(isDataName),
  },
  mark: { type: isName, line: orNull(isWhole), source: optional(isWhole) },
  export: {
    type: isName,
    kind: oneOf(['png', 'svg', 'csv', 'markdown', 'html']),
    name: isDataName,
    data: text(exportLimit),
  },
  copy: { type: isName, text: text(exportLimit) },
  cancel: { type: isName },
  start: {
    type: isName,
    action: oneOf(['selection', 'file', 'sample', 'retry', 'load', 'truth', 'pool']),
  },
};

/** Whether a stored value may be used as a person's choice of roles. */
export const isRoleChoices: (value: unknown) => value is RoleChoices = shape(choices) as (
  value: unknown,
) => value is RoleChoices;

/** Whether a stored value may be used as a bin that was chosen. */
export const isBin: (value: unknown) => value is Bin = bin as (value: unknown) => value is Bin;

const actions = listOf(isPlainObject, 10);

/** The host is trusted to send what it computed; only the envelope is looked at. */
const toPage: { readonly [Type in ToPage['type']]: Fields<Message<ToPage, Type>> } = {
  report: {
    type: isName,
    inspection: isPlainObject,
    first: listOf(oneOf(metricIds)),
    stale: optional(oneOf(stalenesses)),
    keep: optional(text(maxKeep)),
    bytesRead: optional(isWhole),
  },
  answer: { type: isName, id: isWhole, answer: isPlainObject },
  progress: { type: isName, name: isDataName, progress: isPlainObject },
  cursor: { type: isName, line: orNull(isWhole), source: optional(isWhole) },
  problem: {
    type: isName,
    text: text(100_000),
    id: optional(isWhole),
    line: optional(isWhole),
    source: optional(isWhole),
    actions: optional(actions),
  },
  empty: { type: isName },
  waiting: { type: isName, name: isDataName, bytes: isWhole },
  say: { type: isName, text: text(100_000) },
  'show-loss': { type: isName, metric: oneOf(metricIds) },
  'export-html': { type: isName },
  'export-csv': { type: isName },
};

/** Whether the page's message is one the host knows, field by field. Anything else is refused. */
export const isToHost: (message: unknown) => message is ToHost = tagged('type', toHost) as (
  message: unknown,
) => message is ToHost;

/** Whether a message may be given to the page's handlers. */
export const isToPage: (message: unknown) => message is ToPage = tagged('type', toPage) as (
  message: unknown,
) => message is ToPage;

/** An object whose field `tag` names the table of checks for its other fields. */
function tagged(tag: string, table: Readonly<Record<string, Fields<never>>>): Check {
  const shapes = new Map(Object.entries(table).map(([name, fields]) => [name, shape(fields)]));
  return value => {
    const name = isPlainObject(value) ? value[tag] : undefined;
    return typeof name === 'string' && shapes.get(name)?.(value) === true;
  };
}
