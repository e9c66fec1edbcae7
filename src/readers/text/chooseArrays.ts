import { listed, plural } from '../../shared/text';
import { type ArrayBlock, hintsOf } from './arrayBlock';
import type { RoleHint } from './roleHint';

/** Arrays of equal length that belong together. */
export interface ArrayGroup {
  readonly blocks: readonly ArrayBlock[];
  readonly rows: number;
  /** How well the names fit: 4 and more is a target with a prediction, or errors. */
  readonly score: number;
  readonly history: boolean;
}

/** From here on a group is what the text is about, whatever else stands in it. */
export const telling = 3;
/** The score of a target with a prediction. */
export const pair = 5;

/** All groups of arrays of equal length, best first: by their names, then by rows, then by position. */
export function groupsOf(blocks: readonly ArrayBlock[]): ArrayGroup[] {
  const groups = generations(blocks).flatMap(byLength).map(rated);
  return groups.sort((a, b) => b.score - a.score || b.rows - a.rows);
}

/** A name that comes again starts the next generation: the next test case, the next model. */
function generations(blocks: readonly ArrayBlock[]): ArrayBlock[][] {
  const all: ArrayBlock[][] = [];
  let names = new Set<string>();
  for (const block of blocks) {
    const again = block.name !== null && names.has(block.name);
    if (again) names = new Set();
    if (again || all.length === 0) all.push([]);
    all.at(-1)!.push(block);
    if (block.name !== null) names.add(block.name);
  }
  return all;
}

function byLength(blocks: readonly ArrayBlock[]): ArrayBlock[][] {
  const lists = new Map<number, ArrayBlock[]>();
  for (const block of blocks) {
    if (block.from === 'scalar') continue;
    const same = lists.get(block.rows);
    if (same === undefined) lists.set(block.rows, [block]);
    else same.push(block);
  }
  const scalars = blocks.filter(block => block.from === 'scalar' && block.name !== null);
  const groups = [...lists.values()].map(withoutArguments);
  return scalars.length === 0 ? groups : [...groups, scalars];
}

/** Unnamed arguments of calls count only where nothing else does. */
function withoutArguments(blocks: readonly ArrayBlock[]): ArrayBlock[] {
  const own = blocks.filter(block => block.from !== 'argument');
  return own.length > 0 ? own : [...blocks];
}

function rated(blocks: readonly ArrayBlock[]): ArrayGroup {
  const hints = blocks.flatMap(hintsOf);
  const history = isHistory(blocks, hints);
  const rows = blocks[0]!.rows;
  return { blocks, rows, score: history ? telling : scoreOf(blocks, hints), history };
}

function isHistory(blocks: readonly ArrayBlock[], hints: readonly RoleHint[]): boolean {
  const metrics = hints.filter(hint => hint === 'metric').length;
  const others = hints.some(hint => hint === 'target' || hint === 'prediction' || hint === 'error');
  const names = blocks.flatMap(block => [block.name, ...block.columns.map(column => column.key)]);
  const loss = names.some(name => name !== null && /loss/i.test(name));
  return !others && loss && (metrics >= 2 || (metrics === 1 && hints.includes('epoch')));
}

function scoreOf(blocks: readonly ArrayBlock[], hints: readonly RoleHint[]): number {
  const scalar = blocks[0]!.from === 'scalar';
  if (hints.includes('target') && hints.includes('prediction')) return scalar ? 3.5 : pair;
  if (hints.includes('error')) return scalar ? 1.5 : 4;
  if (scalar) return 0.25;
  if (blocks.every(block => block.from === 'argument')) return 0.5;
  const known = hints.some(hint => hint !== 'other');
  return (known ? 1.5 : 1) + (blocks.length > 1 ? 1 : 0);
}

/** A target and a prediction, else any two arrays, that should have had one length. */
export interface Mismatch {
  readonly first: ArrayBlock;
  readonly second: ArrayBlock;
  /** True when their names say that they belong together. */
  readonly named: boolean;
}

/** The first mismatch by names, else the first of any two arrays with numbers; undefined when there is none. */
export function mismatchIn(blocks: readonly ArrayBlock[]): Mismatch | undefined {
  const all = generations(blocks.filter(block => block.from !== 'scalar')).map(withoutArguments);
  const found = all.flatMap(own => [namedMismatch(own) ?? [], anyMismatch(own) ?? []].flat());
  return found.find(({ named }) => named) ?? found[0];
}

function namedMismatch(blocks: readonly ArrayBlock[]): Mismatch | undefined {
  const first = blocks.find(block => hintsOf(block).includes('target'));
  const second = blocks.find(block => hintsOf(block).includes('prediction'));
  if (first === undefined || second === undefined || first.rows === second.rows) return undefined;
  return { first, second, named: true };
}

function anyMismatch(blocks: readonly ArrayBlock[]): Mismatch | undefined {
  const [first, ...rest] = blocks.filter(isNumeric);
  const second = rest.find(block => block.rows !== first!.rows);
  return first === undefined || second === undefined ? undefined : { first, second, named: false };
}

/** True when a cell is a number. */
export function isNumeric({ columns }: ArrayBlock): boolean {
  return columns.some(({ cells }) => cells.some(cell => !Number.isNaN(cell.number)));
}

const maxNames = 4;

/** `"y_true" and "y_pred" (10 values, line 5)` */
export function describeArrays(blocks: readonly ArrayBlock[]): string {
  const names = blocks.map(({ name }) => (name === null ? 'an array without a name' : `"${name}"`));
  const more = names.length > maxNames ? [`${names.length - maxNames} more`] : [];
  const shown = listed([...names.slice(0, maxNames), ...more]);
  return `${shown} (${plural(blocks[0]!.rows, 'value')}, line ${blocks[0]!.line})`;
}
