import { listed, plural } from '../../shared/text';
import type { FileSide } from './fileSide';
import type { RowMatch } from './matchRows';

/** How the rows of each further file were matched, with what did not match. */
export function matchNotes(
  sides: readonly FileSide[],
  matches: readonly (RowMatch | null)[],
): string[] {
  const first = sides[0]!.table;
  return matches.flatMap((match, i) => {
    if (match === null) return [];
    return [matchNote(first.name, first.rows, sides[i]!.table.name, match)];
  });
}

function matchNote(first: string, rows: number, other: string, match: RowMatch): string {
  if (match.keys.length === 0) return `${first} and ${other} are joined row by row.`;
  const keys = listed(match.keys.map(([a, b]) => (a === b ? `"${a}"` : `"${a}" = "${b}"`)));
  const unmatched = [
    ...(rows > match.matched ? [`${plural(rows - match.matched, 'row')} of ${first}`] : []),
    ...(match.left > 0 ? [`${plural(match.left, 'row')} of ${other}`] : []),
  ];
  const odd = [
    ...(unmatched.length === 0 ? [] : [`${listed(unmatched)} without a match`]),
    ...(match.repeated === 0 ? [] : [`${repeats(match.repeated)} of ${other} left out`]),
  ];
  const rest = odd.length === 0 ? '' : `; ${odd.join('; ')}`;
  const how = match.zeroless === true ? `${keys} without leading zeros` : keys;
  return `${first} and ${other} are joined by ${how}: ${plural(match.matched, 'row')} matched${rest}.`;
}

function repeats(count: number): string {
  return plural(count, 'repeated row');
}
