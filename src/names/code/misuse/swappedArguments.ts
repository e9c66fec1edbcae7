import type { LossIdea } from '../../losses/lossIdea';
import { roleOfName } from '../../names';
import type { Argument } from '../callArguments';
import { chainFrom } from '../nameChain';
import type { Source } from '../source';
import type { LossCall } from './lossCall';

/** Losses whose value is another one when target and prediction change places. */
const lopsided: ReadonlySet<LossIdea> = new Set<LossIdea>([
  ...([
    'log_loss',
    'kl_divergence',
    'poisson_nll',
    'gaussian_nll',
    'hinge',
    'focal',
    'brier',
  ] as const),
  ...(['mape', 'pinball', 'poisson_deviance', 'gamma_deviance', 'tweedie_deviance'] as const),
  ...(['r2', 'explained_variance', 'd2_absolute', 'd2_pinball', 'd2_tweedie'] as const),
  ...(['precision', 'recall', 'f_beta', 'balanced_accuracy', 'roc_auc'] as const),
  ...(['average_precision', 'top_k_accuracy', 'ndcg'] as const),
]);
/** Libraries that take the target first; the others take the prediction first. */
const targetFirst: ReadonlySet<string> = new Set([
  'sklearn',
  'keras',
  'rkeras',
  'tfjs',
  'rmetrics',
]);
const knownOrder: ReadonlySet<string> = new Set([...targetFirst, 'torch', 'optax', 'torchmetrics']);

const targets: ReadonlySet<string> = new Set(['target', 'label']);
const predictions: ReadonlySet<string> = new Set(['prediction', 'probability', 'logit', 'score']);

/** Whether the names of a call's first two arguments say that they stand in each other's place. */
export function hasSwappedArguments(source: Source, { entry, given }: LossCall): boolean {
  if (!lopsided.has(entry.loss) || !knownOrder.has(entry.library)) return false;
  const [first, second] = given;
  const [a, b] = [sideOf(source, first), sideOf(source, second)];
  if (a === undefined || b === undefined) return false;
  return targetFirst.has(entry.library)
    ? a === 'prediction' && b === 'target'
    : a === 'target' && b === 'prediction';
}

/** What the name of an argument says outright; nothing of arguments that are named or worked out. */
function sideOf(source: Source, argument: Argument | undefined): string | undefined {
  if (argument === undefined || argument.name !== undefined) return undefined;
  const { chain, next } = chainFrom(source.code, argument.from);
  if (next !== argument.to || chain.length !== 1) return undefined;
  const role = roleOfName(chain[0]!);
  if (role === null || role.strength < 2) return undefined;
  if (targets.has(role.role)) return 'target';
  return predictions.has(role.role) ? 'prediction' : undefined;
}
