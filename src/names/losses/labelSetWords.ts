import type { MultilabelIdea } from './lossIdea';
import type { LossWords } from './wordsOfLoss';

/** Of one share, in the three ways of averaging it. */
function averaged(what: string): Readonly<Record<'micro' | 'macro' | 'samples', LossWords>> {
  return {
    micro: {
      punishes: `${what}, over all labels in one: frequent labels decide.`,
      otherwise:
        'Choose the macro average when a rare label has to count as much as a frequent one.',
    },
    macro: {
      punishes: `${what}, label by label: a rare label counts as much as a frequent one.`,
      otherwise: 'Choose the micro average when every decision has to count the same.',
    },
    samples: {
      punishes: `${what}, row by row: every row counts the same, however many labels it has.`,
      otherwise: 'Choose the macro average to see which labels are missed.',
    },
  };
}

const precision = averaged('False alarms as a share of what was predicted');
const recall = averaged('Missed labels as a share of what is true');
const f1 = averaged('False alarms and missed labels together');

/** Losses and scores of rows with any number of labels. */
export const labelSetWords: Readonly<Record<MultilabelIdea, LossWords>> = {
  hamming_loss: {
    punishes: 'Wrong labels one by one, also where a row has several.',
    otherwise: 'Choose the subset accuracy when all labels of a row have to be right.',
  },
  subset_accuracy: {
    punishes: 'Any wrong label of a row, as much as all of them.',
    otherwise: 'Choose Hamming loss when nearly right is worth something.',
  },
  jaccard: {
    punishes:
      'False alarms and missed positives as a share of everything that is or was said positive.',
    otherwise: 'Choose F1 (Dice) for a milder scale: both order models alike on one image.',
  },
  ranking_loss: {
    punishes: 'The share of pairs of a true and a false label in the wrong order.',
    otherwise: 'Choose Hamming loss when labels are decided, not ranked.',
  },
  lrap: {
    punishes: 'False labels that are ranked above true ones, most of all at the top.',
    otherwise: 'Choose the label ranking loss when every pair counts the same.',
  },
  coverage_error: {
    punishes: 'How far down the list of labels one must go to have all true ones.',
    otherwise: 'Choose the label ranking loss, which is relative.',
  },
  precision_micro: precision.micro,
  recall_micro: recall.micro,
  f1_micro: f1.micro,
  precision_macro: precision.macro,
  recall_macro: recall.macro,
  f1_macro: f1.macro,
  precision_samples: precision.samples,
  recall_samples: recall.samples,
  f1_samples: f1.samples,
};
