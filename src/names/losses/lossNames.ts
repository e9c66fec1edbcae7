import { boostingNames } from './boostingNames';
import { kerasNames } from './kerasNames';
import type { LossName } from './lossName';
import { optaxNames } from './optaxNames';
import { otherLanguageNames } from './otherLanguageNames';
import { sklearnNames } from './sklearnNames';
import { torchmetricsNames } from './torchmetricsNames';
import { torchNames } from './torchNames';

/** What libraries call their losses and scores; hovers, docs/losses.md and the page say nothing else of them. */
export const lossNames: readonly LossName[] = [
  ...sklearnNames,
  ...torchNames,
  ...kerasNames,
  ...optaxNames,
  ...boostingNames,
  ...torchmetricsNames,
  ...otherLanguageNames,
];

function byName(way: LossName['way']): ReadonlyMap<string, readonly LossName[]> {
  const found = new Map<string, LossName[]>();
  for (const entry of lossNames.filter(each => each.way === way)) {
    for (const name of entry.names) found.set(name, [...(found.get(name) ?? []), entry]);
  }
  return found;
}

/** Functions and classes by their last name. */
export const callsByName: ReadonlyMap<string, readonly LossName[]> = byName('call');

/** Strings. */
export const textsByName: ReadonlyMap<string, readonly LossName[]> = byName('text');
