import { remembered } from '../../shared/remembered';
import { Once } from './once';

/** What figures have found in a model's samples, in rows that models share, or in all of the data; kept with them. */
export const foundIn: (of: object) => Once = remembered(() => new Once());
