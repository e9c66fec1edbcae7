import type { DensityMark } from '../../shared/figure';
import { readColour } from './colour';
import type { Easel } from './easel';
import { toneColour } from './palette';

/** Opacities of 255. A single row of bins is a shade behind curves, which must stay easy to follow. */
const faintest = 40;
const behindCurves = 100;

/** Counts on a grid, one pixel of a small image each, which is stretched to its place. */
export function paintDensity(mark: DensityMark, { ctx, toPixel, palette }: Easel): void {
  const [r, g, b] = readColour(toneColour(mark.tone, palette)) ?? [128, 128, 128];
  const { bins: width } = mark.x;
  const { bins: height } = mark.y;
  if (width < 1 || height < 1) return;
  const image = new ImageData(width, height);
  const strongest = height === 1 ? behindCurves : 255;
  const most = Math.log1p(mark.counts.reduce((most, count) => Math.max(most, count), 0));
  for (let i = 0; i < mark.counts.length; i++) {
    const count = mark.counts[i]!;
    if (count <= 0) continue;
    const pixel = ((height - 1 - Math.floor(i / width)) * width + (i % width)) * 4;
    image.data.set(
      [r, g, b, faintest + ((strongest - faintest) * Math.log1p(count)) / most],
      pixel,
    );
  }
  const tile = document.createElement('canvas');
  tile.width = width;
  tile.height = height;
  tile.getContext('2d')?.putImageData(image, 0, 0);
  const axis = mark.axis ?? 'y';
  const [left, right] = [toPixel('x', mark.x.min), toPixel('x', mark.x.max)];
  const [top, bottom] = [toPixel(axis, mark.y.max), toPixel(axis, mark.y.min)];
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(tile, left, top, right - left, bottom - top);
}
