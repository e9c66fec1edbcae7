import type { Finding, RunReport, SeriesReport, Verdict } from '../../shared/lossReport';
import type { PageContext } from '../context';
import { el } from '../el';
import { grouped } from '../number';
import { disclosure, nameOf, numberCell, scrollBox, sentence } from '../parts';
import { copyButtons } from './copyButtons';

const mostVerdicts = 5;
const mostSeries = 60;

/** A verdict as a heading. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  diverged: 'Diverged',
  'too-short': 'Too short to judge',
  underfitting: 'Underfitting',
  overfitting: 'Overfitting',
  overconfidence: 'Overconfidence',
  unstable: 'Unstable',
  plateau: 'Plateau',
  improving: 'Still improving',
  healthy: 'Healthy',
};

const tones: Readonly<Record<Verdict, 'good' | 'warning' | 'bad' | 'neutral'>> = {
  diverged: 'bad',
  'too-short': 'neutral',
  underfitting: 'warning',
  overfitting: 'warning',
  overconfidence: 'warning',
  unstable: 'warning',
  plateau: 'warning',
  improving: 'good',
  healthy: 'good',
};

/** What happened in each run, in words. A finding that says the same becomes one with its verdict. */
export function verdicts(
  context: PageContext,
  runs: readonly RunReport[],
  findings: readonly Finding[],
): HTMLElement {
  const items = runs.map(run => verdictItem(context, run, runs.length > 1, findings));
  const rest = items.slice(mostVerdicts);
  return el(
    'section',
    { 'aria-label': 'What happened' },
    ...items.slice(0, mostVerdicts),
    rest.length > 0 && disclosure(context, 'more-runs', [`${rest.length} more runs`], rest),
  );
}

function verdictItem(
  context: PageContext,
  run: RunReport,
  named: boolean,
  findings: readonly Finding[],
): HTMLElement {
  const finding = findings.find(f => isSaidBy(f, run));
  return el(
    'div',
    {
      class: 'verdict',
      'data-verdict': run.verdict ?? undefined,
      'data-tone': run.verdict === null ? 'neutral' : tones[run.verdict],
      'data-finding': finding?.id,
    },
    el(
      'h2',
      {},
      run.verdict === null ? 'No verdict' : verdictNames[run.verdict],
      named && ': ',
      named && nameOf(run.name),
    ),
    el('p', {}, ...sentence(context, run.text)),
  );
}

/** True for a finding that repeats what the verdict of a run says. */
export function isSaidBy(finding: Finding, run: RunReport): boolean {
  return (
    finding.text === run.text ||
    (finding.id === run.verdict && finding.evidence['run'] === run.name)
  );
}

/** First, last and best of every series. */
export function trainingTable(context: PageContext, runs: readonly RunReport[]): HTMLElement {
  const all = runs.flatMap(run => run.series.map(series => ({ run, series })));
  const withRuns = runs.length > 1;
  const titles = titlesOf(runs);
  const left = all.length - mostSeries;
  const heads = titles.map((title, i) =>
    el('th', { scope: 'col', class: i > titles.length - 6 ? 'number' : undefined }, title),
  );
  const rows = all.slice(0, mostSeries).map(({ run, series }) => seriesRow(run, series, withRuns));
  return el(
    'section',
    { class: 'losses', 'aria-labelledby': 'losses-title' },
    el(
      'div',
      { class: 'head' },
      el('h2', { id: 'losses-title' }, 'Series'),
      el('div', { class: 'toolbar' }, ...copyButtons(context, () => seriesRows(runs))),
    ),
    scrollBox(
      'Series',
      el(
        'table',
        { class: 'loss-table' },
        el('caption', { class: 'unseen' }, 'First, last and best value of every series'),
        el('thead', {}, el('tr', {}, ...heads)),
        el('tbody', {}, ...rows),
      ),
    ),
    left > 0 && el('p', { class: 'quiet' }, `${left} more series left out of this table.`),
  );
}

/** Text and numbers of the table, head first. */
export function seriesRows(runs: readonly RunReport[]): Rows {
  const rows = runs.flatMap(run =>
    run.series.map(s => [
      ...(runs.length > 1 ? [run.name] : []),
      ...[s.name, s.split, s.first, s.last, s.best, s.bestAt, s.n],
    ]),
  );
  return [titlesOf(runs), ...rows];
}

type Rows = readonly (readonly (string | number | null)[])[];

function titlesOf(runs: readonly RunReport[]): readonly string[] {
  const at = `At ${runs[0]?.x ?? 'row'}`;
  const own = runs.length > 1 ? ['Run'] : [];
  return [...own, 'Series', 'Split', 'First', 'Last', 'Best', at, 'Values'];
}

function seriesRow(run: RunReport, series: SeriesReport, withRun: boolean): HTMLElement {
  const cell = (metric: 'first' | 'last' | 'best' | 'bestAt'): HTMLElement => {
    const hooks = { 'data-model': run.name, 'data-series': series.name, 'data-metric': metric };
    const value = series[metric];
    return value === null
      ? el('td', { ...hooks, class: 'number quiet' }, '\u2013')
      : numberCell(value, hooks);
  };
  return el(
    'tr',
    {},
    withRun && el('td', {}, nameOf(run.name)),
    el('th', { scope: 'row' }, nameOf(series.name)),
    el('td', { class: 'quiet' }, series.split ?? ''),
    cell('first'),
    cell('last'),
    cell('best'),
    cell('bestAt'),
    el('td', { class: 'number quiet' }, grouped(series.n)),
  );
}
