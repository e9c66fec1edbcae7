import { costOfTruth } from '../code/classRecipes';
import { numpyMean, wrapped } from '../code/recipe';
import { meanCost } from '../measures/crossEntropy';
import { klDivergence } from '../measures/klDivergence';
import { mapped } from '../measures/measured';
import type { Family } from './metricDefinition';

/** How much the truth, or a model, surprises. */
export const informationMetrics: Family<'perplexity' | 'kl_divergence'> = {
  perplexity: {
    measures: 'classes',
    name: 'Perplexity',
    formula: 'e^(mean of -ln p_true)',
    tasks: ['binary', 'multiclass'],
    direction: 'lower',
    parameters: [],
    baseline: 'frequencies',
    tex: String.raw`e^{\frac{1}{n} \sum -\ln p_y}`,
    range: '1 and above, infinite allowed',
    perfect: 1,
    measure: view => mapped(meanCost(view), Math.exp),
    sample: null,
    kind: 'score',
    interval: { of: 'log_loss', map: Math.exp, bare: true },
    code: context => [wrapped(numpyMean(costOfTruth(context), context), 'np.exp(', ')')],
    note: 'The exponential of the log loss without smoothing and class weights: the number of equally likely classes that is as hard to guess.',
    source: 'definition',
  },
  kl_divergence: {
    measures: 'models',
    name: 'KL divergence from the first model',
    tasks: ['binary', 'multiclass'],
    formula: 'mean over rows of the sum over classes of p_k ln(p_k / q_k), q from the first model',
    tex: String.raw`\frac{1}{n} \sum \sum_k p_k \ln \frac{p_k}{q_k}`,
    direction: 'zero',
    range: '0 and above, infinite allowed',
    perfect: null,
    parameters: [],
    measure: klDivergence,
    baseline: null,
    kind: 'log',
    interval: 'none',
    code: context => [
      numpyMean(
        context.binary
          ? 'rel_entr(y_prob, first_prob) + rel_entr(1 - y_prob, 1 - first_prob)'
          : 'rel_entr(y_prob, first_prob).sum(axis=1)',
        context,
        'from scipy.special import rel_entr',
      ),
    ],
    note: 'p is this model, q the first one, over the rows that both have. PyTorch kl_div takes ln q first and divides by all elements unless reduction="batchmean".',
    source: 'scipy.special.rel_entr',
  },
};
