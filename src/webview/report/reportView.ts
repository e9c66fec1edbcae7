import type { LossReport } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import type { Inspection } from '../../shared/protocol/inspection';
import type { BinOfModel, PageContext } from '../context';
import { el, refill } from '../el';
import { FigureBoard } from '../figure/figureBoard';
import { disclosure, sentence } from '../parts';
import { findingsList } from './findings';
import { Header, type HeaderView } from './header';
import { LossTable } from './lossTable';
import { isSaidBy, trainingTable, verdicts } from './trainingTable';
import { WorstRows } from './worstRows';

export interface ReportInput extends HeaderView {
  readonly wanted: readonly MetricId[];
}

/** A whole report on the page. */
export class ReportView {
  readonly element: HTMLElement = el('main', { class: 'report' });
  readonly #context: PageContext;
  readonly #head: Header;
  readonly #first = el('div');
  readonly #words = el('div', { class: 'words' });
  readonly #worst = el('div');
  readonly #notes = el('div');
  #board: FigureBoard | undefined;
  /** The board that is on the page. */
  #placed: FigureBoard | undefined;
  #figureKey = '';
  #inspection: Inspection | undefined;
  #worstRows: WorstRows | undefined;

  constructor(context: PageContext) {
    this.#context = context;
    this.#head = new Header(context);
  }

  get inspection(): Inspection | undefined {
    return this.#inspection;
  }

  show(input: ReportInput): void {
    const { inspection } = input;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : '';
    this.#inspection = inspection;
    const { report } = inspection;
    const isTraining = report.task === 'training';
    const losses = isTraining ? undefined : new LossTable(this.#context, inspection, input.wanted);
    const worst = report.models.some(model => model.worst.length > 0)
      ? new WorstRows(this.#context, inspection)
      : undefined;
    this.#worstRows = worst;
    const said = report.findings.filter(
      finding => !report.runs.some(run => isSaidBy(finding, run)),
    );
    const board = this.#boardFor(inspection);
    this.#head.show(input);
    this.#first.className = [
      'first',
      report.models.length > 3 && 'many',
      board.isLinedUp && 'lined-up',
    ]
      .filter(Boolean)
      .join(' ');
    refill(
      this.#words,
      report.runs.length > 0 && verdicts(this.#context, report.runs, report.findings),
      findingsList(this.#context, said),
      losses?.element,
      report.runs.length > 0 && trainingTable(this.#context, report.runs),
    );
    refill(this.#worst, worst?.element);
    refill(this.#notes, notesOn(this.#context, report));
    if (board !== this.#placed) this.#place(board);
    if (focused) document.getElementById(focused)?.focus();
    const drawn = board.refresh(saidBy(report));
    void drawn.then(() => this.#complete(inspection, losses, worst));
  }

  /** Asks for what takes longest, once the charts are drawn, unless another report has come meanwhile. */
  async #complete(
    inspection: Inspection,
    losses: LossTable | undefined,
    worst: WorstRows | undefined,
  ): Promise<void> {
    if (inspection !== this.#inspection) return;
    const isPartial = inspection.report.partial !== undefined;
    if (!isPartial) await losses?.askForIntervals();
    if (!isPartial || worst?.isFiltered) await worst?.ask();
  }

  /** Lists the worst rows of a bin. */
  showRows(rows: BinOfModel): void {
    this.#worstRows?.showBin(rows);
  }

  repaint(): void {
    this.#board?.repaint();
  }

  cursorMoved(): void {
    const cursor = this.#context.cursor();
    const at = cursor && `[data-line="${cursor.line}"][data-source="${cursor.source}"]`;
    for (const row of this.element.querySelectorAll('tr')) {
      const own = row.querySelector('td [data-line]');
      row.classList.toggle('at-cursor', at !== null && own?.matches(at) === true);
    }
    this.#board?.cursorMoved();
  }

  destroy(): void {
    this.#board?.destroy();
    this.#board = undefined;
    this.#figureKey = '';
  }

  /** Charts that are on the page already stay where they are: a slider that is being dragged keeps its pointer. */
  #place(board: FigureBoard): void {
    this.#placed = board;
    const figures = el('div', { class: 'figures' }, ...board.first.map(({ element }) => element));
    refill(this.#first, this.#words, figures);
    const more =
      board.others.length > 0 &&
      el(
        'section',
        { class: 'more', 'aria-labelledby': 'more-title' },
        el('h2', { id: 'more-title' }, 'More charts'),
        ...board.others.map(section => section.element),
      );
    refill(this.element, this.#head.element, this.#first, this.#worst, more, this.#notes);
  }

  /** The same board as before when the figures are the same, so that charts are not drawn from nothing. */
  #boardFor(inspection: Inspection): FigureBoard {
    const key = JSON.stringify([this.#context.memory.state.key, inspection.figures]);
    if (this.#board === undefined || key !== this.#figureKey) {
      this.#board?.destroy();
      this.#board = new FigureBoard(this.#context, inspection.figures);
      this.#figureKey = key;
    }
    return this.#board;
  }
}

function notesOn(context: PageContext, { notes, sources }: LossReport): HTMLElement | undefined {
  const names = sources.map(({ name }) => name);
  if (notes.length === 0) return undefined;
  const most = 30;
  const list = el(
    'ul',
    {},
    ...notes.slice(0, most).map(note => el('li', {}, ...sentence(context, note, names))),
  );
  const left = notes.length - most;
  const more = left > 0 && el('p', { class: 'quiet' }, `${left} more notes left out.`);
  const title =
    notes.length === 1 ? '1 note on the reading' : `${notes.length} notes on the reading`;
  const box = disclosure(context, 'notes', [el('h3', {}, title)], [list, more]);
  box.classList.add('section');
  return el('section', { class: 'notes', 'aria-label': 'Notes' }, box);
}

/** The sentences that stand beside the first figures. */
function saidBy({ findings, runs }: LossReport): ReadonlySet<string> {
  return new Set([...findings, ...runs].map(({ text }) => text));
}
