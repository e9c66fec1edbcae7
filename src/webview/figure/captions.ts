import type { Plot, RegionMark, RuleMark } from '../../core/figure';
import { shortened, visible } from '../visible';
import { faded } from './colour';
import type { Easel } from './easel';

const lineHeight = 14;
const letterWidth = 6;

type Align = 'left' | 'center' | 'right';

/** Where a caption would like to stand, in pixels; `x` is its left end, middle or right end. */
interface Anchor {
  readonly x: number;
  readonly y: number;
  /** Width it may take. */
  readonly room: number;
  readonly align: Align;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Writes the names of regions and rules beside them; one that would cover another goes below it. */
export function paintCaptions(plot: Plot, hidden: ReadonlySet<string>, easel: Easel): void {
  const { ctx, palette } = easel;
  ctx.font = `11px ${palette.font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  const taken: Box[] = [];
  for (const mark of plot.marks) {
    if ((mark.kind !== 'region' && mark.kind !== 'rule') || hidden.has(mark.name)) continue;
    const anchor = mark.kind === 'region' ? regionAnchor(mark, easel) : ruleAnchor(mark, easel);
    const letters = Math.floor(anchor.room / letterWidth);
    if (mark.name === '' || letters < 5 || !isInside(anchor, easel)) continue;
    const text = shortened(visible(mark.name), letters);
    const box = freeBox(boxOf(anchor, ctx.measureText(text).width), taken);
    taken.push(box);
    ctx.fillStyle = faded(palette.background, 0.75);
    ctx.fillRect(box.left - 2, box.top - 1, box.right - box.left + 4, 13);
    ctx.fillStyle = palette.quiet;
    ctx.fillText(text, box.left, box.top);
  }
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

function isInside({ x, y }: Anchor, { area }: Easel): boolean {
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

function boxOf({ x, y, align }: Anchor, width: number): Box {
  const left = x - { left: 0, center: width / 2, right: width }[align];
  return { left, right: left + width, top: y };
}
