import { withoutBlankGroups } from './cellValue';

const point = /^[+-]?\d*\.\d+(?:e[+-]?\d+)?\s*%?$/i;
const grouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const comma = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?,\d+(?:e[+-]?\d+)?\s*%?$/i;
const euros = /\s?€$/;
const commaByte = 0x2c;

type Writing = 'point' | 'comma' | 'either' | 'neither';

/** `1,5` and `1,5 €` can only be a decimal comma, `1,200.5` only a thousands separator, `1,200` either. */
function writingOf(given: string): Writing {
  const cell = withoutBlankGroups(given.replace(euros, ''));
  if (grouped.test(cell)) return cell.includes('.') ? 'point' : 'either';
  if (comma.test(cell)) return 'comma';
  return point.test(cell) ? 'point' : 'neither';
}

/**
 * Which columns write 1,5 for 1.5. A column goes by its own cells; where they leave it open, by the other
 * columns, and last by the separator: beside a comma as separator 1,200 is twelve hundred.
 */
export function decimalCommas(
  rows: readonly (readonly string[])[],
  width: number,
  separator: number,
): boolean[] {
  if (!rows.some(row => row.some(cell => cell.includes(',')))) return Array(width).fill(false);
  const columns = Array.from({ length: width }, (_, column) =>
    columnWriting(rows.map(row => row[column] ?? '')),
  );
  const anyComma = columns.includes('comma');
  const doubtful = anyComma || (!columns.includes('point') && separator !== commaByte);
  return columns.map(writing => writing === 'comma' || (writing === 'either' && doubtful));
}

function columnWriting(cells: readonly string[]): Writing {
  const counts: Record<Writing, number> = { point: 0, comma: 0, either: 0, neither: 0 };
  for (const cell of cells) counts[writingOf(cell)]++;
  if (counts.comma > counts.point) return 'comma';
  if (counts.point > 0) return 'point';
  return counts.either > 0 ? 'either' : 'neither';
}
