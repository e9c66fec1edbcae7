import type { Range } from './extent';
import type { Hit } from './hit';
import type { PanelView } from './panelView';

/** What the keyboard and the pointer may do with a panel. */
export interface PanelHandle {
  readonly element: HTMLElement;
  readonly view: PanelView;
  readonly selected: Hit | undefined;
  /** The stretch of x that is drawn. */
  readonly x: Range;
  readonly zoom: Range | undefined;
  /** The plot area, in pixels of the canvas. */
  readonly area: { readonly top: number; readonly height: number };
  /** Shows this stretch of x in all panels over the same axis; undefined shows all. */
  zoomTo(range: Range | undefined): void;
  hitAt(at: { readonly x: number; readonly y: number }): Hit | undefined;
  /** The value of x below a pixel of the canvas, kept within the plot area. */
  xAt(pixel: number): number;
  /** Marks a point here and its line in the editor; undefined takes both away. */
  select(hit: Hit | undefined, spoken: boolean): void;
  /** Goes to the line behind a point, or to the rows of a bin. */
  reveal(hit: Hit | undefined): void;
}
