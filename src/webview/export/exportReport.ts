import { copiedRows, merged, shownMetrics } from '../../shared/lossRows';
import type { MetricId } from '../../shared/metricId';
import type { Inspection } from '../../shared/protocol/inspection';
import { withSlices } from '../../shared/withSlices';
import type { PageContext } from '../context';
import { printPalette } from '../figure/palette';
import { seriesRows } from '../report/seriesRows';
import { csv } from './csv';
import { pngOf } from './drawing';
import { reportHtml } from './reportFile';

/** Hands the whole report to the host as one HTML file without scripts. */
export async function exportHtml(
  context: PageContext,
  inspection: Inspection,
  wanted: readonly MetricId[],
): Promise<void> {
  context.announce('The report is being put together.');
  const asked = inspection.figures.map(({ id }) =>
    context
      .ask({ kind: 'figure', figure: id, options: context.memory.options(id) })
      .catch(() => undefined),
  );
  const answers = await Promise.all(asked);
  const figures = answers.flatMap(answer => (answer?.kind === 'figure' ? [answer.figure] : []));
  const whole = await withGroups(context, await withAllLosses(context, inspection));
  const first = shownMetrics(inspection, wanted, false);
  const data = reportHtml(whole, first, figures, figure => pngOf(figure, printPalette, new Set()));
  context.post({ type: 'export', kind: 'html', name: `${stemOf(inspection)}-loss.html`, data });
}

/** Hands every loss of every model, or every series of a history, to the host as a table. */
export async function exportCsv(context: PageContext, inspection: Inspection): Promise<void> {
  const { report, metrics } = await withAllLosses(context, inspection);
  const isTraining = report.task === 'training';
  const data = csv(isTraining ? seriesRows(report.runs) : copiedRows(report.models, metrics));
  context.post({ type: 'export', kind: 'csv', name: `${stemOf(inspection)}-loss.csv`, data });
}

/** A report on a long table holds its first losses only, and none holds intervals: they are asked for. */
async function withAllLosses(context: PageContext, inspection: Inspection): Promise<Inspection> {
  const { report } = inspection;
  if (report.task === 'training') return inspection;
  const asked = (['metrics', 'intervals'] as const).map(kind =>
    context.ask({ kind }).catch(() => undefined),
  );
  const models = (await Promise.all(asked)).reduce(
    (known, answer) =>
      answer?.kind === 'metrics' || answer?.kind === 'intervals'
        ? merged(known, answer.models)
        : known,
    report.models,
  );
  return { ...inspection, report: { ...report, models } };
}

/** The groups where the models fail, which are searched for when they are asked for. */
async function withGroups(context: PageContext, inspection: Inspection): Promise<Inspection> {
  if (inspection.report.models.length === 0) return inspection;
  const answer = await context.ask({ kind: 'slices' }).catch(() => undefined);
  if (answer?.kind !== 'slices') return inspection;
  return { ...inspection, report: withSlices(inspection.report, answer) };
}

function stemOf({ report }: Inspection): string {
  return report.sources[0]?.name.replace(/\.[^.]*$/, '') ?? 'report';
}
