import type { MisuseId } from '../../../shared/protocol/code';
import type { LossName } from '../../losses/lossName';
import type { LiteralValue } from '../literalValue';
import type { ValueKind } from './valueKind';

/** One way to feed a loss with what it does not take. */
export interface MisuseRule {
  readonly id: MisuseId;
  readonly of: (entry: LossName, parameters: Readonly<Record<string, LiteralValue>>) => boolean;
  /** Which argument of the call it is about, by place and by name. */
  readonly place: number;
  readonly names: readonly string[];
  readonly kinds: readonly ValueKind[];
  readonly text: (written: string, kind: ValueKind) => string;
}

const predictions = ['input', 'logits', 'predictions', 'y_pred', 'preds'];
const isTorch = ({ library }: LossName): boolean => library === 'torch';

function takesLogits({ takes, library }: LossName): boolean {
  const isLogits = takes === 'a logit per class' || takes === 'one logit';
  return isLogits && (library === 'torch' || library === 'optax');
}

/** Misuses that a call shows by itself. */
export const misuseRules: readonly MisuseRule[] = [
  {
    id: 'softmax-before-logits',
    of: takesLogits,
    place: 0,
    names: predictions,
    kinds: ['softmax', 'sigmoid'],
    text: (written, kind) =>
      `${written} takes logits and applies the ${kind === 'softmax' ? 'softmax' : 'sigmoid'} itself: fed with probabilities it cannot come near 0, and trains slowly. Leave the ${kind} out.`,
  },
  {
    id: 'softmax-before-logits',
    of: ({ library, names }) => library === 'keras' && names[0]!.endsWith('_with_logits'),
    place: 1,
    names: ['logits'],
    kinds: ['softmax', 'sigmoid'],
    text: (written, kind) =>
      `${written} takes logits and applies the ${kind} itself. Leave it out.`,
  },
  {
    id: 'no-logarithm',
    of: entry => isTorch(entry) && entry.takes === 'log-probabilities',
    place: 0,
    names: predictions,
    kinds: ['softmax', 'sigmoid'],
    text: (written, kind) =>
      `${written} takes the logarithm of probabilities: use log_softmax in the place of ${kind}.`,
  },
  {
    id: 'one-hot-integers',
    of: entry => isTorch(entry) && entry.loss === 'log_loss' && entry.takes === 'a logit per class',
    place: 1,
    names: ['target'],
    kinds: ['one-hot integers'],
    text: written =>
      `${written} takes class numbers, or class probabilities as floating point numbers: one_hot gives integers, which it refuses. Give it the class numbers.`,
  },
  {
    id: 'rates-for-logarithms',
    of: (entry, parameters) =>
      isTorch(entry) && entry.takes === 'log rates' && parameters['log_input'] !== false,
    place: 0,
    names: ['input', 'log_input'],
    kinds: ['rates'],
    text: written =>
      `${written} takes the logarithm of the rate, because log_input is true: fed with rates it exponentiates them again. Give it the logarithm, or log_input=False.`,
  },
];
