import type { Region } from './lossReport';

/** What a sentence or a legend calls a region. */
export const regionNames: Readonly<Record<Region, string>> = {
  'confident-right': 'confident and right',
  unsure: 'unsure',
  'confident-wrong': 'confident and wrong',
};
