import type { FindingId } from '../../shared/findingId';
import type { Finding } from '../../shared/lossReport';
import { listed, percent, plural, readable } from '../../shared/text';

/** What a finding is called in at most eight words, and said in one sentence of at most three numbers. */
export interface FindingWords {
  readonly title: string;
  readonly brief: string;
}

type Words = (said: Said) => FindingWords;

/** A finding's evidence, whose fields each detector sets. */
class Said {
  readonly finding: Finding;

  constructor(finding: Finding) {
    this.finding = finding;
  }

  get model(): string {
    return this.text('model');
  }

  text(field: string): string {
    const value = this.finding.evidence[field];
    return typeof value === 'string' ? value : 'the model';
  }

  value(field: string): number {
    const value = this.finding.evidence[field];
    return typeof value === 'number' ? value : Number.NaN;
  }

  number(field: string): string {
    return readable(this.value(field), 3);
  }

  share(field: string): string {
    return percent(this.value(field), 0);
  }

  list(field: string): readonly string[] {
    const value = this.finding.evidence[field];
    return Array.isArray(value) ? value.map(String) : [];
  }

  numbers(field: string): readonly number[] {
    const value = this.finding.evidence[field];
    return Array.isArray(value) ? value.map(Number) : [];
  }

  /** The finding's own first sentence. */
  get opening(): string {
    return /^.*?[.:](?= [A-Z]|$)/.exec(this.finding.text)?.[0] ?? this.finding.text;
  }
}

const opening =
  (title: string): Words =>
  said => ({ title, brief: said.opening });

