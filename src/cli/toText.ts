import type { LossReport, ModelReport, RunReport } from '../shared/lossReport';
import { intervalText } from '../shared/lossRows';
import type { Explanation, Inspection } from '../shared/protocol/inspection';
import { listed, plural, significant } from '../shared/text';
import { columns } from './columns';
import { groupTables } from './groupTables';

/** The report for a person at a terminal: a table of the metrics, then what was found. */
export function toText({ report, metrics }: Inspection): string {
  const sections = [
    report.sources
      .map(source => `${source.name}: ${plural(source.rows, 'row')} (${source.format})`)
      .join('\n'),
    report.models.length > 0 ? metricTable(report.models, metrics) : '',
    undefinedReasons(report.models, metrics),
    report.runs.map(runText).join('\n\n'),
    ...groupTables(report.groups ?? []),
    (report.comparisons ?? []).map(({ text }) => `* ${text}`).join('\n'),
    report.findings.map(finding => `* ${finding.text}`).join('\n'),
    [...report.skipped.map(skippedText), ...report.notes].map(note => `- ${note}`).join('\n'),
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

function skippedText({ model, reason, count, lines }: LossReport['skipped'][number]): string {
  const where = lines.length === 0 ? '' : `, first on line ${lines[0]}`;
  return `${plural(count, 'row')} skipped${model === null ? '' : ` for ${model}`}: ${reason}${where}`;
}

/** The metrics that were computed; of a long table that is not all. */
function metricTable(models: readonly ModelReport[], metrics: Inspection['metrics']): string {
  const names = models.map(nameOf);
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
  if (value !== undefined) return `${significant(value)}${intervalText(model, id)}`;
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
      found.of.add(nameOf(model));
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

function nameOf({ name, split }: ModelReport): string {
  return split === null ? name : `${name} (${split})`;
}

function runText(run: RunReport): string {
  const rows = run.series.map(({ name, n, first, last, best, bestAt }) => [
    name,
    ...[n, first, last, best, bestAt].map(value => (value === null ? '' : significant(value))),
  ]);
  const header = ['series', 'values', 'first', 'last', 'best', `at ${run.x ?? 'row'}`];
  return `${run.name}: ${run.verdict ?? 'no verdict'}. ${run.text}\n${columns([header, ...rows])}`;
}
