import { Sum } from '../statistics/sum';

/** The loss of a group beside that of all other samples. */
export interface GroupLoss {
  readonly n: number;
  /** Mean loss in the group, and of the others; NaN where there are none. */
  readonly loss: number;
  readonly rest: number;
  /** What the mean of all would fall by if the group were as the others: its share of weight x (loss - rest). */
  readonly excess: number;
  /** Share of the sum of all losses. */
  readonly share: number;
}

/** Sums compensated; a sample that weighs nothing counts in n alone. */
export function groupLoss(
  losses: Float64Array,
  weight: Float64Array | undefined,
  isIn: (i: number) => boolean,
): GroupLoss {
  const inside = { weight: new Sum(), loss: new Sum() };
  const outside = { weight: new Sum(), loss: new Sum() };
  let n = 0;
  for (let i = 0; i < losses.length; i++) {
    const isInside = isIn(i);
    const w = weight?.[i] ?? 1;
    if (isInside) n += 1;
    if (w === 0) continue;
    const side = isInside ? inside : outside;
    side.weight.add(w);
    side.loss.add(w * losses[i]!);
  }
  const loss = inside.loss.value / inside.weight.value;
  const rest = outside.loss.value / outside.weight.value;
  const part = inside.weight.value / (inside.weight.value + outside.weight.value);
  const share = inside.loss.value / (inside.loss.value + outside.loss.value);
  return { n, loss, rest, excess: part * (loss - rest), share };
}
