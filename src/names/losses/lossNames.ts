import { entriesOf, type LossName } from './lossName';
import { nameTables } from './nameTables';

/** What libraries call their losses and scores; hovers, docs/losses.md and the page say nothing else of them. */
export const lossNames: readonly LossName[] = nameTables.flatMap(entriesOf);

function byName(way: LossName['way']): ReadonlyMap<string, readonly LossName[]> {
  const found = new Map<string, LossName[]>();
  for (const entry of lossNames.filter(each => each.way === way)) {
    for (const name of entry.names) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [entry]);
      else known.push(entry);
    }
  }
  return found;
}

/** Functions and classes by their last name. */
export const callsByName: ReadonlyMap<string, readonly LossName[]> = byName('call');

/** Strings. */
export const textsByName: ReadonlyMap<string, readonly LossName[]> = byName('text');
