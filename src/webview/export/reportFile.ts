import type { Figure } from '../../shared/figure';
import type { ModelReport, RunReport } from '../../shared/lossReport';
import { isPooled, type LossCell, lossRows, titleOf } from '../../shared/lossRows';
import { visible } from '../../shared/plainText';
import type { Inspection, MetricInfo } from '../../shared/protocol/inspection';
import { sliceHeads, sliceNote, sliceRows } from '../../shared/sliceRows';
import { shown, whole } from '../number';
import { isSaidBy } from '../report/isSaidBy';
import { seriesRows } from '../report/seriesRows';
import { verdictNames } from '../report/verdictNames';
import { escaped } from './svgContext';

const style = `body{font:14px/1.5 system-ui,sans-serif;color:#1f1f1f;max-width:760px;margin:32px auto;padding:0 16px}
h1{font-size:22px}h2{font-size:16px;margin-top:32px}table{border-collapse:collapse}td,th{padding:4px 12px 4px 0;border-bottom:1px solid #ddd;text-align:left;font-weight:normal}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}thead th,.quiet,small{color:#595959}img{max-width:100%}.scroll{overflow-x:auto}p,li,td,th{overflow-wrap:anywhere}`;

type Cell = string | number | null;

/** The report as a document: words, tables and pictures, light and without scripts; `first` are the losses that stand first. */
export function reportHtml(
  inspection: Inspection,
  first: readonly MetricInfo[],
  figures: readonly Figure[],
  pictureOf: (figure: Figure) => string,
): string {
  const { report, metrics } = inspection;
  const title = report.sources.map(source => source.name).join(', ');
  const rows = report.sources.reduce((sum, source) => sum + source.rows, 0);
  const skipped = report.skipped.map(
    part => `${part.reason}: ${part.count}${part.model === null ? '' : ` (${part.model})`}`,
  );
  const body = [
    `<h1>${text(title)}</h1>`,
    headlineHtml(report),
    `<p class="quiet">${rows} rows. ${text(inspection.reason)}</p>`,
    list('Skipped rows', skipped),
    ...report.runs.map(
      run =>
        `<h2>${text(run.verdict === null ? run.name : `${verdictNames[run.verdict]}: ${run.name}`)}</h2><p>${text(run.text)}</p>`,
    ),
    seriesHtml(report.runs),
    list(
      'Findings',
      report.findings
        .filter(finding => !report.runs.some(run => isSaidBy(finding, run)))
        .map(finding => finding.text),
    ),
    ...lossesHtml(report.models.filter(isPooled), first, metrics),
    slicesHtml(report.models),
    ...figures.map(figure => figureHtml(figure, pictureOf)),
    ...report.models.filter(model => model.worst.length > 0).map(worstHtml),
    list('Notes', report.notes),
    '<p class="quiet">Made by Loss Lens.</p>',
  ].join('\n');
  return `<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${text(title)}</title><style>${style}</style></head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** The groups where the models fail; empty where none was found. */
function slicesHtml(models: readonly ModelReport[]): string {
  const rows = sliceRows(models);
  if (rows.length === 0) return '';
  return `<h2>Where it fails</h2>${table([sliceHeads, ...rows])}<p class="quiet">${text(sliceNote)}</p>`;
}

/** The losses as the page shows them; all others are folded away below. */
function lossesHtml(
  models: readonly ModelReport[],
  first: readonly MetricInfo[],
  metrics: readonly MetricInfo[],
): readonly string[] {
  if (models.length === 0) return [];
  const others = metrics.filter(metric => !first.includes(metric));
  const rest = lossTable(models, others);
  return [
    `<h2>Losses</h2>${lossTable(models, first)}`,
    others.length === 0 ? '' : `<details><summary>All other losses</summary>${rest}</details>`,
  ];
}

function headlineHtml({ headline }: Inspection['report']): string {
  if (headline === undefined) return '';
  return `<p><b>${text(headline.text)}</b> ${text(headline.detail)}</p>`;
}

function lossTable(models: readonly ModelReport[], metrics: readonly MetricInfo[]): string {
  const rows = lossRows(models, metrics);
  const withBaseline = rows.some(({ baseline }) => baseline !== undefined);
  const heads = [
    models.some(model => model.intervals !== undefined) ? 'loss (95 % interval)' : 'loss',
    ...models.map(titleOf),
    ...(withBaseline ? ['baseline (best constant)'] : []),
  ];
  const body = rows.map(({ metric, cells, baseline }) => {
    const last = withBaseline ? [tableCell(baseline ?? null, 1)] : [];
    return `<tr>${[tableCell(metric.name, 0), ...cells.map(lossCell), ...last].join('')}</tr>`;
  });
  return tableOf(heads, body);
}

function lossCell({ value, isBest, interval, reason }: LossCell): string {
  if (value === undefined) {
    const why = reason === undefined ? '' : `undefined<br><small>${text(reason)}</small>`;
    return `<td class="number">${why}</td>`;
  }
  const best = isBest ? ' <small>best</small>' : '';
  const within = interval === '' ? '' : `<br><small>${text(interval.trim())}</small>`;
  return `<td class="number" title="${whole(value)}">${isBest ? `<b>${shown(value)}</b>` : shown(value)}${best}${within}</td>`;
}

function figureHtml(figure: Figure, pictureOf: (figure: Figure) => string): string {
  const heats = figure.panels.flatMap(panel => (panel.kind === 'heat' ? [panel] : []));
  const tables = heats.map(heat =>
    table([
      [`${heat.rowTitle} / ${heat.columnTitle}`, ...heat.columnLabels],
      ...heat.rowLabels.map((label, row) => [
        label,
        ...heat.values.slice(row * heat.columnLabels.length, (row + 1) * heat.columnLabels.length),
      ]),
    ]),
  );
  const picture =
    heats.length < figure.panels.length
      ? `<img src="${pictureOf(figure)}" alt="${text(figure.reading)}">`
      : '';
  return `<h2>${text(figure.title)}</h2><p>${text(figure.reading)}</p>${picture}${tables.join('')}`;
}

function seriesHtml(runs: readonly RunReport[]): string {
  return runs.length === 0 ? '' : `<h2>Series</h2>${table(seriesRows(runs))}`;
}

function worstHtml(model: ModelReport): string {
  const rows = model.worst.map(
    row => [row.line ?? row.row, row.target, row.prediction, row.loss] as const,
  );
  const place = model.worst[0]?.line === null ? 'row' : 'line';
  return `<h2>Worst rows: ${text(titleOf(model))}</h2>${table([[place, 'target', 'prediction', 'loss'], ...rows])}`;
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<h2>${title}</h2><ul>${items.map(item => `<li>${text(item)}</li>`).join('')}</ul>`;
}

function table([head = [], ...rows]: readonly (readonly Cell[])[]): string {
  return tableOf(
    head,
    rows.map(row => `<tr>${row.map(tableCell).join('')}</tr>`),
  );
}

function tableOf(head: readonly Cell[], body: readonly string[]): string {
  const heads = head.map(
    (cell, i) => `<th scope="col"${i > 0 ? ' class="number"' : ''}>${text(String(cell))}</th>`,
  );
  return `<div class="scroll"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function tableCell(cell: Cell, index: number): string {
  if (typeof cell === 'number')
    return `<td class="number" title="${whole(cell)}">${shown(cell)}</td>`;
  return `<td${index > 0 ? ' class="number"' : ''}>${text(cell ?? '')}</td>`;
}

const text = (value: string): string => escaped(visible(value));
