import type { Figure, Heat, Mark, Plot } from '../../shared/figure';
import type { PageContext } from '../context';
import { el, refill } from '../el';
import { counted } from '../number';
import { dataTable } from './dataTable';
import { type Range, xRange } from './extent';
import { heatTable } from './heatTable';
import { legend } from './legend';
import type { PanelGroup } from './panelGroup';
import { PlotPanel } from './plotPanel';

const baseHeight = 240;

/** Draws any figure: legend, panels one below the other, what could not be drawn, the table behind it. */
export class FigureBody {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #group: PanelGroup;
  readonly #legend = el('div');
  readonly #panelBox = el('div', { class: 'panels' });
  readonly #leftOut = el('p', { class: 'quiet' });
  readonly #tableBox = el('div');
  readonly #hidden = new Set<string>();
  #panels: readonly PlotPanel[] = [];
  #figure: Figure | undefined;
  #withTable = false;

  constructor(context: PageContext, group: PanelGroup) {
    this.#context = context;
    this.#group = group;
    this.element = el('div', {}, this.#legend, this.#panelBox, this.#leftOut, this.#tableBox);
  }

  get figure(): Figure | undefined {
    return this.#figure;
  }

  get hidden(): ReadonlySet<string> {
    return hiddenMarks(this.#figure, this.#hidden);
  }

  show(figure: Figure): void {
    this.#figure = figure;
    this.#drawLegend();
    this.#drawPanels(figure);
    const left = leftOut(figure);
    this.#leftOut.textContent =
      left === 0
        ? ''
        : `${counted(left, 'point')} not drawn: infinite, undefined or below the axis.`;
    this.showTable(this.#withTable);
  }

  showTable(wanted: boolean): void {
    this.#withTable = wanted;
    refill(
      this.#tableBox,
      wanted && this.#figure !== undefined && dataTable(this.#context, this.#figure.table),
    );
  }

  /** Draws again in the colours of a new theme. */
  repaint(): void {
    this.#drawLegend();
    for (const panel of this.#panels) panel.relayout();
  }

  /** Draws the rings again, after the editor's cursor has moved. */
  redraw(): void {
    for (const panel of this.#panels) panel.redraw();
  }

  destroy(): void {
    for (const panel of this.#panels) panel.destroy();
    this.#panels = [];
  }

  #drawLegend(): void {
    const panels = this.#figure?.panels ?? [];
    const focused = this.#legend.contains(document.activeElement)
      ? [...this.#legend.querySelectorAll('button')].indexOf(
          document.activeElement as HTMLButtonElement,
        )
      : -1;
    refill(
      this.#legend,
      legend(panels, this.#hidden, this.#context.palette(), name => this.#toggle(name)),
    );
    this.#legend.querySelectorAll('button')[focused]?.focus();
  }

  #toggle(name: string): void {
    if (!this.#hidden.delete(name)) this.#hidden.add(name);
    this.#drawLegend();
    if (this.#figure !== undefined) this.#drawPanels(this.#figure);
    this.#context.announce(`${name} ${this.#hidden.has(name) ? 'hidden' : 'shown'}`);
  }

  #drawPanels(figure: Figure): void {
    const plots = plotsOf(figure);
    const views = plots.map((plot, i) =>
      this.#viewOf(figure, plot, plots[i + 1]?.x.label !== plot.x.label, rangeOf(plot, plots)),
    );
    if (plots.length === this.#panels.length && plots.length === figure.panels.length) {
      for (const [i, panel] of this.#panels.entries()) panel.show(views[i]!);
      return;
    }
    this.destroy();
    this.#panels = views.map(view => new PlotPanel(this.#context, this.#group, view));
    const heats = figure.panels.filter((panel): panel is Heat => panel.kind === 'heat');
    refill(
      this.#panelBox,
      ...this.#panels.map(panel => panel.element),
      ...heats.map(heat => heatTable(heat, figure.table.caption)),
    );
    for (const panel of this.#panels) panel.relayout();
  }

  #viewOf(figure: Figure, plot: Plot, last: boolean, x: Range): PlotPanel['view'] {
    const height = Math.round(baseHeight * (plot.share ?? 1)) - (last ? 0 : 20);
    return {
      plot,
      x,
      hidden: this.hidden,
      labelled: last,
      height: Math.max(last ? 140 : 96, height),
      description: `${figure.title}. ${figure.reading}`,
    };
  }
}

function plotsOf(figure: Figure | undefined): readonly Plot[] {
  return (figure?.panels ?? []).filter(panel => panel.kind === 'plot');
}

/** Names of the marks that are called so or go with one that is. */
export function hiddenMarks(
  figure: Figure | undefined,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const marks = plotsOf(figure).flatMap(plot => plot.marks);
  return new Set(marks.filter(({ name, of = name }) => names.has(of)).map(({ name }) => name));
}

/** The stretch of x of all panels over the same axis. */
export function rangeOf(plot: Plot, plots: readonly Plot[]): Range {
  return xRange(plots.filter(other => other.x.label === plot.x.label));
}

/** Points that have no place on their axes. */
export function leftOut(figure: Figure): number {
  return plotsOf(figure).reduce(
    (sum, plot) => sum + plot.marks.reduce((n, mark) => n + lost(plot, mark), 0),
    0,
  );
}

function lost(plot: Plot, mark: Mark): number {
  if (mark.kind !== 'points') return 0;
  const yAxis = mark.axis === 'y2' ? (plot.y2 ?? plot.y) : plot.y;
  let count = 0;
  for (let i = 0; i < mark.x.length; i++) {
    const isDrawn = fits(mark.x[i]!, plot.x.scale) && fits(mark.y[i]!, yAxis.scale);
    if (!isDrawn) count += 1;
  }
  return count;
}

const fits = (value: number, scale: 'linear' | 'log'): boolean =>
  Number.isFinite(value) && (scale === 'linear' || value > 0);
