import type { LossReport, ModelReport, RunReport } from '../shared/lossReport';
import { lossTexts, titleOf } from '../shared/lossRows';
import { markdownText } from '../shared/markdownText';
import { outputCosts } from '../shared/outputCosts';
import type { MetricInfo } from '../shared/protocol/inspection';
import { sliceHeads, sliceNote, sliceRows } from '../shared/sliceRows';
import { percent, plural, significant } from '../shared/text';

type NamedMetric = Pick<MetricInfo, 'id' | 'name' | 'direction'>;

/** The whole report as Markdown; names from the data cannot break out of their cells. */
export function reportAsMarkdown(report: LossReport, metrics: readonly NamedMetric[]): string {
  const title = report.sources.map(source => markdownText(source.name)).join(', ');
  const parts = [
    `# Losses of ${title}`,
    headlineText(report),
    sourceLines(report),
    list(report.findings.map(finding => finding.text)),
    lossTable(
      report.models.filter(({ output = null }) => output === null),
      metrics,
    ),
    outputTable(report.models, metrics),
    list((report.comparisons ?? []).map(({ text }) => text)),
    sliceTable(report.models),
    ...report.runs.map(runSection),
    list(report.notes),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function headlineText({ headline }: LossReport): string {
  if (headline === undefined) return '';
  const { text, detail } = headline;
  return `**${markdownText(text)}** ${markdownText(detail)}`.trim();
}

/** Models as columns, losses as rows, with what the page shows of each: intervals, the best, the baseline, reasons. */
export function lossTable(models: readonly ModelReport[], metrics: readonly NamedMetric[]): string {
  const [head = [], ...rows] = lossTexts(models, metrics, significant);
  return rows.length === 0 ? '' : table(head, rows);
}

/** The groups where the models fail; empty where none was found. */
function sliceTable(models: readonly ModelReport[]): string {
  const rows = sliceRows(models).map(cells =>
    cells.map(cell => (typeof cell === 'number' ? significant(cell, 4) : cell)),
  );
  if (rows.length === 0) return '';
  return `## Where it fails\n\n${table(sliceHeads, rows)}\n\n${sliceNote}`;
}

/** What each of several outputs costs each model, the costliest first. */
function outputTable(models: readonly ModelReport[], metrics: readonly NamedMetric[]): string {
  const costs = outputCosts(models);
  if (costs.rows.length === 0) return '';
  const name = metrics.find(({ id }) => id === costs.metric)?.name ?? 'loss';
  return table(
    [`${name} by output`, ...costs.models.map(titleOf), 'share'],
    costs.rows.map(({ output, values, share }) => [
      output,
      ...values.map(valueText),
      share === null ? '-' : percent(share),
    ]),
  );
}

function sourceLines({ sources, skipped }: LossReport): string {
  const read = sources.map(
    ({ name, format, rows }) => `${name} (${format}): ${plural(rows, 'row')}`,
  );
  const left = skipped.map(({ model, reason, count }) => {
    const whose = model === null ? '' : ` of ${model}`;
    return `${plural(count, 'row')}${whose} skipped: ${reason}`;
  });
  return list([...read, ...left]);
}

function runSection(run: RunReport): string {
  const rows = run.series.map(series => [
    series.name,
    String(series.n),
    valueText(series.first),
    valueText(series.last),
    valueText(series.best),
    valueText(series.bestAt),
  ]);
  const curves = table(['series', 'n', 'first', 'last', 'best', `best at ${run.x ?? 'row'}`], rows);
  return [`## ${markdownText(run.name)}`, markdownText(run.text), curves]
    .filter(part => part !== '')
    .join('\n\n');
}

function valueText(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : significant(value);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  const rule = `| ${header.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

function list(lines: readonly string[]): string {
  return lines.map(line => `- ${markdownText(line)}`).join('\n');
}
