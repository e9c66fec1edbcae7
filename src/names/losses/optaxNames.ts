import { calls, type NameTable } from './lossName';

/** Half of the square, which only optax has under a name of its own. */
const halves: NameTable = { ...calls('optax', [['l2_loss', 'mse', 'numbers']]), factor: 0.5 };

/** optax and optax.losses. */
export const optaxNames: readonly NameTable[] = [
  halves,
  calls('optax', [
    ['squared_error', 'mse', 'numbers'],
    ['huber_loss', 'huber', 'numbers', '_ _ delta:huberDelta=1'],
    ['log_cosh', 'log_cosh', 'numbers'],
    ['softmax_cross_entropy safe_softmax_cross_entropy', 'log_loss', 'a logit per class'],
    ['softmax_cross_entropy_with_integer_labels', 'log_loss', 'a logit per class'],
    ['sigmoid_binary_cross_entropy', 'log_loss', 'one logit'],
    ['sigmoid_focal_loss', 'focal', 'one logit', '_ _ alpha gamma:focalGamma=2'],
    ['poly_loss_cross_entropy', 'poly', 'a logit per class', '_ _ epsilon'],
    ['hinge_loss', 'hinge', 'margins'],
    ['multiclass_hinge_loss', 'hinge', 'margins per class'],
    ['perceptron_loss', 'perceptron', 'margins'],
    ['kl_divergence', 'kl_divergence', 'log-probabilities'],
    ['cosine_similarity', 'cosine', 'two embeddings'],
    ['cosine_distance', 'cosine', 'two embeddings'],
    ['ctc_loss', 'ctc', 'log-probabilities per step', '| blank_id'],
    ['ranking_softmax_loss', 'listwise_ranking', 'scores'],
  ]),
];
