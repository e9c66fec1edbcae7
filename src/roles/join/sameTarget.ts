import { UnmatchedError } from '../../readers/readError';
import { type Column, columnNamed } from '../../readers/table';
import { plural } from '../../shared/text';
import { labelKey } from '../guess/facts';
import type { FileSide } from './fileSide';
import type { RowMatch } from './matchRows';

/**
 * Notes about rows in which files with a target of their own differ from the target that is used. Throws a
 * RequestError when they differ in most rows: such files cannot be compared.
 */
export function checkTargets(
  sides: readonly FileSide[],
  matches: readonly (RowMatch | null)[],
  truth: FileSide,
): string[] {
  const own = matches[sides.indexOf(truth)]?.rows ?? null;
  return sides.flatMap((side, i) => {
    if (side === truth || side.side !== 'pair') return [];
    const { compared, different } = compare(
      columnOf(truth),
      own,
      columnOf(side),
      matches[i]?.rows ?? null,
    );
    if (different === 0) return [];
    if (different > compared / 2) throw strangers(truth, side, compared, different);
    return [
      `The target of ${side.table.name} differs in ${plural(different, 'row')} from that of ` +
        `${truth.table.name}, which is used.`,
    ];
  });
}

function columnOf({ table, target }: FileSide): Column {
  return columnNamed(table, target!)!;
}

function strangers(
  truth: FileSide,
  other: FileSide,
  compared: number,
  different: number,
): UnmatchedError {
  return new UnmatchedError(
    { source: other.table.name },
    `its target "${other.target}" differs from "${truth.target}" of ${truth.table.name} in ${different} ` +
      `of ${compared} rows, so the files cannot be compared`,
  );
}

/** `null` rows: row i stands for itself. */
function compare(a: Column, rowsA: Int32Array | null, b: Column, rowsB: Int32Array | null) {
  const length = Math.max(rowsA?.length ?? 0, rowsB?.length ?? 0);
  let compared = 0;
  let different = 0;
  for (let i = 0; i < length; i++) {
    const [left, right] = [rowsA?.[i] ?? i, rowsB?.[i] ?? i];
    if (left < 0 || right < 0 || left >= a.numbers.length || right >= b.numbers.length) continue;
    compared++;
    if (!sameCell(a, left, b, right)) different++;
  }
  return { compared, different };
}

/** Numbers agree to nine digits, because files round; texts but for case. */
function sameCell(a: Column, left: number, b: Column, right: number): boolean {
  const [x, y] = [a.numbers[left]!, b.numbers[right]!];
  if (Number.isNaN(x) || Number.isNaN(y)) {
    return labelKey(a.textOf(left)) === labelKey(b.textOf(right));
  }
  return x === y || Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
}
