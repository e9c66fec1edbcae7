import { RequestError } from '../../readers/readError';
import type { Table } from '../../readers/table';
import type { RoleChoices } from '../../shared/roleChoices';
import { listed } from '../../shared/text';
import { chosenColumns } from './survey';

const maxNames = 20;

/** Throws a RequestError that names the first chosen column the table does not have. */
export function checkChoices(table: Table, choices: RoleChoices): void {
  const names = new Set(table.columns.map(({ name }) => name));
  const missing = namesIn(choices).find(name => !names.has(name));
  if (missing === undefined) return;
  const shown = [...names].slice(0, maxNames).map(name => `"${name}"`);
  const more = names.size - shown.length;
  const there = listed(more > 0 ? [...shown, `${more} more`] : shown);
  throw new RequestError(
    { source: table.name },
    `there is no column "${missing}"; there are ${there}`,
  );
}

function namesIn(choices: RoleChoices): string[] {
  const { target, weight, split, id, lower, upper, x, series, cutoff, horizon } = choices;
  const single = [target, weight, split, id, lower, upper, x, series, cutoff, horizon];
  const columns = single.filter(name => name !== undefined && name !== null);
  return [...columns, ...chosenColumns(choices)];
}
