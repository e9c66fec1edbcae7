import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Plot } from '../../shared/figure';
import { captionRoom, paintCaptions } from './captions';
import { Chart } from './chartLibrary';
import { datasets } from './dataset';
import { clipped, type Easel } from './easel';
import { type Range, yRange } from './extent';
import type { ToPixel } from './hit';
import { chartOptions, type Gutter } from './options';
import { above, below, paint } from './paint';
import type { Palette } from './palette';

export type ScatterChart = Chart<'scatter'>;

/** Everything that decides how a plot is drawn. */
export interface Drawing {
  readonly plot: Plot;
  readonly palette: Palette;
  readonly hidden: ReadonlySet<string>;
  readonly x: Range;
  readonly labelled: boolean;
  readonly gutter: Gutter;
  readonly height: number;
}

/** A Chart.js configuration for a drawing; `over` paints last, for rings around points. */
export function chartConfiguration(
  drawing: () => Drawing,
  over: (easel: Easel) => void,
): ChartConfiguration<'scatter'> {
  const marks: Plugin<'scatter'> = {
    id: 'marks',
    beforeDatasetsDraw: chart => {
      const { plot, hidden, palette } = drawing();
      const easel = easelOf(chart, palette);
      clipped(easel, () => paint(below, plot, hidden, easel));
    },
    afterDatasetsDraw: chart => {
      const { plot, hidden, palette } = drawing();
      const easel = easelOf(chart, palette);
      clipped(easel, () => {
        paint(above, plot, hidden, easel);
        paintCaptions(plot, hidden, easel);
      });
      over(easel);
    },
  };
  const { plot, palette, hidden } = drawing();
  return {
    type: 'scatter',
    data: { datasets: datasets(plot, palette, hidden) },
    options: optionsFor(drawing()),
    plugins: [marks],
  };
}

/** Chart.js options of a drawing. */
export function optionsFor(drawing: Drawing): ReturnType<typeof chartOptions> {
  const { plot, palette, hidden, x, labelled, gutter, height } = drawing;
  const shown = { ...plot, marks: plot.marks.filter(mark => !hidden.has(mark.name)) };
  const y = yRange(shown, 'y', x);
  const room = ((y.max - y.min) * captionRoom(shown)) / height;
  return chartOptions({
    plot,
    palette,
    x,
    y: { min: y.min, max: y.max + room },
    y2: plot.y2 === undefined ? undefined : yRange(shown, 'y2', x),
    labelled,
    gutter,
    height,
  });
}

function easelOf(chart: ScatterChart, palette: Palette): Easel {
  return { ctx: chart.ctx, area: chart.chartArea, toPixel: toPixelOf(chart), palette };
}

export function toPixelOf(chart: ScatterChart): ToPixel {
  return (axis, value) => chart.scales[axis]?.getPixelForValue(value) ?? Number.NaN;
}

export function newChart(
  canvas: HTMLCanvasElement,
  configuration: ChartConfiguration<'scatter'>,
): ScatterChart {
  return new Chart(canvas, configuration);
}
