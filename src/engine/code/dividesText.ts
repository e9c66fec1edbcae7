import type { LossUse } from '../../names/code/lossUse';
import { libraries } from '../../names/losses/libraries';
import type { LossIdea } from '../../names/losses/lossIdea';
import type { LossName } from '../../names/losses/lossName';

/** What a written `reduction` divides by. */
const ofReduction: Readonly<Record<string, string>> = {
  sum: 'nothing: reduction="sum" adds up all losses',
  none: 'nothing: reduction="none" gives one loss for each element',
  batchmean: 'the number of rows, because of reduction="batchmean"',
};

/** Losses of PyTorch whose mean is not over all elements. */
const ofTorch: Readonly<Partial<Record<LossIdea, string>>> = {
  log_loss:
    'the number of targets; with class weights the sum of the weights of the true classes. Ignored targets do not count',
  kl_divergence:
    'the number of all elements, rows times classes: not what a KL divergence is divided by',
  ctc: 'the length of each target, then the number of sequences',
  multi_margin: 'the number of classes within each row, then the number of rows',
  multilabel_margin: 'the number of classes within each row, then the number of rows',
  triplet: 'the number of triplets',
  cosine: 'the number of pairs',
};

/** What a loss divides by as it is written; undefined where nothing is divided. */
export function dividesText(
  { parameters }: LossUse,
  { library, loss, takes }: LossName,
  hasMean: boolean,
): string | undefined {
  const reduction = String(parameters['reduction'] ?? '');
  if (Object.hasOwn(ofReduction, reduction)) return ofReduction[reduction];
  if (!hasMean) return undefined;
  if (parameters['normalize'] === false) return 'nothing: normalize=False adds up all losses';
  const isElementwise = takes === 'one probability' || takes === 'one logit';
  const own = library === 'torch' && !isElementwise ? ofTorch[loss] : undefined;
  return own ?? libraries[library].divides;
}
