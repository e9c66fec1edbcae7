import { regionIndex } from '../measures/region';
import { fillLength } from '../statistics/fill';
import type { Judged } from './judged';

/** Values of one model for up to `fillLength` samples. */
export interface JudgedPiece {
  readonly right: Float64Array;
  readonly loss: Float64Array;
  readonly probability: Float64Array;
  /** Index into `regions`. */
  readonly region: Uint8Array;
}

/** Room for a piece of one model's values; probabilities and regions stay 0 where it has none. */
export function judgedPiece({
  right,
  loss,
  probability,
  confidence,
}: Judged): JudgedPiece & { readonly fill: (from: number, length: number) => void } {
  const room = () => new Float64Array(fillLength);
  const piece = {
    right: room(),
    loss: room(),
    probability: room(),
    region: new Uint8Array(fillLength),
  };
  const confidences = room();
  return {
    ...piece,
    fill: (from: number, length: number) => {
      right(from, piece.right.subarray(0, length));
      loss(from, piece.loss.subarray(0, length));
      probability?.(from, piece.probability.subarray(0, length));
      if (confidence === null) return;
      confidence(from, confidences.subarray(0, length));
      for (let i = 0; i < length; i++)
        piece.region[i] = regionIndex(piece.right[i]!, confidences[i]!);
    },
  };
}
