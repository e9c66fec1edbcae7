import { linesText, percent, plural, significant } from '../../shared/text';
import type { GapPart, LossGap, Outcome } from './lossGap';

/** How two models and their gap are named in sentences. */
export interface GapNames {
  readonly models: readonly [string, string];
  /** For example `log loss`. */
  readonly loss: string;
  /** Two classes: what is not given to the true class is given to the wrong one. */
  readonly binary: boolean;
  /** Lines of common samples. */
  readonly linesOf: (samples: readonly number[]) => readonly number[];
}

/** A part smaller than this is left to the table. */
const smallestShare = 0.05;
const maxParts = 3;

/** Accuracies and losses of both models, and which rows the difference comes from. */
export function gapText(gap: LossGap, names: GapNames): string {
  const [first, second] = names.models;
  const losses = `${names.loss} ${significant(gap.meanLoss[0])} for ${first} and ${significant(gap.meanLoss[1])} for ${second}`;
  return `${accuracyText(gap, names)}; ${losses}. ${partsText(gap, names)}`.trimEnd();
}

function accuracyText({ accuracy, parts }: LossGap, { models }: GapNames): string {
  const [first, second] = models;
  const both = parts.find(part => part.right === 'both')?.count ?? 0;
  const same = parts.every(part => part.right === 'both' || part.right === 'neither');
  if (same && both > 0)
    return `${first} and ${second} are right on the same ${plural(both, 'row')}, accuracy ${share(accuracy[0])} for both`;
  if (share(accuracy[0]) === share(accuracy[1]))
    return `${first} and ${second} have the same accuracy, ${share(accuracy[0])}`;
  return `The accuracy is ${share(accuracy[0])} for ${first} and ${share(accuracy[1])} for ${second}`;
}

/** A share with at least two decimals, at most four. */
function share(value: number): string {
  const text = String(Number(value.toFixed(4)));
  return text.length < 4 ? value.toFixed(2) : text;
}

function partsText(gap: LossGap, names: GapNames): string {
  if (!Number.isFinite(gap.gap)) return 'An infinite loss cannot be split.';
  const told = gap.parts.filter(part => Math.abs(part.share) >= smallestShare).slice(0, maxParts);
  if (told.length === 0) return '';
  const makers = told.filter(part => part.share > 0);
  const takers = told.filter(part => part.share < 0);
  const texts = [...makers, ...takers].map((part, i) => partText(part, names, i === 0));
  return `${texts.join('; ')}.`;
}

function partText(part: GapPart, names: GapNames, whole: boolean): string {
  const lines = names.linesOf(part.samples);
  // The lines are only named when none is missing from the list.
  const where =
    lines.length > 0 && part.samples.length === part.count ? ` (${linesText(lines)})` : '';
  const rows = `${rowsText(part, names.models)}${where}`;
  const amount = percent(Math.abs(part.share), 0);
  const head =
    part.share < 0
      ? `${amount} is taken off again by ${rows}`
      : `${amount}${whole ? ' of the gap comes' : ''} from ${rows}`;
  return `${head}${confidenceText(part, names)}`;
}

const outcomeTexts: Readonly<Record<Outcome, (first: string, second: string) => string>> = {
  both: () => 'both get right',
  first: first => `only ${first} gets right`,
  second: (_, second) => `only ${second} gets right`,
  neither: () => 'both get wrong',
};

function rowsText({ right, count }: GapPart, [first, second]: readonly [string, string]): string {
  return `the ${plural(count, 'row')} ${outcomeTexts[right](first, second)}`;
}

/** How sure both are, the one that loses more first. */
function confidenceText(part: GapPart, { models, binary }: GapNames): string {
  if (part.probability === null) return '';
  const wrong = part.right === 'neither' && binary;
  const sure = part.probability.map(p => percent(wrong ? 1 - p : p));
  const order = part.gap >= 0 ? ([1, 0] as const) : ([0, 1] as const);
  const [a, b] = order;
  return wrong
    ? `, where ${models[a]} is ${sure[a]} sure of the wrong answer and ${models[b]} ${sure[b]}`
    : `, where ${models[a]} gives the true class ${sure[a]} on average and ${models[b]} ${sure[b]}`;
}

/** The outcome as a table names it. */
export function outcomeName(right: Outcome, [first, second]: readonly [string, string]): string {
  const names = {
    both: 'both right',
    first: `only ${first} right`,
    second: `only ${second} right`,
  };
  return right === 'neither' ? 'both wrong' : names[right];
}
