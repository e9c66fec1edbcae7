import type { ModelSamples } from '../samples/modelSamples';

/** The rows as a script may have read them by mistake or by habit. */
export interface Reading {
  /** Empty for the rows as they are. */
  readonly text: string;
  readonly cost: number;
  readonly model: ModelSamples;
  /** The one loss this reading is about, with the name it goes by; otherwise all numbers are tried. */
  readonly only?: { readonly name: string };
}
