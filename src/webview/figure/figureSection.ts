import type { FigureOptions } from '../../shared/figure';
import type { Parameters as LossParameters } from '../../shared/metricId';
import type { FigureInfo } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import { el, refill } from '../el';
import { exportMenu } from '../export/exportMenu';
import { button, unbroken } from '../parts';
import { controlsOf, signatureOf } from './controls';
import type { Range } from './extent';
import { FigureBody } from './figureBody';
import type { PanelGroup } from './panelGroup';

const configureDelay = 150;
const isParameter: Readonly<Record<keyof LossParameters, true>> = {
  huberDelta: true,
  smoothL1Beta: true,
  pseudoHuberDelta: true,
  quantile: true,
  tweediePower: true,
  tolerance: true,
  focalGamma: true,
  topK: true,
  calibrationBins: true,
  labelSmoothing: true,
  classWeights: true,
};

/** A figure's place on the page: asks for the figure when it is opened and whenever an input changes. */
export class FigureSection {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #info: FigureInfo;
  readonly #group: PanelGroup;
  readonly #body: FigureBody;
  readonly #reading = el('p', { class: 'reading' });
  readonly #summary = el('span', { class: 'reading quiet' });
  readonly #controls = el('div');
  readonly #reset: HTMLButtonElement;
  readonly #details: HTMLDetailsElement | undefined;
  readonly #figure: HTMLElement;
  #said: ReadonlySet<string> = new Set();
  #signature = '';
  #drawing: Promise<void> | undefined;
  #again = false;
  /** Parameters that were moved since the report came. */
  #moved: FigureOptions = {};
  #configuring: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PageContext, info: FigureInfo, group: PanelGroup, open: boolean) {
    this.#context = context;
    this.#info = info;
    this.#group = group;
    this.#body = new FigureBody(context, group);
    const stored = context.memory.options(info.id);
    const hidden = stored['xMin'] === undefined;
    this.#reset = button('quiet', 'Reset zoom', () => this.#resetZoom(), { hidden });
    if (info.id === 'training-curves') group.onZoom = range => this.#ask(zoomOptions(range));
    this.#figure = this.#build(open);
    this.#details = open ? undefined : this.#fold();
    this.element = this.#details ?? this.#figure;
  }

  get id(): string {
    return this.#info.id;
  }

  get body(): FigureBody {
    return this.#body;
  }

  /**
   * Asks for the figure again if it can be seen, and resolves when it is drawn; sentences said elsewhere on
   * the page are not repeated.
   */
  async refresh(said: ReadonlySet<string>): Promise<void> {
    this.#said = said;
    this.#moved = {};
    if (this.#details === undefined || this.#details.open) await this.#request();
  }

  repaint(): void {
    this.#body.repaint();
  }

  /** Shows that the group is zoomed, or that it is not. */
  zoomChanged(): void {
    this.#reset.hidden = !this.#group.isZoomed;
  }

  #build(open: boolean): HTMLElement {
    const title = el('h3', { class: open ? undefined : 'unseen' }, this.#info.title);
    return el(
      'figure',
      { 'data-chart': this.#info.id, class: 'chart' },
      el(
        'div',
        { class: 'chart-head' },
        el('figcaption', {}, title, this.#reading),
        this.#toolbar(),
      ),
      this.#controls,
      this.#body.element,
    );
  }

  #toolbar(): HTMLElement {
    const { memory } = this.#context;
    const name = `table:${this.#info.id}`;
    const isReader = document.body.classList.contains('vscode-using-screen-reader');
    const table = button('quiet', 'Table', () => {
      const wanted = table.getAttribute('aria-pressed') !== 'true';
      table.setAttribute('aria-pressed', String(wanted));
      memory.setFlag(name, wanted);
      this.#body.showTable(wanted);
    });
    table.title = 'Show as table';
    table.setAttribute('aria-label', `Show as table: ${this.#info.title}`);
    table.setAttribute('aria-pressed', String(memory.flag(name, isReader)));
    this.#body.showTable(memory.flag(name, isReader));
    return el(
      'div',
      { class: 'toolbar' },
      this.#reset,
      table,
      exportMenu(this.#context, this.#info, this.#body),
    );
  }

  #fold(): HTMLDetailsElement {
    const { memory } = this.#context;
    const name = `figure:${this.#info.id}`;
    refill(this.#summary, this.#info.about ?? '');
    const details = el(
      'details',
      {
        class: 'section',
        id: name,
        open: memory.flag(name, false),
        ontoggle: () => {
          memory.setFlag(name, details.open);
          if (details.open) void this.#request();
        },
      },
      el('summary', {}, el('h3', {}, this.#info.title), this.#summary),
      this.#figure,
    );
    return details;
  }

  #resetZoom(): void {
    this.#group.zoomTo(undefined);
    this.#figure.querySelector<HTMLElement>('.plot')?.focus();
  }

  #ask(change: FigureOptions): void {
    const { memory } = this.#context;
    const now = Object.entries({ ...memory.options(this.#info.id), ...change });
    memory.setOptions(this.#info.id, Object.fromEntries(now.filter(([, value]) => value !== '')));
    void this.#request();
  }

  /** A parameter of a loss is one of the whole report: its numbers follow the slider, as the curves do. */
  #change(id: string, value: FigureOptions[string]): void {
    if (!Object.hasOwn(isParameter, id)) {
      this.#ask({ [id]: value });
      return;
    }
    this.#moved = { ...this.#moved, [id]: value };
    void this.#request();
    const parameters: Partial<LossParameters> = this.#moved;
    clearTimeout(this.#configuring);
    this.#configuring = setTimeout(
      () => this.#context.post({ type: 'configure', parameters }),
      configureDelay,
    );
  }

  /**
   * One question at a time; changes meanwhile lead to one more, with the newest values. Resolves when the
   * newest are drawn.
   */
  #request(): Promise<void> {
    if (this.#drawing === undefined) this.#drawing = this.#draw();
    else this.#again = true;
    return this.#drawing;
  }

  async #draw(): Promise<void> {
    this.#figure.setAttribute('aria-busy', 'true');
    do {
      this.#again = false;
      await this.#load();
    } while (this.#again);
    this.#drawing = undefined;
    this.#figure.removeAttribute('aria-busy');
  }

  async #load(): Promise<void> {
    const options = { ...this.#context.memory.options(this.#info.id), ...this.#moved };
    try {
      const answer = await this.#context.ask({ kind: 'figure', figure: this.#info.id, options });
      if (answer?.kind === 'figure') this.#show(answer.figure);
    } catch (problem) {
      refill(
        this.#reading,
        problem instanceof Error ? problem.message : 'This chart cannot be drawn.',
      );
      this.#figure.classList.add('failed');
    }
  }

  #show(figure: Parameters<FigureBody['show']>[0]): void {
    this.#figure.classList.remove('failed');
    refill(this.#reading, unbroken(figure.reading));
    this.#reading.classList.toggle('unseen', this.#said.has(figure.reading));
    refill(this.#summary, figure.reading);
    const signature = signatureOf(figure.controls);
    if (signature !== this.#signature) {
      this.#signature = signature;
      refill(
        this.#controls,
        controlsOf(this.#context, figure.controls, this.#info.id, (id, value) =>
          this.#change(id, value),
        ),
      );
    }
    this.#body.show(figure);
  }
}

/** An empty text takes the option away. */
function zoomOptions(range: Range | undefined): FigureOptions {
  return range === undefined ? { xMin: '', xMax: '' } : { xMin: range.min, xMax: range.max };
}
