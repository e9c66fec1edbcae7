import type { PageContext } from '../context';
import { datasets } from './dataset';
import type { Easel } from './easel';
import type { Range } from './extent';
import { binOf, type Hit, indexAt, lineOf, nearest, placeOf, rowOf } from './hit';
import { attachKeys } from './keys';
import { paintRing } from './paint';
import type { PanelGroup } from './panelGroup';
import type { PanelHandle } from './panelHandle';
import type { PanelView } from './panelView';
import {
  chartConfiguration,
  type Drawing,
  newChart,
  optionsFor,
  type ScatterChart,
  toPixelOf,
} from './plotChart';
import { attachPointer } from './pointer';
import { SelectedText } from './selectedText';
import type { Tip } from './tooltip';

/** What a panel draws on and listens to. */
export interface PanelElements {
  readonly box: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Drawn around a stretch that is being chosen. */
  readonly frame: HTMLElement;
}

/** What is inside the canvas of one plot, with its keyboard and its pointer. */
export class PlotPanel implements PanelHandle {
  readonly element: HTMLElement;
  readonly group: PanelGroup;
  readonly context: PageContext;
  readonly #canvas: HTMLCanvasElement;
  readonly #tell: (tip: Tip | undefined) => void;
  readonly #text: SelectedText;
  #chart: ScatterChart | undefined;
  #view: PanelView;
  #selected: Hit | undefined;

  /** `tell` is given what to write beside the selected point. */
  constructor(
    context: PageContext,
    group: PanelGroup,
    view: PanelView,
    { box, canvas, frame }: PanelElements,
    tell: (tip: Tip | undefined) => void,
  ) {
    this.context = context;
    this.group = group;
    this.#view = view;
    this.element = box;
    this.#canvas = canvas;
    this.#tell = tell;
    this.#text = new SelectedText(context, () => this.#placeTooltip());
    group.join(this);
    attachKeys(this);
    attachPointer(this, frame);
  }

  get view(): PanelView {
    return this.#view;
  }

  get selected(): Hit | undefined {
    return this.#selected;
  }

  get x(): Range {
    return this.zoom ?? this.#view.x;
  }

  get zoom(): Range | undefined {
    return this.group.zoomOf(this.#view.plot.x.label);
  }

  zoomTo(range: Range | undefined): void {
    this.group.zoomTo(range, this.#view.plot.x.label);
  }

  show(view: PanelView): void {
    this.#view = view;
    this.#selected = undefined;
    this.#text.forget();
    this.relayout();
  }

  /** Draws again: with another theme, another zoom or other axis widths. */
  relayout(): void {
    if (!this.element.isConnected) return;
    const chart = this.#chart;
    if (chart === undefined) {
      this.#chart = newChart(
        this.#canvas,
        chartConfiguration(
          () => this.#drawing(),
          easel => this.#paintRings(easel),
        ),
      );
      return;
    }
    const drawing = this.#drawing();
    chart.data.datasets = datasets(drawing.plot, drawing.palette, drawing.hidden);
    chart.options = optionsFor(drawing);
    chart.update('none');
    this.#placeTooltip();
  }

  /** Draws the rings again. */
  redraw(): void {
    this.#chart?.draw();
  }

  hitAt(at: { readonly x: number; readonly y: number }): Hit | undefined {
    const chart = this.#chart;
    if (chart === undefined || !isInside(chart, at)) return undefined;
    return nearest(this.#view.plot, this.#view.hidden, toPixelOf(chart), at);
  }

  xAt(pixel: number): number {
    const chart = this.#chart;
    if (chart === undefined) return Number.NaN;
    const { left, right } = chart.chartArea;
    return (
      chart.scales['x']?.getValueForPixel(Math.min(Math.max(pixel, left), right)) ?? Number.NaN
    );
  }

  get area(): { readonly top: number; readonly height: number } {
    const area = this.#chart?.chartArea;
    return { top: area?.top ?? 0, height: (area?.bottom ?? 0) - (area?.top ?? 0) };
  }

  select(hit: Hit | undefined, spoken: boolean): void {
    if (hit?.mark === this.#selected?.mark && hit?.index === this.#selected?.index) return;
    const before =
      this.#selected === undefined ? undefined : lineOf(this.#view.plot, this.#selected);
    this.#selected = hit;
    this.redraw();
    const line = hit === undefined ? undefined : lineOf(this.#view.plot, hit);
    if (line?.line !== before?.line || line?.source !== before?.source) {
      this.context.post({ type: 'mark', line: null, ...line });
    }
    this.#text.select(this.#view.plot, hit, spoken);
  }

  reveal(hit: Hit | undefined): void {
    if (hit === undefined) return;
    const line = lineOf(this.#view.plot, hit);
    const bin = binOf(this.#view.plot, hit);
    const row = rowOf(this.#view.plot, hit);
    if (line !== undefined)
      this.context.post({ type: 'reveal', ...line, ...(row === undefined ? {} : { row }) });
    else if (bin !== undefined) this.context.showRows(bin);
  }

  destroy(): void {
    this.#text.forget();
    this.group.leave(this);
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  /** Beside the selected point, or nowhere when that is out of sight. */
  #placeTooltip(): void {
    const pixel = this.#selected === undefined ? undefined : this.#pixelOf(this.#selected);
    const { text } = this.#text;
    const width = this.element.clientWidth;
    this.#tell(text === undefined || pixel === undefined ? undefined : { text, at: pixel, width });
  }

  #drawing(): Drawing {
    const { plot, hidden, labelled, height } = this.#view;
    return {
      plot,
      hidden,
      labelled,
      height,
      palette: this.context.palette.value,
      x: this.x,
      gutter: this.group,
    };
  }

  #paintRings(easel: Easel): void {
    const selected = this.#selected === undefined ? undefined : this.#pixelOf(this.#selected);
    if (selected !== undefined) paintRing(easel, selected.x, selected.y, 'focus');
    const cursor = this.context.cursor.value;
    if (cursor === null) return;
    this.#view.plot.marks.forEach((mark, i) => {
      if (this.#view.hidden.has(mark.name)) return;
      const index = indexAt(mark, cursor);
      const pixel = index < 0 ? undefined : this.#pixelOf({ mark: i, index });
      if (pixel !== undefined) paintRing(easel, pixel.x, pixel.y, 'cursor');
    });
  }

  #pixelOf(hit: Hit): { x: number; y: number } | undefined {
    const chart = this.#chart;
    const mark = this.#view.plot.marks[hit.mark];
    if (chart === undefined || mark === undefined) return undefined;
    const { x, y } = placeOf(this.#view.plot, hit);
    const toPixel = toPixelOf(chart);
    const pixel = { x: toPixel('x', x), y: toPixel(mark.axis ?? 'y', y) };
    return pixel.x < chart.chartArea.left - 1 || pixel.x > chart.chartArea.right + 1
      ? undefined
      : pixel;
  }
}

function isInside(chart: ScatterChart, at: { readonly x: number; readonly y: number }): boolean {
  const { left, right, top, bottom } = chart.chartArea;
  return at.x >= left - 6 && at.x <= right + 6 && at.y >= top - 6 && at.y <= bottom + 6;
}
