import type { About } from '../about';
import type { Cell } from './cell';
import type { WorstOfSums } from './readWorst';

/** What the results of one statement say, those of several days or shards added up. */
export interface Sums {
  readonly about: About;
  readonly cells: readonly Cell[];
  /** Of the second statement, where its result is there too. */
  readonly worst: readonly WorstOfSums[];
  readonly notes: readonly string[];
}