const words: Readonly<Record<FindingId, Words>> = {
  'errors-cancel': said => ({
    title: 'Opposite errors cancel in the sum',
    brief: `They add up to ${said.number('sum')}, though each is off by ${said.number('mae')} on average.`,
  }),
  'few-rows-dominate': fewRowsWords,
  'one-output-dominates': said => ({
    title: 'One output makes most of the loss',
    brief: `${said.text('output')} carries ${said.share('share')} of the loss of ${said.number('outputs')} outputs.`,
  }),
  'single-prediction': opening('One prediction costs its squared error'),
  'cost-of-a-probability': opening('Doubting the true class is what costs'),
  bias: said => ({
    title: `Predictions are too ${said.value('meanError') > 0 ? 'high' : 'low'} on average`,
    brief: `${said.model} is ${readable(Math.abs(said.value('meanError')), 3)} too ${said.value('meanError') > 0 ? 'high' : 'low'}, which makes ${said.share('shareOfMse')} of its squared error.`,
  }),
  'scale-factor': said => ({
    title: 'Predictions are off by a factor',
    brief: `Multiplied by ${said.number('factor')}, the predictions of ${said.model} would fit the targets.`,
  }),
  'shifted-rows': said => ({
    title: 'Predictions belong to other rows',
    brief: `${said.model} fits the rows ${plural(Math.abs(said.value('shift')), 'place')} ${said.value('shift') > 0 ? 'above' : 'below'} better than its own.`,
  }),
  'constant-output': opening('The same answer on every row'),
  'perfect-model': said => ({
    title: 'Too good to be true',
    brief: `${said.model} is exactly right on all ${plural(said.value('rows'), 'row')}: is its column a copy of the target?`,
  }),
  'duplicated-rows': said => ({
    title: 'Some rows are there twice',
    brief: `${plural(said.value('rows'), 'row')} of ${said.model} repeat an earlier one digit for digit.`,
  }),
  'worse-than-baseline': said => ({
    title: 'Always guessing the same does better',
    brief: `${said.model} costs ${said.number('value')} on average, the best constant ${said.number('baseline')}.`,
  }),
  'worse-than-naive': said => ({
    title: 'The last known value does better',
    brief: `From horizon ${said.number('horizon')} on, ${said.model} has a squared error of ${said.number('loss')}, the last known value ${said.number('naive')}.`,
  }),
  'only-wrong-rows': opening('Not a single row is right'),
  'inverted-probabilities': opening('The two classes look exchanged'),
  'permuted-classes': said => ({
    title: 'Classes look exchanged',
    brief: `Put back, the accuracy of ${said.model} would be ${said.share('accuracyAfter')} instead of ${said.share('accuracy')}.`,
  }),
  'labels-from-1': said => ({
    title: 'Labels are off by one',
    brief: `Counted from the same number, accuracy would be ${said.share('accuracyAfter')} instead of ${said.share('accuracy')}.`,
  }),
  'classes-never-predicted': said => ({
    title: 'Some classes are never predicted',
    brief: `${said.model} never says ${listed(said.list('classes').slice(0, 3))}${said.list('classes').length > 3 ? ' and others' : ''}: ${plural(said.value('rows'), 'row')} are wrong for that alone.`,
  }),
  'certainly-wrong': said => ({
    title: 'Certain and wrong costs infinitely much',
    brief: `${said.model} gives the true class no chance at all on ${plural(said.value('rows'), 'row')}.`,
  }),
  overconfident: said => ({
    title: 'Surer than it should be',
    brief: `${said.model} is ${said.share('confidence')} sure on average and right on ${said.share('accuracy')}.`,
  }),
  underconfident: said => ({
    title: 'Right more often than it says',
    brief: `${said.model} is ${said.share('confidence')} sure on average and right on ${said.share('accuracy')}.`,
  }),
  'confused-classes': said => ({
    title: 'Two classes are taken for each other',
    brief: `${listed(said.list('classes'))} make ${said.number('rows')} of the ${said.number('wrong')} errors of ${said.model}.`,
  }),
  'accurate-but-costly': said => ({
    title: 'More accurate, yet no better than guessing',
    brief: `${said.model} is right on ${said.share('accuracy')}, but its log loss, ${said.number('logLoss')}, is not below the ${said.number('baseline')} of the class shares.`,
  }),
  'same-accuracy-different-loss': said => {
    const [first, second] = said.list('models');
    const [low, high] = said.numbers('loss');
    const ratio = high! / low!;
    const title = 'Same accuracy, very different loss';
    const measure = said.text('metric') === 'brier' ? 'the Brier score' : 'the log loss';
    if (said.finding.evidence['told'] !== true)
      return {
        title,
        brief: `On these rows ${second} costs ${readable(ratio, 2)} times as much as ${first} by ${measure}, but they cannot tell the two apart.`,
      };
    return {
      title,
      brief: Number.isFinite(ratio)
        ? `${second} costs ${readable(ratio, 2)} times as much as ${first} by ${measure}: being sure of a wrong answer costs most.`
        : `${second} costs infinitely much: it is certain of a wrong answer.`,
    };
  },
  'identical-models': said => ({
    title: 'Two models are one and the same',
    brief: `${listed(said.list('models').slice(0, 3))} give the same output on every row.`,
  }),
  'outlier-sensitive-loss': said => ({
    title: 'A few rows decide the comparison',
    brief: `Without ${plural(said.value('rows'), 'row')}, ${said.text('byAbsoluteError')} would have the smaller squared error too.`,
  }),
  'percent-as-probabilities': said => ({
    title: 'Percent values stand for probabilities',
    brief: `${said.model} holds ${said.number('example')}; divided by 100 the log loss would be ${said.number('logLossAfter')}.`,
  }),
  'logits-as-probabilities': said => ({
    title: 'Scores before the sigmoid or softmax',
    brief: `${said.model} holds ${said.number('example')}; read as logits the log loss would be ${said.number('logLossAfter')}.`,
  }),
  'weak-slice': said => ({
    title: 'One group costs more',
    brief: `Where ${said.text('text')}, a row of ${said.model} costs ${said.number('loss')}, elsewhere ${said.number('rest')}.`,
  }),
  diverged: opening('The training diverged'),
  'too-short': opening('The log is too short'),
  underfitting: opening('The model never learned'),
  overfitting: opening('Overfitting'),
  overconfidence: opening('It grows too sure of itself'),
  unstable: opening('The training is unstable'),
  plateau: opening('It stopped at a high loss'),
  improving: opening('Still improving'),
  healthy: opening('Healthy'),
};

function fewRowsWords(said: Said): FindingWords {
  const { evidence } = said.finding;
  if ('ratio' in evidence)
    return {
      title: 'A large error costs far more',
      brief: `${said.number('ratio')} times the error costs ${readable(said.value('ratio') ** 2, 3)} times as much when it is squared.`,
    };
  const [share, loss] =
    'squaredShare' in evidence
      ? (['squaredShare', 'squared error'] as const)
      : (['logLossShare', 'log loss'] as const);
  return {
    title: 'A few rows carry the loss',
    brief: `${said.number('rows')} of ${said.number('of')} rows make ${said.share(share)} of the ${loss} of ${said.model}.`,
  };
}

/** The finding with its title and its sentence. */
export function withWords(finding: Finding): Finding {
  return { ...finding, ...words[finding.id](new Said(finding)) };
}
