import type { Region } from '../../shared/lossReport';

/** Probability of the true class from which a sample counts as confident and right. */
export const confidentRight: number = 2 / 3;
/** Probability of the true class up to which a sample counts as confident and wrong. */
export const confidentWrong: number = 1 / 3;

/** What a sentence or a legend calls a region. */
export const regionNames: Readonly<Record<Region, string>> = {
  'confident-right': 'confident and right',
  unsure: 'unsure',
  'confident-wrong': 'confident and wrong',
};
