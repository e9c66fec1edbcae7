import type { ToPixel } from './hit';
import type { Palette } from './palette';

/** A place to paint on: the plot area in pixels and the way from values to pixels. */
export interface Easel {
  readonly ctx: CanvasRenderingContext2D;
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly toPixel: ToPixel;
  readonly palette: Palette;
}

/** Paints within the plot area only. */
export function clipped({ ctx, area }: Easel, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  ctx.clip();
  draw();
  ctx.restore();
}
