import type { Parameters } from '../../shared/metricId';
import type { LibraryId } from './libraries';
import type { LossIdea } from './lossIdea';

/** What a loss is fed with in the place of the prediction. */
export type Takes =
  | 'numbers'
  | 'positive numbers'
  | 'log rates'
  | 'mean and variance'
  | 'one logit'
  | 'a logit per class'
  | 'one probability'
  | 'a probability per class'
  | 'log-probabilities'
  | 'log-probabilities per step'
  | 'labels'
  | 'labels or probabilities'
  | 'scores'
  | 'margins'
  | 'margins per class'
  | 'probabilities or logits'
  | 'two embeddings'
  | 'three embeddings'
  | 'a distance'
  | 'raw scores of trees'
  | 'masks';

/** A curve's parameter that an argument sets, and what it is where nobody sets it. */
export interface Shape {
  readonly key: Exclude<keyof Parameters, 'classWeights' | 'ownLosses'>;
  readonly otherwise: number;
}

/** One argument of a loss. */
export interface LossParameter {
  readonly name: string;
  readonly shape?: Shape;
}

/** What a library calls a loss. */
export interface LossName {
  readonly library: LibraryId;
  readonly loss: LossIdea;
  /** `call`: a function or class, which is imported. `text`: a string in an argument that says what it is. */
  readonly way: 'call' | 'text';
  /** The first one is shown. */
  readonly names: readonly string[];
  /** Of strings: whether it trains, judges or does both. */
  readonly use: 'objective' | 'metric' | 'both';
  /** Arguments that are read by their place; null for those that say nothing about the loss. */
  readonly positional: readonly (LossParameter | null)[];
  /** Arguments that are read by their name, those of `positional` among them. */
  readonly parameters: readonly LossParameter[];
  readonly takes: Takes;
  /** What the library multiplies the loss with; 1 when left out. */
  readonly factor?: number;
}

/** `row(names, loss, takes, arguments)`: a line of a library's table. */
export type Row = readonly [names: string, loss: LossIdea, takes: Takes, parameters?: string];

/** The names that a library has for one use, as they are written down. */
export interface NameTable {
  readonly library: LibraryId;
  readonly way: LossName['way'];
  readonly use: LossName['use'];
  readonly rows: readonly Row[];
  readonly factor?: number;
}

/** The functions and classes of a library. */
export function calls(library: LibraryId, rows: readonly Row[]): NameTable {
  return { library, way: 'call', use: 'both', rows };
}

/** The strings by which a library knows its losses. */
export function texts(library: LibraryId, use: LossName['use'], rows: readonly Row[]): NameTable {
  return { library, way: 'text', use, rows };
}

/** The entries of a table. */
export function entriesOf({ rows, ...table }: NameTable): readonly LossName[] {
  return rows.map(row => entryOf(table, row));
}

function entryOf(
  table: Omit<NameTable, 'rows'>,
  [names, loss, takes, written = '']: Row,
): LossName {
  const [byPlace = '', byName = ''] = written.split('|');
  const positional = wordsIn(byPlace).map(word => (word === '_' ? null : parameterOf(word)));
  const parameters = [
    ...positional.filter(parameter => parameter !== null),
    ...wordsIn(byName).map(parameterOf),
  ];
  return { ...table, loss, names: wordsIn(names), positional, parameters, takes };
}

/** The words of a cell. */
export function wordsIn(text: string): readonly string[] {
  return text.split(' ').filter(word => word !== '');
}

/** `delta:huberDelta=1`: the argument `delta` sets the parameter `huberDelta`, which is 1 otherwise. */
function parameterOf(word: string): LossParameter {
  const [name = '', shape] = word.split(':');
  const [key, otherwise] = shape?.split('=') ?? [];
  if (key === undefined) return { name };
  return { name, shape: { key: key as Shape['key'], otherwise: Number(otherwise) } };
}
