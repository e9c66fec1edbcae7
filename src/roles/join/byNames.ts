import { columnNamed } from '../../readers/table';
import { listed } from '../../shared/text';
import type { FileSide } from './fileSide';
import { pickTruth } from './pickTruth';

const maxNames = 3;

/**
 * Two files that call several value columns alike hold several outputs: each column is predicted by the one of
 * its own name. The first of them is shown and the others are named, until one is chosen.
 */
export function byNames(sides: readonly FileSide[]): {
  readonly sides: readonly FileSide[];
  readonly notes: readonly string[];
} {
  const truth = pickTruth(sides)?.file;
  if (truth === undefined || truth.side === 'pair' || truth.strength > 3)
    return { sides, notes: [] };
  const shared = outputsOf(truth, sides);
  const [first, ...others] = shared;
  if (first === undefined || others.length === 0) return { sides, notes: [] };
  const target = truth.target !== null && shared.includes(truth.target) ? truth.target : first;
  const rest = shared.filter(name => name !== target);
  return {
    sides: sides.map(side =>
      side === truth ? { ...side, side: 'target', target, strength: 2 } : side,
    ),
    notes: [outputsNote(sides, target, rest, isMultiLabel(truth, shared))],
  };
}

/** Value columns of the truth that another file without a target calls alike. */
function outputsOf(truth: FileSide, sides: readonly FileSide[]): string[] {
  const own = new Set([...truth.predictions, ...(truth.target === null ? [] : [truth.target])]);
  const given = new Set(
    sides.filter(side => side !== truth && !side.named).flatMap(({ predictions }) => predictions),
  );
  return truth.table.columns
    .map(({ name }) => name)
    .filter(name => own.has(name) && given.has(name));
}

/** Columns of 0 and 1. */
function isMultiLabel({ table }: FileSide, names: readonly string[]): boolean {
  return names.every(name =>
    columnNamed(table, name)!.numbers.every(value => value === 0 || value === 1),
  );
}

function outputsNote(
  sides: readonly FileSide[],
  target: string,
  others: readonly string[],
  isLabels: boolean,
): string {
  const files = listed(sides.map(({ table }) => table.name));
  const shown = others.slice(0, maxNames).map(name => `"${name}"`);
  const more = others.length - shown.length;
  const rest = listed(more > 0 ? [...shown, `${more} more`] : shown);
  const what = isLabels
    ? 'several labels, any number of which a row may have (multi-label)'
    : 'several outputs';
  return (
    `${files} call ${others.length + 1} columns alike, ${what}, and each is predicted by the column of its own ` +
    `name. "${target}" is shown; choose ${rest} as the target to see ${others.length === 1 ? 'it' : 'another'}.`
  );
}
