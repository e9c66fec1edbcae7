import type { Interval, ModelReport } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import type { Inspection, MetricInfo } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import { el, refill } from '../el';
import { counted, rough } from '../number';
import { button, nameOf, numberCell, scrollBox, sentence } from '../parts';
import { copyButtons } from './copyButtons';
import { directions } from './directions';
import { lossDetails } from './lossDetails';
import {
  bestModels,
  copiedRows,
  merged,
  metricValue,
  sharedBaseline,
  shownMetrics,
} from './lossRows';

const mostComparisons = 3;

/** The table of losses, models as columns. Intervals join it once they are known. */
export class LossTable {
  readonly element: HTMLElement = el('section', {
    class: 'losses',
    'aria-labelledby': 'losses-title',
  });
  readonly #context: PageContext;
  readonly #inspection: Inspection;
  readonly #wanted: readonly MetricId[];
  #models: readonly ModelReport[];
  #comparisons: readonly string[] = [];

  constructor(context: PageContext, inspection: Inspection, wanted: readonly MetricId[]) {
    this.#context = context;
    this.#inspection = inspection;
    this.#wanted = wanted;
    this.#models = inspection.report.models;
    this.#draw();
    void this.#askForMissing();
  }

  /** Asks for the intervals, which take longer than the losses themselves. */
  async askForIntervals(): Promise<void> {
    const answer = await this.#context.ask({ kind: 'intervals' }).catch(() => undefined);
    if (answer?.kind !== 'intervals') return;
    this.#models = merged(this.#models, answer.models);
    this.#comparisons = answer.comparisons;
    this.#draw();
  }

  get #all(): boolean {
    return this.#context.memory.flag('all-losses', false);
  }

  #draw(): void {
    const metrics = shownMetrics(this.#inspection, this.#wanted, this.#all);
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : '';
    const left = this.#comparisons.length - mostComparisons;
    refill(
      this.element,
      el(
        'div',
        { class: 'head' },
        el('h2', { id: 'losses-title' }, 'Losses'),
        this.#toolbar(metrics),
      ),
      scrollBox('Losses', this.#table(metrics)),
      ...this.#comparisons
        .slice(0, mostComparisons)
        .map(text => el('p', { class: 'quiet' }, ...sentence(this.#context, text))),
      left > 0 && el('p', { class: 'quiet' }, `${left} more comparisons left out.`),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  #toolbar(metrics: readonly MetricInfo[]): HTMLElement {
    const more = this.#inspection.metrics.length > metrics.length || this.#all;
    const label = this.#all ? 'Fewer Losses' : 'All Losses';
    return el(
      'div',
      { class: 'toolbar' },
      ...copyButtons(this.#context, () => copiedRows(this.#models, metrics)),
      more && button('quiet', label, () => this.#toggleAll(), { id: 'all-losses' }),
    );
  }

  #toggleAll(): void {
    this.#context.memory.setFlag('all-losses', !this.#all);
    this.#draw();
    void this.#askForMissing();
  }

  /** A report on a long table holds its first losses only. */
  async #askForMissing(): Promise<void> {
    const isKnown = (id: MetricId): boolean =>
      this.#models.every(model => metricValue(model, id) !== undefined || id in model.undefined);
    const shown = shownMetrics(this.#inspection, this.#wanted, this.#all);
    if (shown.every(metric => isKnown(metric.id))) return;
    const answer = await this.#context.ask({ kind: 'metrics' }).catch(() => undefined);
    if (answer?.kind !== 'metrics') return;
    this.#models = merged(this.#models, answer.models);
    this.#draw();
  }

  #table(metrics: readonly MetricInfo[]): HTMLTableElement {
    const withBaseline = metrics.some(
      metric => sharedBaseline(this.#models, metric.id) !== undefined,
    );
    return el(
      'table',
      { class: 'loss-table' },
      el(
        'caption',
        { class: 'unseen' },
        'Losses, one column for each model. The best of each row is marked.',
      ),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el(
            'th',
            { scope: 'col' },
            'Loss',
            this.#models.some(model => model.intervals !== undefined) &&
              el('span', { class: 'second' }, '95 % interval below'),
          ),
          ...this.#models.map(modelHead),
          withBaseline &&
            el(
              'th',
              { scope: 'col', class: 'number', title: baselineTitle },
              'Baseline',
              el('span', { class: 'second' }, 'best constant'),
            ),
        ),
      ),
      el('tbody', {}, ...metrics.flatMap(metric => this.#metricRows(metric, withBaseline))),
    );
  }

  #metricRows(metric: MetricInfo, withBaseline: boolean): readonly HTMLElement[] {
    const best = bestModels(this.#models, metric);
    const flag = `loss:${metric.id}`;
    const open = this.#context.memory.flag(flag, false);
    const name = el(
      'button',
      {
        type: 'button',
        class: 'disclose',
        id: flag,
        'aria-expanded': String(open),
        onclick: () => {
          this.#context.memory.setFlag(flag, !open);
          this.#draw();
        },
      },
      el('span', {}, `${metric.name}\u00a0`, directionSign(metric)),
    );
    const baseline = sharedBaseline(this.#models, metric.id);
    const row = el(
      'tr',
      {},
      el('th', { scope: 'row' }, name),
      ...this.#models.map((model, i) => lossCell(this.#context, model, metric, best.has(i))),
      withBaseline &&
        (baseline === undefined ? el('td') : numberCell(baseline, { class: 'number quiet' })),
    );
    const columns = this.#models.length + (withBaseline ? 2 : 1);
    const detail = (): HTMLElement =>
      el(
        'tr',
        { class: 'detail' },
        el('td', { colspan: columns }, lossDetails(this.#context, metric, this.#models)),
      );
    return open ? [row, detail()] : [row];
  }
}

const baselineTitle =
  'What the best constant prediction would cost: the mean, the median or the class frequencies of the target';

function directionSign({ direction }: MetricInfo): HTMLElement {
  const { sign, text } = directions[direction];
  return el('span', { class: 'direction', title: text, role: 'img' }, sign);
}

function modelHead(model: ModelReport): HTMLElement {
  const second = [...(model.split === null ? [] : [model.split]), counted(model.n, 'row')].join(
    ', ',
  );
  return el(
    'th',
    { scope: 'col', class: 'number' },
    nameOf(model.name),
    el('span', { class: 'second' }, second),
  );
}

function lossCell(
  context: PageContext,
  model: ModelReport,
  metric: MetricInfo,
  best: boolean,
): HTMLElement {
  const hooks = {
    'data-model': model.name,
    'data-metric': metric.id,
    'data-split': model.split ?? undefined,
  };
  const value = metricValue(model, metric.id);
  if (value !== undefined) {
    const interval = model.intervals?.[metric.id];
    const mark =
      best &&
      el(
        'span',
        { class: 'best', title: 'best of these models' },
        el('span', { class: 'unseen' }, ' best'),
      );
    return numberCell(
      value,
      { ...hooks, class: best ? 'number is-best' : 'number' },
      mark,
      interval && intervalLine(interval),
    );
  }
  const reason = model.undefined[metric.id];
  if (reason === undefined) return el('td', { ...hooks, class: 'number quiet' }, '\u2013');
  return el(
    'td',
    { ...hooks, class: 'number undefined' },
    el('span', { title: reason }, 'undefined'),
    el('span', { class: 'second' }, ...sentence(context, reason)),
  );
}

function intervalLine({ low, high, method }: Interval): HTMLElement {
  return el(
    'span',
    { class: 'second', title: `95 % interval (${method})` },
    `${rough(low)} to ${rough(high)}`,
  );
}
