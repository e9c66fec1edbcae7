import type { Inspection } from '../shared/protocol/inspection';
import type { ToPage } from '../shared/protocol/messages';
import type { SourceLine } from '../shared/sourceLine';
import { Asker } from './asker';
import type { PageContext } from './context';
import { el, refill } from './el';
import { exportCsv, exportHtml } from './export/exportReport';
import type { Palette } from './figure/palette';
import type { Memory } from './memory';
import { Presses } from './presses';
import { ReportView } from './report/reportView';
import { ProgressBox } from './states/progressBox';
import { emptyState, loadingState, problemBox, problemState, waitingState } from './states/states';
import type { VsCodeApi } from './vscodeApi';

type MessageOf<T extends ToPage['type']> = Extract<ToPage, { type: T }>;
type Handlers = { readonly [T in ToPage['type']]: (message: MessageOf<T>) => void };

/** Shows whatever the host last said: a report, a state without one, or a problem beside it. */
export class Page {
  readonly #app: HTMLElement;
  readonly #context: PageContext;
  readonly #asker: Asker;
  readonly #report: ReportView;
  readonly #progress: ProgressBox;
  readonly #presses: Presses;
  readonly #live = el('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  readonly #notice = el('div');
  readonly #content = el('div');
  readonly #handlers: Handlers;
  #cursor: SourceLine | null = null;
  #last: MessageOf<'report'> | undefined;

  constructor(app: HTMLElement, api: VsCodeApi, memory: Memory, palette: () => Palette) {
    this.#app = app;
    this.#asker = new Asker((id, question) => api.postMessage({ type: 'query', id, question }));
    this.#context = {
      memory,
      palette,
      post: message => {
        api.postMessage(message);
        if (message.type === 'copy') this.#announce('Copied.');
      },
      ask: question => this.#asker.ask(question),
      showRows: rows => this.#report.showRows(rows),
      announce: text => this.#announce(text),
      cursor: () => this.#cursor,
    };
    this.#report = new ReportView(this.#context);
    this.#progress = new ProgressBox(this.#context);
    this.#presses = new Presses(app);
    this.#handlers = {
      report: message => this.#showReport(message),
      answer: message => this.#asker.answered(message.id, message.answer),
      progress: message => this.#showProgress(message),
      cursor: message => this.#moveCursor(message),
      problem: message => this.#showProblem(message),
      empty: () => this.#showState(emptyState(this.#context)),
      waiting: message => this.#showState(waitingState(this.#context, message.name, message.bytes)),
      say: message => this.#announce(message.text),
      'export-html': () => void this.#export(exportHtml),
      'export-csv': () => void this.#export(exportCsv),
    };
    refill(this.#app, this.#notice, this.#content, this.#live);
  }

  receive(message: ToPage): void {
    const handle = this.#handlers[message.type] as (message: ToPage) => void;
    this.#presses.afterwards(() => handle(message));
  }

  repaint(): void {
    this.#report.repaint();
  }

  #showState(state: HTMLElement): void {
    this.#last = undefined;
    this.#asker.forget();
    this.#report.destroy();
    refill(this.#notice);
    refill(this.#content, state);
  }

  #showReport(message: MessageOf<'report'>): void {
    const { memory } = this.#context;
    const isFirst = this.#last === undefined;
    this.#last = message;
    this.#asker.forget();
    memory.belongsTo(keyOf(message.inspection));
    if (message.keep !== undefined) memory.setKeep(message.keep);
    refill(this.#notice);
    if (this.#report.element.parentElement !== this.#content)
      refill(this.#content, this.#report.element);
    this.#report.show({
      inspection: message.inspection,
      wanted: message.first,
      stale: message.stale === true,
      progress: this.#progress.element,
      bytesRead: message.bytesRead,
    });
    if (isFirst) window.scrollTo(0, memory.state.scroll);
    else if (message.bytesRead === undefined) this.#announce('The report has been updated.');
  }

  /** A partial report has the progress in its header. */
  #showProgress({ name, progress }: MessageOf<'progress'>): void {
    const { element } = this.#progress;
    const isShown = this.#progress.isShownAbout(name);
    this.#progress.show(name, progress);
    if (isShown) return;
    if (this.#last === undefined) refill(this.#content, loadingState(name, element));
    else refill(this.#notice, element);
  }

  #showProblem(problem: MessageOf<'problem'>): void {
    if (problem.id !== undefined) this.#asker.failed(problem.id, problem.text);
    else if (this.#last === undefined) this.#showState(problemState(this.#context, problem));
    else
      refill(
        this.#notice,
        problemBox(this.#context, problem, () => refill(this.#notice)),
      );
  }

  #moveCursor({ line, source = 0 }: MessageOf<'cursor'>): void {
    this.#cursor = line === null ? null : { source, line };
    this.#report.cursorMoved();
  }

  async #export(write: typeof exportHtml): Promise<void> {
    const { inspection } = this.#report;
    if (inspection !== undefined) await write(this.#context, inspection);
  }

  #announce(text: string): void {
    this.#live.textContent = text;
  }
}

/** Choices are kept for the same sources with the same columns. */
function keyOf({ report, columns }: Inspection): string {
  const names = [...report.sources.map(source => source.name), '|', ...columns.map(c => c.name)];
  return names.join('\n').slice(0, 4000);
}
