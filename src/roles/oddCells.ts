import { describePlace, type Place } from '../readers/readError';
import { type Column, columnNamed, type Table } from '../readers/table';
import { plural } from '../shared/text';
import type { ModelRoles, Roles } from './roles';

/** Odd cells of a column are told one by one up to here, then counted. */
const maxTold = 5;
const maxText = 60;

/** A sentence for each cell in use that should be a number and is a word, or a probability and lies outside 0 to 1. */
export function oddCells(table: Table, roles: Roles): string[] {
  const chances = new Set(roles.models.flatMap(({ probability }) => probability ?? []));
  return [...new Set(numberColumns(roles))].flatMap(name => {
    const column = columnNamed(table, name);
    if (column === undefined) return [];
    return [...words(table, column), ...(chances.has(name) ? outside(table, column) : [])];
  });
}

function numberColumns({ task, target, models, weight }: Roles): string[] {
  const isNumbers = task === 'regression' || task === 'errors';
  const columns = [
    ...(isNumbers ? [target, ...models.map(({ prediction }) => prediction)] : []),
    ...models.flatMap(scoresOf),
    weight,
  ];
  return columns.filter(name => name !== undefined && name !== null);
}

function scoresOf({ probability, logits, margin }: ModelRoles): (string | undefined)[] {
  return [...(probability ?? []), ...(logits ?? []), margin];
}

function words(table: Table, { name, invalid }: Column): string[] {
  const told = [...invalid]
    .slice(0, maxTold)
    .map(
      ([row, text]) =>
        `${placeOf(table, row, name)}: "${short(text)}" is not a number (row skipped)`,
    );
  const left = invalid.size - told.length;
  return left > 0 ? [...told, `${plural(left, 'more cell')} in "${name}" without a number.`] : told;
}

function outside(table: Table, { name, numbers, bounds, textOf }: Column): string[] {
  if (bounds !== undefined && bounds[0] >= 0 && bounds[1] <= 1) return [];
  const told: string[] = [];
  let count = 0;
  for (let row = 0; row < numbers.length; row++) {
    const p = numbers[row]!;
    if ((p >= 0 && p <= 1) || !Number.isFinite(p)) continue;
    count++;
    if (count > maxTold) continue;
    const text = short(textOf(row));
    told.push(
      `${placeOf(table, row, name)}: ${text} is not a probability from 0 to 1 (row skipped)`,
    );
  }
  const left = count - told.length;
  return left > 0 ? [...told, `${plural(left, 'more cell')} in "${name}" outside 0 to 1.`] : told;
}

function placeOf(table: Table, row: number, column: string): string {
  const line = table.lineOf(row);
  const place: Place = { source: table.name, column, ...(line === null ? {} : { line }) };
  return describePlace(place);
}

function short(text: string): string {
  return text.length > maxText ? `${text.slice(0, maxText)}...` : text;
}
