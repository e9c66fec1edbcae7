import type { ModelReport } from '../../shared/lossReport';
import { isPooled, titleOf } from '../../shared/lossRows';
import type { MetricId } from '../../shared/metricId';
import type { Bin, Inspection, MetricInfo } from '../../shared/protocol/inspection';
import { Changing } from '../changing';
import type { BinOfModel, PageContext } from '../context';
import { counted } from '../number';
import type { KnownRow } from './worstColumns';

/** What the rows can be chosen by; the page remembers each by this name. */
export type WorstFilter = 'worst-model' | 'worst-versus' | 'worst-metric' | 'worst-class';

interface Chosen {
  readonly metric: MetricId | null;
  readonly versus: string | null;
  readonly className: string | null;
  readonly bin: Bin | undefined;
}

/** Which rows of a report are listed: the worst by any loss and model, of a class or of a bin. */
export class WorstModel extends Changing {
  readonly inspection: Inspection;
  readonly #context: PageContext;
  #rows: readonly KnownRow[] | undefined;
  #other: string | null = null;
  #countText = '';
  #problem: string | undefined;
  #asked = 0;
  /** Brings the rows into view. */
  onShown: (() => void) | undefined;

  constructor(context: PageContext, inspection: Inspection) {
    super();
    this.#context = context;
    this.inspection = inspection;
    if (!this.isFiltered) this.#rows = this.model?.worst;
  }

  /** Undefined until they are known. */
  get rows(): readonly KnownRow[] | undefined {
    return this.#rows;
  }

  /** The model that the rows were compared to. */
  get other(): string | null {
    return this.#other;
  }

  /** How many rows there are to choose from, where filters leave some out. */
  get countText(): string {
    return this.#countText;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  get bin(): Bin | undefined {
    return this.#context.memory.state.bin;
  }

  /** Whether other rows are wanted than the report lists. */
  get isFiltered(): boolean {
    const { metric, versus, className, bin } = this.#chosen;
    return [metric, versus, className].some(one => one !== null) || bin !== undefined;
  }

  get model(): ModelReport | undefined {
    const { models } = this.inspection.report;
    const focused = models.filter(isPooled)[this.#context.focus.value ?? 0];
    return models.find(model => titleOf(model) === this.value('worst-model')) ?? focused;
  }

  /** The losses that single rows have. */
  get ranking(): readonly MetricInfo[] {
    return this.inspection.metrics.filter(metric => metric.ofRows);
  }

  /** Of the models, each once. */
  get names(): readonly string[] {
    return [...new Set(this.inspection.report.models.map(model => model.name))];
  }

  value(filter: WorstFilter): string | undefined {
    return this.#context.memory.value(filter);
  }

  choose(filter: WorstFilter, value: string): void {
    this.#context.memory.setValue(filter, value);
    // A bin is one of a model's own chart.
    if (filter === 'worst-model') this.#context.memory.setBin(undefined);
    this.changed();
    void this.ask();
  }

  /** Lists the rows of a bin. */
  showBin({ model, split, bin }: BinOfModel): void {
    this.#context.memory.setValue('worst-model', titleOf({ name: model, split }));
    this.#context.memory.setBin(bin);
    this.changed();
    this.onShown?.();
    void this.ask();
  }

  /** Lists the rows of all bins again. */
  leaveBin(): void {
    this.#context.memory.setBin(undefined);
    this.changed();
    void this.ask();
  }

  /** Asks for the rows as the filters want them, with their other columns. */
  async ask(): Promise<void> {
    this.#asked += 1;
    const own = this.#asked;
    const { model } = this;
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
      if (answer?.kind !== 'worst' || own !== this.#asked) return;
      this.#rows = answer.rows;
      this.#other = chosen.versus;
      this.#countText = this.#counting(answer.rows.length, answer.samples);
      this.#problem = undefined;
    } catch (problem) {
      if (own !== this.#asked) return;
      this.#problem = problem instanceof Error ? problem.message : '';
    }
    this.changed();
  }

  /** What was chosen, as far as this report offers it: roles may have changed since. */
  get #chosen(): Chosen {
    const offered = <T extends string>(filter: WorstFilter, values: readonly T[]): T | null =>
      values.find(value => value === this.value(filter)) ?? null;
    const ranking = this.ranking.map(metric => metric.id);
    return {
      metric: offered('worst-metric', ranking),
      versus: offered('worst-versus', this.names),
      className: offered('worst-class', this.inspection.report.roles.classes ?? []),
      bin: this.bin,
    };
  }

  #counting(rows: number, samples: number): string {
    const { bin, className } = this.#chosen;
    if (bin === undefined && className === null) return '';
    if (samples <= rows) return `${counted(rows, 'row')}.`;
    return `The worst ${rows} of ${counted(samples, 'row')}.`;
  }
}
