import { columnNamed } from '../../readers/table';
import { listed } from '../../shared/text';
import type { FileSide } from './fileSide';
import { pickTruth } from './pickTruth';

/**
 * Two files that call several value columns alike hold several outputs: each column is predicted by the one of
 * its own name.
 */
export function byNames(sides: readonly FileSide[]): {
  readonly sides: readonly FileSide[];
  readonly notes: readonly string[];
} {
  const truth = pickTruth(sides)?.file;
  if (truth === undefined || truth.side === 'pair') return { sides, notes: [] };
  const shared = outputsOf(truth, sides);
  const isChosen = truth.strength > 3;
  const isAmong = truth.target !== null && shared.includes(truth.target);
  if (shared.length < 2 || (isChosen && !isAmong)) return { sides, notes: [] };
  const target = isAmong ? truth.target : shared[0]!;
  const strength = isChosen ? truth.strength : 2;
  const rest = new Set(shared);
  return {
    sides: sides.map(side => {
      if (side === truth) return { ...side, side: 'target', target, strength, outputs: shared };
      return side.predictions.some(name => rest.has(name)) ? { ...side, outputs: shared } : side;
    }),
    notes: [outputsNote(sides, shared.length, isMultiLabel(truth, shared))],
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

function outputsNote(sides: readonly FileSide[], count: number, isLabels: boolean): string {
  const files = listed(sides.map(({ table }) => table.name));
  const what = isLabels
    ? 'several labels, any number of which a row may have (multi-label)'
    : 'several outputs';
  return `${files} call ${count} columns alike, ${what}, and each is predicted by the column of its own name.`;
}
