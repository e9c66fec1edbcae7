import { plural } from '../../shared/text';
import { ReadError } from '../readError';
import type { Problem, Table } from '../table';
import { type ArrayBlock, blocksOf, hintsOf } from './arrayBlock';
import { arrayTable } from './arrayTable';
import {
  type ArrayGroup,
  describeArrays,
  groupsOf,
  isNumeric,
  mismatchIn,
  pair,
  telling,
} from './chooseArrays';
import { elisionAdvice } from './elision';
import type { FoundLiteral } from './findLiterals';
import type { Literal } from './literal';
import { listOf } from './node';

const maxNotes = 20;

/** The arrays of a text and how they can be grouped. */
export interface Arrays {
  readonly blocks: readonly ArrayBlock[];
  /** Best first, without arrays that are abbreviated. */
  readonly groups: readonly ArrayGroup[];
  /** The best group with a number, or with targets and predictions that are labels. */
  readonly best: ArrayGroup | undefined;
}

/** The arrays among the literals of a text. */
export function arraysIn(literals: readonly FoundLiteral[]): Arrays {
  const blocks = withRecords(literals).flatMap(literal => blocksOf(literal));
  const groups = groupsOf(blocks.filter(block => block.elidedAt === undefined));
  return {
    blocks,
    groups,
    best: groups.find(group => group.score >= pair || group.blocks.some(isNumeric)),
  };
}

/**
 * The arrays that belong together as a table; undefined when there are none with a number.
 * Throws a ReadError when they are abbreviated or differ in length.
 */
export function tableOfArrays(name: string, arrays: Arrays): Table | undefined {
  const { blocks, best } = arrays;
  if (best === undefined || best.score < telling) {
    refuseElided(name, blocks);
    refuseUnequal(name, blocks, best);
  }
  return best === undefined ? undefined : arrayTable(name, best, notesOn(name, best, arrays));
}

/** Unnamed objects in a row (JSON lines, a dict a line) are records of one list. */
function withRecords(literals: readonly FoundLiteral[]): FoundLiteral[] {
  const runs: { readonly literal: FoundLiteral; readonly records: Literal[] }[] = [];
  for (const literal of literals) {
    const record = literal.name === null && isRecord(literal.value);
    const last = runs.at(-1);
    if (record && last !== undefined && last.records.length > 0) last.records.push(literal.value);
    else runs.push({ literal, records: record ? [literal.value] : [] });
  }
  return runs.map(({ literal, records }) =>
    records.length < 2 ? literal : { ...literal, value: listOf(records, literal.line) },
  );
}

function isRecord(value: Literal): boolean {
  return (
    value.kind === 'dict' &&
    value.entries.some(entry => entry.value.kind !== 'list' && entry.value.kind !== 'dict')
  );
}

function refuseElided(name: string, blocks: readonly ArrayBlock[]): void {
  const elided = blocks.find(block => block.elidedAt !== undefined);
  if (elided?.elidedAt === undefined) return;
  const what = elided.name === null ? 'the array' : `"${elided.name}"`;
  throw new ReadError({ source: name, line: elided.elidedAt }, `${what} ${elisionAdvice}`);
}

/** Refuses a target and a prediction of unequal length, and arrays of which nothing else is known. */
function refuseUnequal(
  name: string,
  blocks: readonly ArrayBlock[],
  best: ArrayGroup | undefined,
): void {
  const mismatch = mismatchIn(blocks);
  if (mismatch === undefined || (!mismatch.named && best !== undefined && isSettled(best))) return;
  const { first, second } = mismatch;
  throw new ReadError(
    { source: name, line: first.line },
    `${lengthOf(first)} but ${lengthOf(second)} on line ${second.line}; arrays that belong together have one length`,
  );
}

/** Arrays that found their like, or curves, which need none. */
function isSettled({ blocks }: ArrayGroup): boolean {
  return blocks.length > 1 || blocks.some(block => hintsOf(block).includes('metric'));
}

function lengthOf({ name, rows }: ArrayBlock): string {
  return `${name === null ? 'an array' : `"${name}"`} has ${plural(rows, 'value')}`;
}

/** What stands in the text besides the chosen arrays and would have been worth a look. */
function notesOn(source: string, best: ArrayGroup, { groups, blocks }: Arrays): Problem[] {
  const least = Math.min(best.score, telling);
  const others = groups.filter(group => group !== best && group.score >= least);
  const notes = others.map(group => ({
    place: { source, line: group.blocks[0]!.line },
    text: `left out: ${describeArrays(group.blocks)}; select that part to see it`,
  }));
  const elided = blocks.filter(block => block.elidedAt !== undefined);
  const cut = elided.map(block => ({
    place: { source, line: block.elidedAt! },
    text: `${block.name === null ? 'an array' : `"${block.name}"`} is abbreviated with "..." and was left out`,
  }));
  return [...notes, ...cut].slice(0, maxNotes);
}
