import type { LineMark, Plot } from '../../shared/figure';
import type { PictureColours } from '../../shared/protocol/code';
import { niceStep } from './niceStep';

const width = 260;
const height = 116;
const left = 34;
const right = 10;
const top = 10;
const bottom = 32;
const mostTicks = 3;

/** A place on the picture for a value of an axis. */
type Scale = (value: number) => number;

/**
 * The lines of a plot as an SVG image of fixed size, for places where nothing can draw on a canvas. Axes with
 * both ends given; labels are words of our own.
 */
export function plotPicture(plot: Plot, colours: PictureColours): string {
  const { min: x0 = 0, max: x1 = 1 } = plot.x;
  const { min: y0 = 0, max: y1 = 1 } = plot.y;
  const across: Scale = x => left + ((x - x0) / (x1 - x0)) * (width - left - right);
  const up: Scale = y => height - bottom - ((y - y0) / (y1 - y0)) * (height - top - bottom);
  const lines = plot.marks.filter(mark => mark.kind === 'line');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="${colours.text}">`,
    ...ticks(x0, x1).map(x => tickAcross(across(x), word(x), colours)),
    ...ticks(y0, y1).map(y => tickUp(up(y), word(y), colours)),
    `<path d="M${left} ${top}V${height - bottom}H${width - right}" fill="none" stroke="${colours.axis}"/>`,
    ...lines.map(line => curve(line, across, up, y1, colours)),
    `<text x="${(left + width - right) / 2}" y="${height - 5}" text-anchor="middle">${escaped(plot.x.label)}</text>`,
    '</svg>',
  ].join('');
}

function ticks(min: number, max: number): readonly number[] {
  if (!(max > min) || !Number.isFinite(max - min)) return [];
  const step = niceStep((max - min) / mostTicks);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

function tickAcross(x: number, label: string, { axis }: PictureColours): string {
  const y = height - bottom;
  return `<path d="M${short(x)} ${y}v4" stroke="${axis}"/><text x="${short(x)}" y="${y + 15}" text-anchor="middle">${label}</text>`;
}

function tickUp(y: number, label: string, { axis }: PictureColours): string {
  return `<path d="M${left} ${short(y)}h-4" stroke="${axis}"/><text x="${left - 7}" y="${short(y + 4)}" text-anchor="end">${label}</text>`;
}

/** One path; it is broken where the line has no value, and ends at the upper edge. */
function curve(
  { x, y }: LineMark,
  across: Scale,
  up: Scale,
  most: number,
  { line }: PictureColours,
): string {
  let path = '';
  let isDrawing = false;
  x.forEach((place, i) => {
    const value = y[i]!;
    const isShown = Number.isFinite(value) && value <= most * (1 + 1e-9);
    if (isShown) path += `${isDrawing ? 'L' : 'M'}${short(across(place))} ${short(up(value))}`;
    isDrawing = isShown;
  });
  return `<path d="${path}" fill="none" stroke="${line}" stroke-width="2" stroke-linejoin="round"/>`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function word(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
