import { env, type QuickPickItem } from 'vscode';
import { reportAsMarkdown } from '../../core/markdown';
import { fileStem } from '../../names/fileStem';
import type { LossReport } from '../../shared/lossReport';
import { shownMetrics } from '../../shared/lossRows';
import { withIntervals } from '../../shared/withIntervals';
import { withSlices } from '../../shared/withSlices';
import { type App, currentSession } from '../app';
import type { PageSession } from '../page/pageSession';
import { firstLosses } from '../settings';
import { saveExport } from '../take/saveExport';
import { ui } from '../ui';

interface Format extends QuickPickItem {
  readonly save: (session: PageSession) => unknown;
}

/** The page draws the charts and writes the tables, and answers with what is to be saved. */
const formats: readonly Format[] = [
  {
    label: 'HTML Page',
    detail: 'The whole report with its charts, in one file that needs nothing else',
    save: session => session.request({ type: 'export-html' }),
  },
  {
    label: 'Markdown',
    detail: 'Findings and tables, for a pull request or an issue',
    save: saveMarkdown,
  },
  {
    label: 'CSV Table',
    detail: 'Every loss with all its digits, or every series of a training history',
    save: session => session.request({ type: 'export-csv' }),
  },
];

/** The whole report as a file, in the format and at the place that the person chooses. */
export async function exportReport(app: App): Promise<void> {
  const session = sessionWithReport(app);
  if (session === undefined) return;
  const format = await ui.pick(formats, {
    title: 'Export Report',
    placeHolder: 'What kind of file',
  });
  await format?.save(session);
}

export async function copyAsMarkdown(app: App): Promise<void> {
  const session = sessionWithReport(app);
  if (session === undefined) return;
  await env.clipboard.writeText(await markdownOf(session));
  ui.status('The report is in the clipboard.', 3000);
}

async function saveMarkdown(session: PageSession): Promise<void> {
  const stem = fileStem(session.inspection?.report.sources[0]?.name ?? 'report');
  await saveExport('markdown', `${stem}-loss`, await markdownOf(session));
}

/** What the page shows first, with the intervals and the failing groups, which the report itself does not hold. */
async function markdownOf(session: PageSession): Promise<string> {
  const { inspection } = session;
  if (inspection === undefined) return '';
  const { report } = inspection;
  const whole = report.models.length > 0 ? await completed(session, report) : report;
  return reportAsMarkdown(whole, shownMetrics(inspection, firstLosses(), false));
}

async function completed(session: PageSession, report: LossReport): Promise<LossReport> {
  const slices = await session.ask({ kind: 'slices' });
  const searched = slices?.kind === 'slices' ? withSlices(report, slices) : report;
  const intervals = await session.ask({ kind: 'intervals' });
  return intervals?.kind === 'intervals' ? withIntervals(searched, intervals) : searched;
}

function sessionWithReport(app: App): PageSession | undefined {
  const session = currentSession(app);
  if (session === undefined) {
    void ui.info('There is no report yet: inspect a selection or a file first.');
  }
  return session;
}
