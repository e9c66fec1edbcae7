import type { Mark, Plot } from '../../shared/figure';
import { regionEnds } from './captions';
import { faded } from './colour';
import type { Easel } from './easel';
import { paintDensity } from './paintDensity';
import { toneColour } from './palette';

type MarkOf<K extends Mark['kind']> = Extract<Mark, { kind: K }>;
type Painter<K extends Mark['kind']> = (mark: MarkOf<K>, easel: Easel) => void;
type Layer = { readonly [K in Mark['kind']]?: Painter<K> };

/** Painted below lines and points. */
export const below: Layer = {
  region: paintRegion,
  density: paintDensity,
  band: paintBand,
  bars: paintBars,
};

/** Painted above them. */
export const above: Layer = { rule: paintRule, points: paintWhiskers };

/** Paints what a layer knows to paint of a plot. */
export function paint(layer: Layer, plot: Plot, hidden: ReadonlySet<string>, easel: Easel): void {
  for (const mark of plot.marks) {
    if (!hidden.has(mark.name))
      (layer[mark.kind] as Painter<Mark['kind']> | undefined)?.(mark, easel);
  }
}

function paintRegion(mark: MarkOf<'region'>, easel: Easel): void {
  const { ctx, area, palette } = easel;
  const { from, to } = regionEnds(mark, easel);
  ctx.fillStyle = faded(toneColour(mark.tone, palette), 0.1);
  if (mark.along === 'x') ctx.fillRect(from, area.top, to - from, area.bottom - area.top);
  else ctx.fillRect(area.left, from, area.right - area.left, to - from);
}

function paintRule(mark: MarkOf<'rule'>, easel: Easel): void {
  const { ctx, area, toPixel, palette } = easel;
  const pixel = Math.round(toPixel(mark.along, mark.value)) + 0.5;
  if (!Number.isFinite(pixel)) return;
  ctx.strokeStyle = toneColour(mark.tone, palette);
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 3]);
  ctx.beginPath();
  if (mark.along === 'x') {
    ctx.moveTo(pixel, area.top);
    ctx.lineTo(pixel, area.bottom);
  } else {
    ctx.moveTo(area.left, pixel);
    ctx.lineTo(area.right, pixel);
  }
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintBand(mark: MarkOf<'band'>, { ctx, toPixel, palette }: Easel): void {
  const axis = mark.axis ?? 'y';
  ctx.fillStyle = faded(toneColour(mark.tone, palette), 0.18);
  ctx.beginPath();
  for (let i = 0; i < mark.x.length; i++)
    ctx.lineTo(toPixel('x', mark.x[i]!), toPixel(axis, mark.high[i]!));
  for (let i = mark.x.length - 1; i >= 0; i--)
    ctx.lineTo(toPixel('x', mark.x[i]!), toPixel(axis, mark.low[i]!));
  ctx.closePath();
  ctx.fill();
}

function paintBars(mark: MarkOf<'bars'>, { ctx, area, toPixel, palette }: Easel): void {
  const colour = toneColour(mark.tone, palette);
  const axis = mark.axis ?? 'y';
  const base = Math.min(Math.max(toPixel(axis, 0) || area.bottom, area.top), area.bottom);
  ctx.fillStyle = faded(colour, 0.7);
  for (let i = 0; i < mark.heights.length; i++) {
    const left = toPixel('x', mark.edges[i]!);
    const width = toPixel('x', mark.edges[i + 1]!) - left;
    const gap = Math.abs(width) > 4 ? 1 : 0;
    const top = toPixel(axis, mark.heights[i]!);
    if (mark.heights[i] !== 0)
      ctx.fillRect(
        left + gap / 2,
        Math.min(top, base),
        width - gap,
        Math.max(1, Math.abs(base - top)),
      );
  }
}

function paintWhiskers(mark: MarkOf<'points'>, easel: Easel): void {
  const { ctx, toPixel, palette } = easel;
  const axis = mark.axis ?? 'y';
  ctx.strokeStyle = toneColour(mark.tone, palette);
  ctx.lineWidth = 1.5;
  for (let i = 0; mark.low !== undefined && mark.high !== undefined && i < mark.x.length; i++) {
    const x = toPixel('x', mark.x[i]!);
    whisker(ctx, x, toPixel(axis, mark.low[i]!), toPixel(axis, mark.high[i]!));
  }
}

function whisker(ctx: CanvasRenderingContext2D, x: number, low: number, high: number): void {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return;
  ctx.beginPath();
  ctx.moveTo(x, low);
  ctx.lineTo(x, high);
  for (const end of [low, high]) {
    ctx.moveTo(x - 3, end);
    ctx.lineTo(x + 3, end);
  }
  ctx.stroke();
}

/** A ring around a point, for the pointer, the keyboard and the editor's cursor. */
export function paintRing(
  { ctx, palette }: Easel,
  x: number,
  y: number,
  kind: 'focus' | 'cursor',
): void {
  if (!Number.isFinite(x + y)) return;
  ctx.save();
  ctx.strokeStyle = kind === 'focus' ? palette.foreground : palette.focus;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(x, y, kind === 'focus' ? 7 : 9, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.restore();
}
