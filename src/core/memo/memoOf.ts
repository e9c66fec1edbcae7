import { remembered } from '../../shared/remembered';
import { Memo } from './memo';

/** What figures have found in a model's samples, in rows that models share, or in all of the data; kept with them. */
export const memoOf: (of: object) => Memo = remembered(() => new Memo());
