import type { Headline } from '../../shared/headline';
import type { ModelReport } from '../../shared/lossReport';
import { isPooled, merged, metricValue, shownMetrics } from '../../shared/lossRows';
import type { MetricId } from '../../shared/metricId';
import type { Inspection, MetricInfo } from '../../shared/protocol/inspection';
import { Changing } from '../changing';
import type { PageContext } from '../context';

const allFlag = 'all-losses';
const flagOf = (metric: MetricId): string => `loss:${metric}`;

/** What the table of losses shows of a report. Intervals join it once they are known. */
export class LossModel extends Changing {
  readonly #context: PageContext;
  readonly #inspection: Inspection;
  readonly #wanted: readonly MetricId[];
  #models: readonly ModelReport[];
  #comparisons: readonly string[] = [];
  #headline: Headline | undefined;
  #isCompared = false;

  constructor(context: PageContext, inspection: Inspection, wanted: readonly MetricId[]) {
    super();
    this.#context = context;
    this.#inspection = inspection;
    this.#wanted = wanted;
    this.#models = inspection.report.models.filter(isPooled);
    this.#headline = inspection.report.headline;
    void this.#askForMissing();
  }

  get models(): readonly ModelReport[] {
    return this.#models;
  }

  /** Sentences about pairs of models. */
  get comparisons(): readonly string[] {
    return this.#comparisons;
  }

  /** Whether a headline may still come. */
  get isComparing(): boolean {
    const isWhole = this.#inspection.report.partial === undefined;
    return isWhole && this.#models.length > 1 && !this.#isCompared;
  }

  /** Undefined until the models have been compared. */
  get headline(): Headline | undefined {
    return this.#headline;
  }

  /** The place of a model among all of the report, by which charts and pills have their colours. */
  seriesOf({ model, split }: { readonly model: string; readonly split: string | null }): number {
    return Math.max(
      0,
      this.#models.findIndex(one => one.name === model && one.split === split),
    );
  }

  get metrics(): readonly MetricInfo[] {
    return shownMetrics(this.#inspection, this.#wanted, this.showsAll);
  }

  get showsAll(): boolean {
    return this.#context.memory.flag(allFlag, false);
  }

  get hasMore(): boolean {
    return this.#inspection.metrics.length > this.metrics.length || this.showsAll;
  }

  isOpen(metric: MetricId): boolean {
    return this.#context.memory.flag(flagOf(metric), false);
  }

  toggle(metric: MetricId): void {
    this.#context.memory.setFlag(flagOf(metric), !this.isOpen(metric));
    this.changed();
  }

  /** Opens what is told of a loss, among all of them when it is not among the first. */
  show(metric: MetricId): void {
    if (!this.#inspection.metrics.some(({ id }) => id === metric)) return;
    const isListed = this.metrics.some(({ id }) => id === metric);
    this.#context.memory.setFlag(flagOf(metric), true);
    if (isListed) this.changed();
    else this.toggleAll();
  }

  toggleAll(): void {
    this.#context.memory.setFlag(allFlag, !this.showsAll);
    this.changed();
    void this.#askForMissing();
  }

  /** Asks for the intervals, which take longer than the losses themselves. */
  async askForIntervals(): Promise<void> {
    const answer = await this.#context.ask({ kind: 'intervals' }).catch(() => undefined);
    this.#isCompared = true;
    if (answer?.kind === 'intervals') {
      this.#models = merged(this.#models, answer.models);
      this.#comparisons = answer.comparisons.map(({ text }) => text);
      this.#headline = answer.headline ?? this.#headline;
    }
    this.changed();
  }

  /** A report on a long table holds its first losses only. */
  async #askForMissing(): Promise<void> {
    const isKnown = (id: MetricId): boolean =>
      this.#models.every(model => metricValue(model, id) !== undefined || id in model.undefined);
    if (this.metrics.every(metric => isKnown(metric.id))) return;
    const answer = await this.#context.ask({ kind: 'metrics' }).catch(() => undefined);
    if (answer?.kind !== 'metrics') return;
    this.#models = merged(this.#models, answer.models);
    this.changed();
  }
}
