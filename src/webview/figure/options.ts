import type { ChartOptions, ScaleOptions } from 'chart.js';
import type { Plot, PlotAxis } from '../../shared/figure';
import { shortened, visible } from '../../shared/plainText';
import { tick } from '../number';
import { isWhole, type Range } from './extent';
import type { Palette } from './palette';

/** Axis widths shared by panels that stand above one another, so that their x lines up. */
export interface Gutter {
  /** What the right axes of the other panels take. */
  readonly right: number;
  /** Takes the width an axis needs and gives the width it gets. */
  fit(side: 'left' | 'right', needed: number): number;
}

export interface PlotView {
  readonly plot: Plot;
  readonly palette: Palette;
  readonly x: Range;
  readonly y: Range;
  readonly y2: Range | undefined;
  /** False for panels above another one: they leave the x labels to the lowest. */
  readonly labelled: boolean;
  readonly gutter: Gutter;
  /** Of the whole panel, in pixels. */
  readonly height: number;
}

/** Chart.js options as plain objects, built anew whenever the theme or the figure changes. */
export function chartOptions(view: PlotView): ChartOptions<'scatter'> {
  const { plot, gutter } = view;
  const right =
    plot.y2 === undefined || view.y2 === undefined
      ? {}
      : {
          y2: {
            ...yAxis(plot.y2, view.y2, view, 'right'),
            afterFit: (scale: { width: number }) => widen(scale, gutter, 'right'),
          },
        };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    normalized: true,
    layout: {
      padding: {
        top: 8,
        right: plot.y2 === undefined ? gutter.right || 12 : 0,
        bottom: 0,
        left: 0,
      },
    },
    scales: {
      x: xAxis(view),
      y: {
        ...yAxis(plot.y, view.y, view, 'left'),
        afterFit: (scale: { width: number }) => widen(scale, gutter, 'left'),
      },
      ...right,
    },
  } as ChartOptions<'scatter'>;
}

function widen(scale: { width: number }, gutter: Gutter, side: 'left' | 'right'): void {
  scale.width = gutter.fit(side, scale.width);
}

function xAxis(view: PlotView): ScaleOptions<'linear'> {
  const base = axisOptions(view.plot.x, view.x, view.palette, 80, isWhole(view.plot, 'x'));
  return {
    ...base,
    position: 'bottom',
    afterFit: unpadded,
    title: { ...base.title, display: view.labelled },
    ticks: { ...base.ticks, display: view.labelled },
  } as ScaleOptions<'linear'>;
}

/** Labels at the ends may stand over: room for them would push panels out of line. */
function unpadded(scale: { paddingLeft: number; paddingRight: number }): void {
  scale.paddingLeft = 0;
  scale.paddingRight = 0;
}

function yAxis(
  axis: PlotAxis,
  range: Range,
  view: PlotView,
  side: 'left' | 'right',
): ScaleOptions<'linear'> {
  const room = Math.floor((view.height - 24) / 6);
  const whole = isWhole(view.plot, side === 'left' ? 'y' : 'y2');
  const base = axisOptions(axis, range, view.palette, room, whole);
  return {
    ...base,
    position: side,
    grid: { ...base.grid, drawOnChartArea: side === 'left' },
  } as ScaleOptions<'linear'>;
}

function axisOptions(
  axis: PlotAxis,
  range: Range,
  palette: Palette,
  /** Characters of the title that fit. */
  room: number,
  whole: boolean,
): ScaleOptions<'linear'> {
  const font = { family: palette.font, size: 11 };
  return {
    type: axis.scale === 'log' ? 'logarithmic' : 'linear',
    min: range.min,
    max: range.max,
    ...(axis.categories === undefined
      ? {}
      : { afterBuildTicks: wholeTicks(axis.categories.length) }),
    border: { color: palette.axis },
    grid: { color: palette.grid, tickLength: 4 },
    title: {
      display: axis.label !== '',
      text: shortened(visible(axis.label), room),
      color: palette.quiet,
      font,
    },
    ticks: {
      color: palette.quiet,
      font,
      includeBounds: false,
      maxRotation: 0,
      ...(whole ? { precision: 0 } : {}),
      autoSkipPadding: 16,
      ...(axis.categories === undefined ? { maxTicksLimit: 7 } : {}),
      callback: (value: number | string) => tickLabel(axis, Number(value), range),
    },
  } as unknown as ScaleOptions<'linear'>;
}

/** One tick for each category. */
function wholeTicks(count: number): (scale: { ticks: { value: number }[] }) => void {
  return scale => {
    scale.ticks = Array.from({ length: count }, (_, value) => ({ value }));
  };
}

/** Text at a tick: a category's name, a decade of a logarithm, else the number; null leaves it out. */
export function tickLabel(axis: PlotAxis, value: number, range: Range): string | null {
  if (axis.categories !== undefined) {
    return Number.isInteger(value) ? shortened(visible(axis.categories[value] ?? ''), 16) : null;
  }
  if (axis.scale === 'linear') return tick(value);
  const mantissa = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
  const wanted = Math.log10(range.max / range.min) < 2 ? [1, 2, 5] : [1];
  return wanted.some(m => Math.abs(m - mantissa) < 1e-6) ? tick(value) : null;
}
