import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { LineMark, PointsMark, Tone } from '../../shared/figure';
import { placesOf } from './drawnSamples';

/** A curve, wherever it is drawn. */
export interface PlainCurve {
  readonly name: string;
  readonly at: (x: number) => number;
  /** Where its vertices stand. */
  readonly x: Float64Array;
}

export interface Curve extends PlainCurve {
  readonly tone: Tone;
  readonly shape?: NonNullable<PointsMark['shape']>;
}

/** A curve, and the samples `drawn` of a model on it, each at its own `position`. */
export function curveWithSamples(
  { name, tone, shape = 'circle', at, x }: Curve,
  data: PredictionData,
  model: ModelSamples,
  drawn: Int32Array,
  position: (i: number) => number,
): readonly [LineMark, PointsMark] {
  return [
    { kind: 'line', name, tone, x, y: x.map(at) },
    {
      kind: 'points',
      name: `samples, ${name}`,
      of: name,
      tone,
      shape,
      x: Float64Array.from(drawn, position),
      y: Float64Array.from(drawn, i => at(position(i))),
      ...placesOf(data, model, drawn),
    },
  ];
}
