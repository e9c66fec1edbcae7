/** What of a column is looked at: its values, or what can be read off them. */
export type FeaturePart = 'hour' | 'weekday' | 'month' | 'length';

interface FeatureBase {
  readonly column: string;
  readonly part: FeaturePart | null;
}

/** One number for each data row, NaN where it is missing. */
export interface NumberFeature extends FeatureBase {
  readonly kind: 'number';
  readonly values: Float64Array;
  /** Numbers that are seconds since 1970. */
  readonly isTime?: boolean;
}

/** One name for each data row as a code into `labels`; -1 where it is missing. */
export interface LabelFeature extends FeatureBase {
  readonly kind: 'label';
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** What groups are made of: any column that is not the target or a prediction itself. */
export type Feature = NumberFeature | LabelFeature;

/** Rows of one name, or whose value is missing (`is` is null), or whose number lies in [from, below). */
export type Test =
  | { readonly is: string | null }
  | { readonly from: number | null; readonly below: number | null };

/** A feature and what its value must be. */
export interface Condition {
  readonly feature: Feature;
  readonly test: Test;
}

/** Tells for data rows whether they meet the condition. */
export function meets({ feature, test }: Condition): (row: number) => boolean {
  if (feature.kind === 'label') {
    const { codes, labels } = feature;
    if (!('is' in test)) return () => false;
    const code = test.is === null ? -1 : labels.indexOf(test.is);
    // A name that is not there is not the same as a missing one.
    return test.is !== null && code < 0 ? () => false : row => codes[row] === code;
  }
  const { values } = feature;
  if ('is' in test) {
    const only = test.is === null ? Number.NaN : Number(test.is);
    return row => Object.is(values[row]! + 0, only);
  }
  const from = test.from ?? Number.NEGATIVE_INFINITY;
  const below = test.below ?? Number.POSITIVE_INFINITY;
  return row => values[row]! >= from && (values[row]! < below || test.below === null);
}
