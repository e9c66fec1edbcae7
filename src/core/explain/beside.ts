import { type ModelSamples, rowOf } from '../samples/modelSamples';

/** What the source holds beside the samples of a model. */
export interface Beside {
  /** Data rows, those that no model can use included. */
  readonly rows: number;
  readonly columns: readonly BesideColumn[];
  /** Places of a model's classes in the order in which the source has their columns. */
  readonly classOrder?: Readonly<Record<string, readonly number[]>>;
  /** Outputs that are not shown. */
  readonly outputs?: readonly BesideOutput[];
}

/** Another target of the source with its prediction. */
export interface BesideOutput {
  readonly target: string;
  readonly model: ModelSamples;
}

/** A column of numbers, one for each data row. */
export interface BesideColumn {
  readonly name: string;
  readonly values: Float64Array;
  /** Share of targets that lie below it, where its name says so. */
  readonly level?: number;
}

export const nothingBeside: Beside = { rows: 0, columns: [] };

/** The column's numbers at the samples of a model; null when one is missing. */
export function atSamples(model: ModelSamples, { values }: BesideColumn): Float64Array | null {
  const found = new Float64Array(model.n);
  for (let i = 0; i < found.length; i++) {
    const value = values[rowOf(model, i)];
    if (value === undefined || !Number.isFinite(value)) return null;
    found[i] = value;
  }
  return found;
}
