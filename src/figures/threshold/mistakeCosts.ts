import type { PredictionData } from '../../core/predictionData';
import { type BinaryModelSamples, rowOf } from '../../core/samples/modelSamples';
import type { Control, FigureOptions } from '../../shared/figure';
import { plural, significant } from '../../shared/text';
import { textOption } from '../options';

/** What mistakes cost under the person's inputs: for each sample, if it is wrong, or why that cannot be said. */
export interface MistakeCosts {
  readonly controls: readonly Control[];
  /** Absent while both mistakes cost the same and no column says more. */
  readonly ofSample?: Float64Array;
  /** A sentence about what was not understood, or about rows that were left out. */
  readonly note: string;
  readonly falseAlarm: number;
  readonly miss: number;
  /** The column that the costs are multiplied by; null for none. */
  readonly amount: string | null;
}

const appliesTo = ['both mistakes', 'a miss', 'a false alarm'] as const;
type AppliesTo = (typeof appliesTo)[number];

/** Reads the costs of a false alarm and of a miss, and the column of amounts. */
export function mistakeCosts(
  data: PredictionData,
  model: BinaryModelSamples,
  options: FigureOptions,
): MistakeCosts {
  const falseAlarm = costOption(options, 'falseAlarm');
  const miss = costOption(options, 'miss');
  const columns = data.features?.numeric?.() ?? [];
  const amount = columns.find(name => name === options['amount']) ?? null;
  const of = textOption(options, 'amountOf', appliesTo, 'both mistakes');
  const asked = { falseAlarm, miss, amount };
  const controls = costControls(asked, of, columns);
  const wrong = [falseAlarm, miss].find(cost => !(cost > 0 && Number.isFinite(cost)));
  if (wrong !== undefined)
    return {
      ...asked,
      controls,
      note: ` A cost is a number above 0; ${significant(wrong)} is not.`,
    };
  if (falseAlarm === miss && amount === null) return { ...asked, controls, note: '' };
  return { ...asked, controls, ...costsOf(data, model, asked, of) };
}

function costOption(options: FigureOptions, id: string): number {
  const value = options[id];
  return typeof value === 'number' ? value : 1;
}

type Asked = Pick<MistakeCosts, 'falseAlarm' | 'miss' | 'amount'>;

function costControls(
  { falseAlarm, miss, amount }: Asked,
  of: AppliesTo,
  columns: readonly string[],
): readonly Control[] {
  const named = (values: readonly string[]) => values.map(value => ({ value, label: value }));
  const none = { value: '', label: 'nothing' };
  return [
    { kind: 'number', id: 'falseAlarm', label: 'A false alarm costs', value: falseAlarm },
    { kind: 'number', id: 'miss', label: 'A miss costs', value: miss },
    ...(columns.length === 0
      ? []
      : [
          {
            kind: 'choice',
            id: 'amount',
            label: 'Times',
            value: amount ?? '',
            options: [none, ...named(columns)],
          } as const,
        ]),
    ...(amount === null
      ? []
      : [
          {
            kind: 'choice',
            id: 'amountOf',
            label: 'For',
            value: of,
            options: named(appliesTo),
          } as const,
        ]),
  ];
}

/** Cost of each sample, weighted as the report is; samples without an amount of 0 or more cost nothing. */
function costsOf(
  data: PredictionData,
  model: BinaryModelSamples,
  { falseAlarm, miss, amount }: Asked,
  of: AppliesTo,
): Pick<MistakeCosts, 'ofSample' | 'note'> {
  const amounts = amount === null ? null : amountsOf(data, amount);
  if (amounts === undefined) return { note: ` Column "${amount}" holds no numbers.` };
  const { target, weight } = model;
  const byClass = [of === 'a miss' ? null : amounts, of === 'a false alarm' ? null : amounts];
  let left = 0;
  const ofSample = Float64Array.from(target, (isPositive, i) => {
    const times = byClass[isPositive]?.[rowOf(model, i)] ?? 1;
    if (!(times >= 0 && Number.isFinite(times))) {
      left += 1;
      return 0;
    }
    return (isPositive === 1 ? miss : falseAlarm) * times * (weight?.[i] ?? 1);
  });
  const note =
    left === 0
      ? ''
      : ` ${plural(left, 'row')} without an amount of 0 or more in "${amount}" ${left === 1 ? 'counts' : 'count'} for nothing.`;
  return { ofSample, note };
}

function amountsOf(data: PredictionData, column: string): Float64Array | undefined {
  const feature = data.features
    ?.of(column)
    .find(({ kind, part }) => kind === 'number' && part === null);
  return feature?.kind === 'number' ? feature.values : undefined;
}
