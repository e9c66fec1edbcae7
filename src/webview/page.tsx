import { render, type VNode } from 'preact';
import type { MetricId } from '../shared/metricId';
import type { Inspection } from '../shared/protocol/inspection';
import type { ToPage } from '../shared/protocol/messages';
import type { RoleChoices } from '../shared/roleChoices';
import type { SourceLine } from '../shared/sourceLine';
import { Asker } from './asker';
import { Held } from './changing';
import { type PageContext, PageProvider } from './context';
import { exportCsv, exportHtml } from './export/exportReport';
import type { Palette } from './figure/palette';
import { LiveText, type Said } from './liveText';
import type { Memory } from './memory';
import { Report } from './report/report';
import { ReportModel } from './report/reportModel';
import { ProgressBox } from './states/progressBox';
import {
  EmptyState,
  LoadingState,
  type Problem,
  ProblemBox,
  ProblemState,
  WaitingState,
} from './states/states';
import type { VsCodeApi } from './vscodeApi';

type MessageOf<T extends ToPage['type']> = Extract<ToPage, { type: T }>;
type Handlers = { readonly [T in ToPage['type']]: (message: MessageOf<T>) => void };

/** Shows whatever the host last said: a report, a state without one, or a problem beside it. */
export class Page {
  readonly #app: HTMLElement;
  readonly #context: PageContext;
  readonly #asker: Asker;
  readonly #said = new Held<Said>({ text: '', count: 0 });
  readonly #handlers: Handlers;
  #report: ReportModel | undefined;
  /** What stands in the place of a report. */
  #state: VNode | undefined;
  /** What stands above it. */
  #notice: VNode | undefined;

  constructor(app: HTMLElement, api: VsCodeApi, memory: Memory, palette: Held<Palette>) {
    this.#app = app;
    this.#asker = new Asker((id, question) => api.postMessage({ type: 'query', id, question }));
    this.#context = {
      memory,
      palette,
      cursor: new Held<SourceLine | null>(null),
      focus: new Held<number | null>(null),
      replaced: new Held<RoleChoices | undefined>(undefined),
      progress: new Held<PageContext['progress']['value']>(undefined),
      post: message => {
        api.postMessage(message);
        if (message.type === 'copy') this.#announce('Copied.');
      },
      ask: question => this.#asker.ask(question),
      showRows: rows => this.#report?.showRows(rows),
      announce: text => this.#announce(text),
    };
    this.#handlers = {
      report: message => this.#showReport(message),
      answer: message => this.#asker.answered(message.id, message.answer),
      progress: message => this.#showProgress(message),
      cursor: ({ line, source = 0 }) =>
        this.#context.cursor.set(line === null ? null : { source, line }),
      problem: message => this.#showProblem(message),
      empty: () => this.#showState(<EmptyState />),
      waiting: ({ name, bytes }) => this.#showState(<WaitingState name={name} bytes={bytes} />),
      'show-loss': ({ metric }) => this.#showLoss(metric),
      say: message => this.#announce(message.text),
      'export-html': () => void this.#export(exportHtml),
      'export-csv': () => void this.#export(exportCsv),
    };
    this.#draw();
  }

  receive(message: ToPage): void {
    const handle = this.#handlers[message.type] as (message: ToPage) => void;
    handle(message);
  }

  #draw(): void {
    const { memory } = this.#context;
    render(
      <PageProvider value={this.#context}>
        <div>{this.#notice}</div>
        <div>
          {this.#report === undefined ? (
            this.#state
          ) : (
            <Report key={memory.state.key} model={this.#report} />
          )}
        </div>
        <LiveText said={this.#said} />
      </PageProvider>,
      this.#app,
    );
  }

  #showState(state: VNode): void {
    this.#report = undefined;
    this.#asker.forget();
    this.#notice = undefined;
    this.#state = state;
    this.#draw();
  }

  #showReport(message: MessageOf<'report'>): void {
    const { memory } = this.#context;
    const isFirst = this.#report === undefined;
    this.#asker.forget();
    const isOther = memory.belongsTo(keyOf(message.inspection));
    const isNew = memory.setKeep(message.keep) || isOther;
    const before = isOther ? undefined : this.#report;
    if (isNew) this.#context.replaced.set(undefined);
    const report = new ReportModel(this.#context, message, before);
    this.#report = report;
    this.#notice = undefined;
    this.#draw();
    void report.complete(() => this.#report === report);
    if (isFirst || isNew) window.scrollTo(0, memory.state.scroll);
    if (!isFirst && message.bytesRead === undefined) this.#announce('The report has been updated.');
  }

  /** Opens a loss in the table and brings it into sight once it is drawn. */
  #showLoss(metric: MetricId): void {
    this.#report?.losses?.show(metric);
    requestAnimationFrame(() => {
      const row = document.getElementById(`loss:${metric}`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  }

  /** A partial report has the progress in its header. */
  #showProgress({ name, progress }: MessageOf<'progress'>): void {
    this.#context.progress.set({ ...progress, name });
    if (this.#report === undefined) this.#state = <LoadingState name={name} />;
    else if (this.#report.isReading) return;
    else this.#notice = <ProgressBox />;
    this.#draw();
  }

  #showProblem(problem: Problem): void {
    if (problem.id !== undefined) this.#asker.failed(problem.id, problem.text);
    else if (this.#report === undefined) this.#showState(<ProblemState problem={problem} />);
    else this.#setNotice(<ProblemBox problem={problem} onDismiss={() => this.#setNotice()} />);
  }

  #setNotice(notice?: VNode): void {
    this.#notice = notice;
    this.#draw();
  }

  async #export(write: typeof exportHtml): Promise<void> {
    if (this.#report === undefined) return;
    const { inspection, first } = this.#report.message;
    await write(this.#context, inspection, first);
  }

  #announce(text: string): void {
    this.#said.set({ text, count: this.#said.value.count + 1 });
  }
}

/** Choices are kept for the same sources with the same columns. */
function keyOf({ report, columns }: Inspection): string {
  const names = [...report.sources.map(source => source.name), '|', ...columns.map(c => c.name)];
  return names.join('\n').slice(0, 4000);
}
