import { type CostCurve, costCurve } from '../../core/decision/costCurve';
import { memoOf } from '../../core/memo/memoOf';
import type { BinaryModelSamples } from '../../core/samples/modelSamples';
import { sortedOrder } from '../../core/statistics/sortedOrder';
import type { Mark, Plot } from '../../shared/figure';
import { significant } from '../../shared/text';
import type { MistakeCosts } from './mistakeCosts';
import { scoreOf } from './scored';
import type { ThresholdChoice } from './thresholdChoice';

const mostThresholds = 400;

/** What thresholds cost in the person's own terms: a panel below the scores, and the sentence that reads it. */
export interface CostPanel {
  readonly panel: Plot;
  readonly text: string;
  readonly curve: CostCurve;
}

/** Null while there is nothing to add to the share of wrong rows. */
export function costPanel(
  model: BinaryModelSamples,
  costs: MistakeCosts,
  choice: ThresholdChoice,
): CostPanel | null {
  const { ofSample } = costs;
  if (ofSample === undefined) return null;
  const score = scoreOf(model);
  const order = memoOf(model).get('order of scores', () => sortedOrder(score));
  const curve = costCurve(score, model.target, ofSample, order, mostThresholds);
  const now = costAt(model, ofSample, choice.value);
  return { curve, panel: panelOf(curve, choice), text: textOf(model, costs, curve, choice, now) };
}

function costAt({ target, ...model }: BinaryModelSamples, cost: Float64Array, at: number): number {
  const score = model.probability ?? model.margin!;
  let sum = 0;
  for (let i = 0; i < cost.length; i++) {
    const isWrong = Number(score[i]! >= at) !== target[i]!;
    sum += isWrong ? cost[i]! : 0;
  }
  return sum;
}

function panelOf({ thresholds, costs, best, flat }: CostCurve, choice: ThresholdChoice): Plot {
  const { min, max } = choice;
  const within = (threshold: number) => Math.min(max, Math.max(min, threshold));
  const region: readonly Mark[] =
    flat === null
      ? []
      : [
          {
            kind: 'region',
            name: 'where the best may lie',
            tone: { meaning: 'good' },
            along: 'x',
            from: within(flat[0]),
            to: within(flat[1]),
          },
        ];
  return {
    kind: 'plot',
    x: { label: choice.label, scale: 'linear', min, max },
    y: { label: 'cost of all mistakes', scale: 'linear', min: 0 },
    marks: [
      ...region,
      { kind: 'line', name: 'cost', tone: { series: 0 }, x: thresholds.map(within), y: costs },
      {
        kind: 'points',
        name: 'cheapest',
        tone: { meaning: 'good' },
        shape: 'diamond',
        x: Float64Array.of(within(best.threshold)),
        y: Float64Array.of(best.cost),
      },
      {
        kind: 'rule',
        name: 'threshold',
        tone: { meaning: 'accent' },
        along: 'x',
        value: choice.value,
      },
    ],
  };
}

function textOf(
  { n, probability }: BinaryModelSamples,
  { falseAlarm, miss, amount, note }: MistakeCosts,
  { best, flat }: CostCurve,
  choice: ThresholdChoice,
  now: number,
): string {
  const each = (cost: number) => `${significant(cost, 6)} (${significant(cost / n, 3)} a row)`;
  const place = Number.isFinite(best.threshold)
    ? `at ${significant(best.threshold, 4)}`
    : 'where nothing is called positive';
  const end = (threshold: number) =>
    Number.isFinite(threshold) ? significant(threshold, 4) : 'nothing being called positive';
  const range =
    flat === null
      ? ' Too few rows lie around it to say how far off it may be.'
      : ` By these rows the best may lie anywhere from ${end(flat[0])} to ${end(flat[1])}.`;
  const theory =
    amount === null && probability !== undefined
      ? ` Of calibrated probabilities it would be ${significant(falseAlarm / (falseAlarm + miss), 3)}.`
      : '';
  return ` The mistakes cost ${each(now)} at ${significant(choice.value, 4)}; the cheapest threshold is ${place}: ${each(best.cost)}.${range}${theory}${note}`;
}
