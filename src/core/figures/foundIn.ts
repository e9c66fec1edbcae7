import { Once } from '../evaluate/once';
import { remembered } from '../remembered';
import type { Usable } from '../usable';
import type { FigureData } from './figureData';

/** What figures have found in a model's samples, or in all of the data; kept as long as these are. */
export const foundIn: (of: Usable | FigureData) => Once = remembered(() => new Once());
