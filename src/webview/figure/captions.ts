import type { Mark, Plot, PointsMark, RegionMark, RuleMark } from '../../shared/figure';
import { shortened, visible } from '../../shared/plainText';
import { faded } from './colour';
import type { Easel } from './easel';

const lineHeight = 14;
const letterWidth = 6;
/** More points are not labelled. */
const maxLabels = 24;

type Align = 'left' | 'center' | 'right';

/** Where a caption would like to stand, in pixels; `x` is its left end, middle or right end. */
interface Anchor {
  readonly x: number;
  readonly y: number;
  /** Width it may take. */
  readonly room: number;
  readonly align: Align;
}

interface Caption {
  readonly name: string;
  readonly anchor: Anchor;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Writes the names of regions, rules and points beside them; one that would cover another goes below it. */
export function paintCaptions(plot: Plot, hidden: ReadonlySet<string>, easel: Easel): void {
  const { ctx, palette } = easel;
  ctx.font = `11px ${palette.font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  const marks = plot.marks.filter(mark => !hidden.has(mark.name));
  const taken = marks.flatMap(mark => dotsOf(mark, easel));
  for (const mark of marks) {
    const isLabel = mark.kind === 'points';
    for (const { name, anchor } of captionsOf(mark, easel)) {
      const letters = Math.floor(anchor.room / letterWidth);
      if (name === '' || letters < 5 || !isInside(anchor, easel)) continue;
      const text = shortened(visible(name), letters);
      const box = freeBox(boxOf(anchor, ctx.measureText(text).width), taken);
      // Farther below its point a label would seem to belong to another.
      if (isLabel && box.top - anchor.y > lineHeight) continue;
      taken.push(box);
      ctx.fillStyle = faded(palette.background, 0.75);
      ctx.fillRect(box.left - 2, box.top - 1, box.right - box.left + 4, 13);
      ctx.fillStyle = isLabel ? palette.foreground : palette.quiet;
      ctx.fillText(text, box.left, box.top);
    }
  }
}

function captionsOf(mark: Mark, easel: Easel): readonly Caption[] {
  if (mark.kind === 'points')
    return labelsOf(mark).map((name, i) => ({ name, anchor: pointAnchor(mark, i, easel) }));
  if (mark.kind === 'region') return [{ name: mark.name, anchor: regionAnchor(mark, easel) }];
  return mark.kind === 'rule' ? [{ name: mark.name, anchor: ruleAnchor(mark, easel) }] : [];
}

/** Where the points with labels stand. */
function dotsOf(mark: Mark, { toPixel }: Easel): readonly Box[] {
  if (mark.kind !== 'points') return [];
  return labelsOf(mark).map((_, i) => {
    const x = toPixel('x', mark.x[i]!);
    return { left: x - 4, right: x + 4, top: toPixel(mark.axis ?? 'y', mark.y[i]!) - 6 };
  });
}

function labelsOf({ labels = [] }: PointsMark): readonly string[] {
  return labels.length > maxLabels ? [] : labels;
}

/** Pixels above bars that keep them clear of the captions of upright rules. */
export function captionRoom({ marks }: Plot): number {
  if (!marks.some(mark => mark.kind === 'bars')) return 0;
  return lineHeight * marks.filter(mark => mark.kind === 'rule' && mark.along === 'x').length;
}

/** The nearest place straight below where `box` covers none of the others. */
export function freeBox(box: Box, taken: readonly Box[]): Box {
  const covers = (other: Box): boolean =>
    box.left < other.right + 4 &&
    other.left < box.right + 4 &&
    Math.abs(box.top - other.top) < lineHeight;
  const lowest = Math.max(...taken.filter(covers).map(({ top }) => top));
  return lowest === Number.NEGATIVE_INFINITY
    ? box
    : freeBox({ ...box, top: lowest + lineHeight }, taken);
}

/** The pixels between which a region lies, cut at the plot area. */
export function regionEnds(
  mark: RegionMark,
  { area, toPixel }: Easel,
): { readonly from: number; readonly to: number } {
  const [low, high] = mark.along === 'x' ? [area.left, area.right] : [area.top, area.bottom];
  const ends = [mark.from, mark.to].map((value, i) => {
    const pixel = toPixel(mark.along, value);
    const edge = (mark.along === 'x') === (i === 0) ? low : high;
    return Math.min(Math.max(Number.isFinite(pixel) ? pixel : edge, low), high);
  });
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

function regionAnchor(mark: RegionMark, easel: Easel): Anchor {
  const { area } = easel;
  const { from, to } = regionEnds(mark, easel);
  return mark.along === 'x'
    ? { x: (from + to) / 2, y: area.top + 4, room: to - from, align: 'center' }
    : { x: area.left + 60, y: from + 4, room: 120, align: 'center' };
}

/** On the side of the rule where there is more room. */
function ruleAnchor(mark: RuleMark, { area, toPixel }: Easel): Anchor {
  const pixel = toPixel(mark.along, mark.value);
  if (mark.along === 'y') return { x: area.right - 4, y: pixel + 3, room: 240, align: 'right' };
  return pixel > (area.left + area.right) / 2
    ? { x: pixel - 5, y: area.top + 4, room: pixel - area.left, align: 'right' }
    : { x: pixel + 5, y: area.top + 4, room: area.right - pixel, align: 'left' };
}

/** Beside the point, on the side with more room. */
function pointAnchor(mark: PointsMark, i: number, { area, toPixel }: Easel): Anchor {
  const x = toPixel('x', mark.x[i]!);
  const pixel = toPixel(mark.axis ?? 'y', mark.y[i]!) - 6;
  const y = Math.min(Math.max(pixel, area.top + 1), area.bottom - 13);
  return x > (area.left + area.right) / 2
    ? { x: x - 8, y, room: 144, align: 'right' }
    : { x: x + 8, y, room: 144, align: 'left' };
}

function isInside({ x, y }: Anchor, { area }: Easel): boolean {
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

function boxOf({ x, y, align }: Anchor, width: number): Box {
  const left = x - { left: 0, center: width / 2, right: width }[align];
  return { left, right: left + width, top: y };
}
