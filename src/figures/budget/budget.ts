import type { FigureData } from '../../core/figureData';
import type { Usable } from '../../core/samples/usable';
import type { Costs } from './costs';

/** What the panels and tables of the budget are drawn from. */
export interface Budget extends Costs {
  readonly data: FigureData;
  readonly model: Usable;
  readonly index: number;
  readonly lossName: string;
  /** How many of the costliest are set aside. */
  readonly aside: number;
}
