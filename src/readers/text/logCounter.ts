import { counterOf } from './logName';
import type { Sighting } from './logSighting';

export type CounterKind = 'epoch' | 'step';

interface Counter {
  readonly kind: CounterKind;
  readonly name: string;
}

const iteration: Counter = { kind: 'step', name: 'iteration' };
const step: Counter = { kind: 'step', name: 'step' };
const epoch: Counter = { kind: 'epoch', name: 'epoch' };

/** `400 iterations -- loss`, `after 3 epochs`, `3epoch results`: the word behind the number says what it counts. */
const counted = /^(?:\s+(\p{L}+)|(epochs?))\b/u;
const closed = /^(?:\s*\/\s*\d+)?\s*(?:\(\s*\d+(?:\.\d+)?%\)\s*)?\]/;
const limited = /^\s*\/\s*\d+(?!\d|\/|\.\d)/;
const limitedBy = /^\s*\/\s*\d+\s+(?:batches|steps|iterations|iters|it)\b/;

interface Rule {
  readonly counter: Counter;
  readonly fits: (sighting: Sighting, hasEpoch: boolean, hasStep: boolean) => boolean;
}

/** Numbers that count although no word stands before them, in the order in which they are tried. */
const rules: readonly Rule[] = [
  // XGBoost with the time in front: `[12:00:01] [7]<TAB>`
  { counter: iteration, fits: ({ gap, after }) => /\[$/.test(gap) && after.startsWith(']\t') },
  // XGBoost `[12]`, scikit-learn `[12/100]`
  {
    counter: iteration,
    fits: ({ gap, isFirst, after }) =>
      isFirst && /^\s*\[\s*$/.test(gap) && /^(?:\/\d+)?\]/.test(after),
  },
  // CatBoost `12:<TAB>`, Darknet `12: `
  {
    counter: iteration,
    fits: ({ gap, isFirst, after }) => isFirst && gap.trim() === '' && /^:\s/.test(after),
  },
  // `[1,  2000] loss: 2.1`
  {
    counter: epoch,
    fits: ({ gap, isFirst, after }) =>
      isFirst && /^\s*\[\s*$/.test(gap) && /^,\s*\d+\s*\]/.test(after),
  },
  {
    counter: step,
    fits: ({ gap, after }, hasEpoch) => hasEpoch && /^,\s*$/.test(gap) && /^\s*\]/.test(after),
  },
  // `Epoch [1][50/217]`, `Train Epoch: 1 [640/60000 (1%)]`, `Test: [ 0/79]`, `loss: 2.3  [ 640/60000]`
  {
    counter: step,
    fits: ({ gap, after }, hasEpoch, hasStep) =>
      !hasStep &&
      /(?:^|\])[\s(]*\[\s*$/.test(gap) &&
      closed.test(after) &&
      (hasEpoch || limited.test(after)),
  },
  {
    counter: step,
    fits: ({ gap, isFirst, after }) =>
      isFirst && /^\W*\p{L}+\W*\[\s*$/u.test(gap) && closed.test(after) && limited.test(after),
  },
  // `Epoch 31 70000/1281167`, `epoch 001:  100 / 1000`, `|   200/ 2983 batches`
  {
    counter: step,
    fits: ({ gap, after }, hasEpoch, hasStep) =>
      hasEpoch && !hasStep && ['', ':', ','].includes(gap.trim()) && limited.test(after),
  },
  { counter: step, fits: ({ after }, hasEpoch) => hasEpoch && limitedBy.test(after) },
];

/** What a number counts that has no name in front, or undefined. */
export function bareCounter(
  sighting: Sighting,
  hasEpoch: boolean,
  hasStep: boolean,
): Counter | undefined {
  const word =
    sighting.isFirst && sighting.gap.trim() === ''
      ? counted.exec(sighting.after)?.slice(1).find(Boolean)
      : undefined;
  const kind = word === undefined ? null : counterOf(word);
  if (kind !== null) return { kind, name: kind === 'epoch' ? kind : word!.toLowerCase() };
  return rules.find(({ fits }) => fits(sighting, hasEpoch, hasStep))?.counter;
}
