import type { LossReport, ModelReport, RunReport } from '../shared/lossReport';
import { boundsText, intervalText, titleOf } from '../shared/lossRows';
import type { Explanation, Inspection } from '../shared/protocol/inspection';
import { listed, plural, significant } from '../shared/text';
import { columns } from './columns';
import { groupTables } from './groupTables';

/** The report for a person at a terminal: a table of the metrics, then what was found. */
export function toText({ report, metrics }: Inspection): string {
  const sections = [
    sourceLines(report.sources),
    report.models.length > 0 ? metricTable(report.models, metrics) : '',
    undefinedReasons(report.models, metrics),
    report.runs.map(runText).join('\n\n'),
    ...groupTables(report.groups ?? []),
    (report.comparisons ?? []).map(({ text }) => `* ${text}`).join('\n'),
    report.findings.map(finding => `* ${finding.text}`).join('\n'),
    [...report.skipped.map(part => skippedText(part, report.sources)), ...report.notes]
      .map(note => `- ${note}`)
      .join('\n'),
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

/** The conventions under which the data gives a number, best first. */
export function explanationText(explanations: readonly Explanation[]): string {
  if (explanations.length === 0) return 'No convention known here gives that number.\n';
  return `${explanations
    .map(({ text, value, model }) => `${significant(value, 10)}  ${model}: ${text}`)
    .join('\n')}\n`;
}

const maxSources = 10;

function sourceLines(sources: LossReport['sources']): string {
  const shown = sources
    .slice(0, maxSources)
    .map(source => `${source.name}: ${plural(source.rows, 'row')} (${source.format})`);
  const left = sources.slice(maxSources);
  const rows = left.reduce((sum, source) => sum + source.rows, 0);
  const rest =
    left.length > 0 ? [`${plural(left.length, 'more file')}: ${plural(rows, 'row')}`] : [];
  return [...shown, ...rest].join('\n');
}

function skippedText(
  { model, reason, count, lines, sources }: LossReport['skipped'][number],
  all: LossReport['sources'],
): string {
  const of = sources === undefined ? '' : ` of ${all[sources[0] ?? 0]?.name}`;
  const where = lines.length === 0 ? '' : `, first on line ${lines[0]}${of}`;
  return `${plural(count, 'row')} skipped${model === null ? '' : ` for ${model}`}: ${reason}${where}`;
}

/** The metrics that were computed; of a long table that is not all. */
function metricTable(models: readonly ModelReport[], metrics: Inspection['metrics']): string {
  const names = models.map(titleOf);
  const known = metrics.filter(({ id }) => models.some(model => cell(model, id) !== ''));
  const rows = known.map(({ id, name }) => [name, ...models.map(model => cell(model, id))]);
  const head = [
    ['', ...names],
    ['rows (95 % interval)', ...models.map(model => String(model.n))],
  ];
  const left = metrics.length - known.length;
  const rest = left > 0 ? `\n\n${plural(left, 'more loss', 'more losses')}: --json` : '';
  return `${columns([...head, ...rows])}${rest}`;
}

function cell(model: ModelReport, id: Inspection['metrics'][number]['id']): string {
  const value = model.values[id];
  if (value !== undefined)
    return `${significant(value)}${boundsText(model, id)}${intervalText(model, id)}`;
  return id in model.undefined ? 'undefined' : '';
}

/** One line for each reason why values do not exist: the losses, the models unless it is so for all, the reason. */
function undefinedReasons(models: readonly ModelReport[], metrics: Inspection['metrics']): string {
  const byReason = new Map<string, { readonly losses: Set<string>; readonly of: Set<string> }>();
  for (const model of models) {
    for (const { id, name } of metrics) {
      const reason = model.undefined[id];
      if (reason === undefined) continue;
      const found = byReason.get(reason) ?? { losses: new Set(), of: new Set() };
      found.losses.add(name);
      found.of.add(titleOf(model));
      byReason.set(reason, found);
    }
  }
  return [...byReason]
    .map(([reason, { losses, of }]) => {
      const whose = of.size === models.length ? '' : ` of ${listed([...of])}`;
      return `- undefined${whose}: ${listed([...losses])}: ${reason}`;
    })
    .join('\n');
}

function runText(run: RunReport): string {
  const rows = run.series.map(({ name, n, first, last, best, bestAt }) => [
    name,
    ...[n, first, last, best, bestAt].map(value => (value === null ? '' : significant(value))),
  ]);
  const header = ['series', 'values', 'first', 'last', 'best', `at ${run.x ?? 'row'}`];
  return `${run.name}: ${run.verdict ?? 'no verdict'}. ${run.text}\n${columns([header, ...rows])}`;
}
