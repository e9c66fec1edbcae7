import type { ModelReport } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import type { Bin, Inspection, MetricInfo } from '../../shared/protocol/inspection';
import type { BinOfModel, PageContext } from '../context';
import { el, refill } from '../el';
import { counted, shown } from '../number';
import { button, labelledSelect } from '../parts';
import { titleOf } from './lossRows';
import { type KnownRow, worstTable } from './worstTable';

interface Chosen {
  readonly metric: MetricId | null;
  readonly versus: string | null;
  readonly className: string | null;
  readonly bin: Bin | undefined;
}

/** The rows that cost most, by any loss and model; each goes to its line. */
export class WorstRows {
  readonly element: HTMLElement = el('section', {
    class: 'worst',
    'aria-labelledby': 'worst-title',
  });
  readonly #context: PageContext;
  readonly #inspection: Inspection;
  readonly #title = el('h2', { id: 'worst-title', tabindex: -1 }, 'Worst rows');
  readonly #filters = el('div', { class: 'controls' });
  readonly #count = el('p', { class: 'quiet', role: 'status' });
  readonly #box = el('div');
  #asked = 0;

  constructor(context: PageContext, inspection: Inspection) {
    this.#context = context;
    this.#inspection = inspection;
    const head = el('div', { class: 'head' }, this.#title);
    refill(this.element, head, this.#filters, this.#count, this.#box);
    this.#drawFilters();
    const first = this.#model;
    if (first !== undefined && !this.isFiltered) this.#draw(first.worst);
  }

  /** Whether other rows are wanted than the report lists. */
  get isFiltered(): boolean {
    const { metric, versus, className, bin } = this.#chosen;
    return [metric, versus, className].some(one => one !== null) || bin !== undefined;
  }

  /** Lists the rows of a bin and goes there. */
  showBin({ model, split, bin }: BinOfModel): void {
    const { memory } = this.#context;
    memory.setValue('worst-model', titleOf({ name: model, split }));
    memory.setBin(bin);
    this.#drawFilters();
    this.#title.focus({ preventScroll: true });
    this.element.scrollIntoView();
    void this.ask();
  }

  /** Asks for the rows as the filters want them, with their other columns. */
  async ask(): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    const model = this.#model;
    if (model === undefined) return;
    const { bin, ...chosen } = this.#chosen;
    try {
      const answer = await this.#context.ask({
        kind: 'worst',
        model: model.name,
        split: model.split,
        ...chosen,
        ...(bin === undefined ? {} : { bin }),
        count: Math.max(10, model.worst.length),
      });
      if (answer?.kind === 'worst' && own === this.#asked) {
        this.#count.textContent = this.#countText(answer.rows.length, answer.samples);
        this.#draw(answer.rows);
      }
    } catch (problem) {
      if (own === this.#asked)
        refill(
          this.#box,
          el('p', { class: 'quiet' }, problem instanceof Error ? problem.message : ''),
        );
    }
  }

  #draw(rows: readonly KnownRow[]): void {
    refill(this.#box, worstTable(this.#context, rows));
  }

  get #model(): ModelReport | undefined {
    const { models } = this.#inspection.report;
    return (
      models.find(model => titleOf(model) === this.#context.memory.value('worst-model')) ??
      models[0]
    );
  }

  /** What was chosen, as far as this report offers it: roles may have changed since. */
  get #chosen(): Chosen {
    const { memory } = this.#context;
    const offered = <T extends string>(id: string, values: readonly T[]): T | null =>
      values.find(value => value === memory.value(id)) ?? null;
    const ranking = this.#ranking.map(metric => metric.id);
    return {
      metric: offered('worst-metric', ranking),
      versus: offered('worst-versus', this.#names),
      className: offered('worst-class', this.#inspection.report.roles.classes ?? []),
      bin: memory.state.bin,
    };
  }

  get #ranking(): readonly MetricInfo[] {
    return this.#inspection.metrics.filter(metric => metric.ofRows);
  }

  /** Of the models, each once. */
  get #names(): readonly string[] {
    return [...new Set(this.#inspection.report.models.map(model => model.name))];
  }

  /** How many rows there are to choose from, where filters leave some out. */
  #countText(rows: number, samples: number): string {
    const { bin, className } = this.#chosen;
    if (bin === undefined && className === null) return '';
    if (samples <= rows) return `${counted(rows, 'row')}.`;
    return `The worst ${rows} of ${counted(samples, 'row')}.`;
  }

  #drawFilters(): void {
    const { report } = this.#inspection;
    const names = this.#names;
    const ranking = this.#ranking;
    const named = names.map(name => ({ value: name, label: name }));
    const models = report.models.map(titleOf).map(name => ({ value: name, label: name }));
    const classes = report.roles.classes ?? [];
    const none = (label: string): { value: string; label: string } => ({ value: '', label });
    refill(
      this.#filters,
      models.length > 1 && this.#filter('worst-model', 'Model', models),
      names.length > 1 && this.#filter('worst-versus', 'Compared to', [none('none'), ...named]),
      ranking.length > 0 &&
        this.#filter(
          'worst-metric',
          'By',
          ranking.map(m => ({ value: m.id, label: m.name })),
          usualMetric(this.#model),
        ),
      classes.length > 0 &&
        this.#filter('worst-class', 'Class', [
          none('all'),
          ...classes.slice(0, 200).map(name => ({ value: name, label: name })),
        ]),
      this.#chosenBin(),
    );
  }

  #chosenBin(): HTMLElement | undefined {
    const { bin } = this.#context.memory.state;
    if (bin === undefined) return undefined;
    return el(
      'span',
      { class: 'field' },
      binText(bin),
      button('secondary', 'Show All Rows', () => {
        this.#leaveBin();
        this.#title.focus();
        void this.ask();
      }),
    );
  }

  #leaveBin(): void {
    this.#context.memory.setBin(undefined);
    this.#drawFilters();
  }

  #filter(
    id: string,
    label: string,
    options: readonly { value: string; label: string }[],
    otherwise = '',
  ): HTMLElement {
    const value = this.#context.memory.value(id) ?? otherwise;
    return labelledSelect(id, label, options, value, chosen => {
      this.#context.memory.setValue(id, chosen);
      // A bin is one of a model's own chart.
      if (id === 'worst-model') this.#context.memory.setBin(undefined);
      this.#drawFilters();
      document.getElementById(id)?.focus();
      void this.ask();
    });
  }
}

/** By what the report ranks the rows of a model. */
function usualMetric(model: ModelReport | undefined): MetricId {
  const [row] = model?.worst ?? [];
  if (row?.probability !== undefined) return 'log_loss';
  return typeof row?.error === 'number' ? 'mse' : 'zero_one';
}

const binNames: Readonly<Record<Bin['by'], string>> = {
  error: 'Only errors',
  probability: 'Only probabilities',
};

function binText({ by, from, to, closed }: Bin): string {
  return `${binNames[by]} from ${shown(from)} ${closed ? 'to' : 'up to'} ${shown(to)}`;
}
