import type { LossReport } from '../../shared/lossReport';
import { isPooled } from '../../shared/lossRows';
import type { Inspection } from '../../shared/protocol/inspection';
import type { ToPage } from '../../shared/protocol/messages';
import type { BinOfModel, PageContext } from '../context';
import { FigureBoard } from '../figure/figureBoard';
import { FocusModel } from './focusModel';
import { LossModel } from './lossModel';
import { SliceModel } from './sliceModel';
import { WorstModel } from './worstModel';

type ReportMessage = Extract<ToPage, { type: 'report' }>;

/** A report with what the page asks for after it has come: charts, intervals, the worst rows' other columns. */
export class ReportModel {
  readonly message: ReportMessage;
  readonly board: FigureBoard;
  readonly focus: FocusModel;
  /** None on a history. */
  readonly losses: LossModel | undefined;
  /** None where no model has rows. */
  readonly worst: WorstModel | undefined;

  /** None on a history. */
  readonly slices: SliceModel | undefined;

  /** `before` is the report on the page: its charts stay where they are the same. */
  constructor(context: PageContext, message: ReportMessage, before: ReportModel | undefined) {
    const { inspection, first } = message;
    const { report } = inspection;
    this.message = message;
    this.focus = new FocusModel(context, inspection);
    this.board = FigureBoard.of(context, inspection, before?.board);
    this.losses =
      report.task === 'training' ? undefined : new LossModel(context, inspection, first);
    this.slices = report.task === 'training' ? undefined : new SliceModel(context);
    this.worst = report.models.some(model => isPooled(model) && model.worst.length > 0)
      ? new WorstModel(context, inspection)
      : undefined;
    this.focus.onChosen = title => {
      this.board.refocus();
      this.worst?.choose('worst-model', title);
    };
  }

  get inspection(): Inspection {
    return this.message.inspection;
  }

  /** Whether the source is still being read. */
  get isReading(): boolean {
    return this.inspection.report.partial?.cancelled === false;
  }

  /** Lists the worst rows of a bin. */
  showRows(rows: BinOfModel): void {
    this.worst?.showBin(rows);
  }

  /** Asks for the charts and then for what takes longest, unless `isCurrent` says that another report has come. */
  async complete(isCurrent: () => boolean): Promise<void> {
    await this.board.refresh(this.inspection, saidBy(this.inspection.report));
    if (!isCurrent()) return;
    const isPartial = this.inspection.report.partial !== undefined;
    if (!isPartial) await this.losses?.askForIntervals();
    if (!isPartial || this.worst?.isFiltered) await this.worst?.ask();
    if (!isPartial && isCurrent()) await this.slices?.ask();
  }
}

/** The sentences that stand beside the first figures. */
function saidBy({ findings, runs }: LossReport): ReadonlySet<string> {
  return new Set([...findings, ...runs].map(({ text }) => text));
}
