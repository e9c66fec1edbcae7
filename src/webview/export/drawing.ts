import type { Figure, Plot } from '../../shared/figure';
import { shortened, visible } from '../../shared/plainText';
import { legendMarks } from '../figure/legendMarks';
import { type Palette, toneColour } from '../figure/palette';
import { PanelGroup } from '../figure/panelGroup';
import { rangeOf } from '../figure/panelView';
import { chartConfiguration, newChart, type ScatterChart } from '../figure/plotChart';
import { SvgContext } from './svgContext';

const width = 720;
const panelHeight = 320;
const headHeight = 56;
/** Pixels of a picture for each pixel of the page. */
const fineness = 2;

/** What Chart.js, our painters and the head draw on: a canvas's context or one that writes SVG. */
type Paper = CanvasRenderingContext2D;

interface Layout {
  readonly plots: readonly { readonly plot: Plot; readonly top: number; readonly height: number }[];
  readonly height: number;
}

function layoutOf(figure: Figure): Layout {
  const plots = figure.panels.filter((panel): panel is Plot => panel.kind === 'plot');
  let top = headHeight;
  const placed = plots.map(plot => {
    const height = Math.round(panelHeight * (plot.share ?? 1));
    top += height;
    return { plot, top: top - height, height };
  });
  return { plots: placed, height: top };
}

/** A figure as PNG in a data URL, twice as fine as it is large: title, legend and axes on the background. */
export function pngOf(figure: Figure, palette: Palette, hidden: ReadonlySet<string>): string {
  const layout = layoutOf(figure);
  const canvas = newCanvas(width * fineness, layout.height * fineness);
  const paper = contextOf(canvas);
  paper.scale(fineness, fineness);
  drawHead(paper, figure, palette, hidden, layout.height);
  for (const { chart, top, height } of charts(figure, layout, palette, hidden, newCanvas)) {
    paper.drawImage(chart.canvas, 0, top, width, height);
    chart.destroy();
  }
  return canvas.toDataURL('image/png');
}

/** A figure as an SVG document that needs nothing else. */
export function svgOf(figure: Figure, palette: Palette, hidden: ReadonlySet<string>): string {
  const layout = layoutOf(figure);
  const head = new SvgContext(contextOf(newCanvas(1, 1)), figure.id);
  drawHead(head as unknown as Paper, figure, palette, hidden, layout.height);
  let sheets = 0;
  const newSheet: NewSheet = (wide, high) => {
    sheets += 1;
    const canvas = newCanvas(wide, high);
    const paper = new SvgContext(contextOf(canvas), `${figure.id}-${sheets}`);
    Object.defineProperty(canvas, 'getContext', { value: () => paper });
    return canvas;
  };
  const panels = charts(figure, layout, palette, hidden, newSheet).map(({ chart, top }) => {
    const { markup } = chart.ctx as unknown as SvgContext;
    chart.destroy();
    return `<g transform="translate(0 ${top})">\n${markup}\n</g>`;
  });
  const size = `width="${width}" height="${layout.height}" viewBox="0 0 ${width} ${layout.height}"`;
  const content = [head.markup, ...panels].join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${content}\n</svg>\n`;
}

interface PlacedChart {
  readonly chart: ScatterChart;
  readonly top: number;
  readonly height: number;
}

type NewSheet = (wide: number, high: number) => HTMLCanvasElement;

/** The panels as charts off the page. The first round only finds out how wide the axes must be. */
function charts(
  figure: Figure,
  { plots }: Layout,
  palette: Palette,
  hidden: ReadonlySet<string>,
  newSheet: NewSheet,
): readonly PlacedChart[] {
  const gutter = new PanelGroup();
  const all = plots.map(({ plot }) => plot);
  const make = (): readonly PlacedChart[] =>
    plots.map(({ plot, top, height }, i) => {
      const labelled = all[i + 1]?.x.label !== plot.x.label;
      const x = rangeOf(plot, all);
      const drawing = { plot, palette, hidden, x, labelled, gutter, height };
      const configuration = chartConfiguration(
        () => drawing,
        () => undefined,
      );
      const options = { ...configuration.options, responsive: false, devicePixelRatio: fineness };
      const chart = newChart(newSheet(width, height), { ...configuration, options });
      return { chart, top, height };
    });
  for (const { chart } of figure.panels.length > 1 ? make() : []) chart.destroy();
  return make();
}

function newCanvas(wide: number, high: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = wide;
  canvas.height = high;
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): Paper {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window cannot draw.');
  return context;
}

function drawHead(
  paper: Paper,
  figure: Figure,
  palette: Palette,
  hidden: ReadonlySet<string>,
  height: number,
): void {
  paper.fillStyle = palette.background;
  paper.fillRect(0, 0, width, height);
  paper.textBaseline = 'top';
  paper.fillStyle = palette.foreground;
  paper.font = `600 15px ${palette.font}`;
  paper.fillText(shortened(visible(figure.title), 90), 12, 10);
  paper.font = `11px ${palette.font}`;
  let left = 12;
  for (const mark of legendMarks(figure.panels)) {
    if (hidden.has(mark.name) || left > width - 80) continue;
    const name = shortened(visible(mark.name), 32);
    paper.fillStyle = toneColour(mark.tone, palette);
    paper.fillRect(left, 37, 14, 4);
    paper.fillStyle = palette.quiet;
    paper.fillText(name, left + 20, 33);
    left += 36 + paper.measureText(name).width;
  }
}
