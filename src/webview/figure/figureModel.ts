import { type Control, type Figure, type FigureOptions, sharedControls } from '../../shared/figure';
import type { Parameters } from '../../shared/metricId';
import type { FigureInfo, Inspection } from '../../shared/protocol/inspection';
import { Changing } from '../changing';
import type { PageContext } from '../context';
import { rowsOf } from '../rowsOf';
import { hiddenMarks } from './hiddenMarks';
import { isParameter } from './isParameter';
import { keepOptions, keptOptions } from './keptOptions';
import type { PanelGroup } from './panelGroup';
import { withValue, zoomOptions } from './setOptions';

const configureDelay = 150;
type Value = FigureOptions[string];

/** What opens behind a button: its inputs, its table, the whole width. */
export type FigurePart = 'controls' | 'table' | 'large';

/** What the page shows of a figure: asks for it when it is opened and whenever an input changes. */
export class FigureModel extends Changing {
  readonly group: PanelGroup;
  /** Among the first figures, which are always open. */
  readonly isFirst: boolean;
  /** Called with the id of a control that all figures share when it was moved here. */
  onShared: (id: string) => void = () => undefined;
  readonly #context: PageContext;
  #info: FigureInfo;
  #figure: Figure | undefined;
  #problem: string | undefined;
  #said: ReadonlySet<string> = new Set();
  /** Names of the marks that the legend has switched off. */
  #off: ReadonlySet<string> = new Set();
  #drawing: Promise<void> | undefined;
  #again = false;
  /** Rows of the report that the figure was asked for under, and those of the report there is now. */
  #rows = { drawn: 0, now: 0 };
  /** What inputs were set to since the figure was last asked for. */
  #set: FigureOptions = {};
  /** Parameters that were moved since the report came. */
  #moved: FigureOptions = {};
  #configuring: ReturnType<typeof setTimeout> | undefined;

  constructor(context: PageContext, info: FigureInfo, group: PanelGroup, isFirst: boolean) {
    super();
    this.#context = context;
    this.#info = info;
    this.group = group;
    this.isFirst = isFirst;
    if (info.zoomAsks === true) group.subscribe(() => this.#ask(zoomOptions(group.range)));
  }

  get info(): FigureInfo {
    return this.#info;
  }

  get figure(): Figure | undefined {
    return this.#figure;
  }

  /** Why the figure cannot be drawn. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** The sentence that reads the figure; none while the figure is still about fewer rows than the report. */
  get reading(): string {
    if (this.#problem !== undefined) return this.#problem;
    return this.#rows.drawn === this.#rows.now ? (this.#figure?.reading ?? '') : '';
  }

  /** Whether the sentence stands elsewhere on the page. */
  get isSaid(): boolean {
    return this.#said.has(this.reading);
  }

  get isBusy(): boolean {
    return this.#drawing !== undefined;
  }

  get isOpen(): boolean {
    return this.isFirst || this.#context.memory.flag(`figure:${this.#info.id}`, false);
  }

  /** Whether a person has opened a part of it; its table is open to readers of the screen. */
  shows(part: FigurePart): boolean {
    const isReader = document.body.classList.contains('vscode-using-screen-reader');
    return this.#context.memory.flag(`${part}:${this.#info.id}`, part === 'table' && isReader);
  }

  get isZoomed(): boolean {
    return this.group.isZoomed || this.#options['xMin'] !== undefined;
  }

  /** The inputs as they were set last, though the answer to that may not have come yet. */
  get controls(): readonly Control[] {
    const set = { ...this.#moved, ...this.#set };
    return (this.#figure?.controls ?? [])
      .filter(({ id }) => !(id in this.#focus))
      .map(control => withValue(control, set[control.id]));
  }

  /** Names that the legend has switched off. */
  get off(): ReadonlySet<string> {
    return this.#off;
  }

  /** Marks that are not drawn. */
  get hidden(): ReadonlySet<string> {
    return hiddenMarks(this.#figure, this.#off);
  }

  /** The same figure of a new report. */
  belongsTo(info: FigureInfo): this {
    this.#info = info;
    return this;
  }

  /**
   * Asks for the figure again if it can be seen, and resolves when it is drawn; sentences said elsewhere on
   * the page are not repeated.
   */
  async refresh({ parameters, report }: Inspection, said: ReadonlySet<string>): Promise<void> {
    this.#said = said;
    this.#rows = { ...this.#rows, now: rowsOf(report) };
    const now = new Map<string, unknown>(Object.entries(parameters));
    const moved = Object.entries(this.#moved).filter(([id, value]) => now.get(id) !== value);
    this.#moved = Object.fromEntries(moved);
    this.changed();
    if (this.isOpen) await this.#request();
  }

  setOpen(open: boolean): void {
    if (open === this.isOpen) return;
    this.#context.memory.setFlag(`figure:${this.#info.id}`, open);
    this.changed();
    if (open) void this.#request();
  }

  toggleShown(part: FigurePart): void {
    this.#context.memory.setFlag(`${part}:${this.#info.id}`, !this.shows(part));
    this.changed();
  }

  /** Hides the mark of that name, or shows it again. */
  toggle(name: string): void {
    const off = new Set(this.#off);
    if (!off.delete(name)) off.add(name);
    this.#off = off;
    this.changed();
    this.#context.announce(`${name} ${off.has(name) ? 'hidden' : 'shown'}`);
  }

  /** A parameter of a loss is one of the whole report: its numbers follow the slider, as the curves do. */
  change(id: string, value: Value): void {
    if (!Object.hasOwn(isParameter, id)) {
      this.#ask({ [id]: value });
      return;
    }
    this.#moved = { ...this.#moved, [id]: value };
    this.changed();
    void this.#request();
    const parameters: Partial<Parameters> = this.#moved;
    clearTimeout(this.#configuring);
    this.#configuring = setTimeout(
      () => this.#context.post({ type: 'configure', parameters }),
      configureDelay,
    );
  }

  /** Asks again where a control that all figures share was moved in another one. */
  follow(id: string): void {
    if (!this.isOpen || !this.#figure?.controls.some(control => control.id === id)) return;
    void this.#request();
  }

  /** Asks for the figure of the model that is in focus now. */
  refocus(): void {
    this.changed();
    if (this.isOpen) void this.#request();
  }

  /** The model that the whole page is about, which a figure has no input of its own for. */
  get #focus(): FigureOptions {
    const { value } = this.#context.focus;
    return value === null ? {} : { model: String(value) };
  }

  get #options(): FigureOptions {
    return keptOptions(this.#context.memory, this.#info.id);
  }

  #ask(change: FigureOptions): void {
    this.#set = { ...this.#set, ...change };
    keepOptions(this.#context.memory, this.#info.id, change);
    this.changed();
    void this.#request();
    const [id] = Object.keys(change).filter(name => sharedControls.has(name));
    if (id !== undefined) this.onShared(id);
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
    do {
      this.#again = false;
      await this.#load();
    } while (this.#again);
    this.#drawing = undefined;
    this.#set = {};
    this.changed();
  }

  async #load(): Promise<void> {
    const options = { ...this.#options, ...this.#focus, ...this.#moved };
    const { now } = this.#rows;
    try {
      const answer = await this.#context.ask({ kind: 'figure', figure: this.#info.id, options });
      if (answer?.kind !== 'figure') return;
      this.#figure = answer.figure;
      this.#rows = { ...this.#rows, drawn: now };
      this.#problem = undefined;
    } catch (problem) {
      this.#problem = problem instanceof Error ? problem.message : 'This chart cannot be drawn.';
    }
    this.changed();
  }
}
