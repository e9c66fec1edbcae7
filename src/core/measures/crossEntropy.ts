import type { Parameters } from '../../shared/metricId';
import { significant } from '../../shared/text';
import { extent } from '../statistics/extent';
import { type Fill, fillLength } from '../statistics/fill';
import { sumOf } from '../statistics/sum';
import type { Bounds } from '../statistics/topOf';
import type { ClassView } from './classView';
import { classWeightsOf } from './classWeights';
import { clippedVariants } from './clippedVariants';
import { countWhere } from './domain';
import { meanOfFilled, meanOfSamples } from './meanOfSamples';
import type { Measured } from './measured';
import type { SampleLoss } from './sampleLoss';
import { meanOfSum } from './totalWeight';

/**
 * Loss of sample i under label smoothing a and class weights v:
 * (1 - a) v_y (-ln p_y) + (a / K) sum over k of v_k (-ln p_k), as PyTorch's CrossEntropyLoss.
 */
export function entropyOfSample(view: ClassView, parameters: Parameters): SampleLoss | null {
  const { cost, costOfTruth } = view.outputs;
  if (costOfTruth === undefined || cost === undefined) return null;
  if (isPlain(parameters)) return costOfTruth;
  const weights = classWeightsOf(view.classes, parameters) ?? view.classes.map(() => 1);
  const smoothing = parameters.labelSmoothing;
  const share = smoothing / weights.length;
  return i => {
    const truth = view.target[i]!;
    let spread = 0;
    if (smoothing > 0) for (let k = 0; k < weights.length; k++) spread += weights[k]! * cost(k, i);
    return (1 - smoothing) * weights[truth]! * cost(truth, i) + share * spread;
  };
}

/** Mean of the sample losses; with class weights it is divided by the weights of the true classes. */
export function crossEntropy(view: ClassView, parameters: Parameters): Measured {
  const loss = entropyOfSample(view, parameters);
  if (loss === null) return null;
  const measured = isPlain(parameters) ? meanCost(view) : classWeightedMean(view, loss, parameters);
  if (measured === null || 'undefined' in measured || Number.isFinite(measured.value)) {
    return measured;
  }
  return { value: measured.value, note: infiniteNote(view) };
}

/** Mean of -ln of the true class's probability, without smoothing and class weights; remembered by the view. */
export function meanCost(view: ClassView): Measured {
  const { costOfTruth, blocks } = view.outputs;
  if (costOfTruth === undefined) return null;
  return blocks === undefined
    ? view.memo.get('mean cost', () => meanOfSamples(view, costOfTruth))
    : costsOf(view, blocks.cost).mean;
}

/** What the losses of a view's samples do not exceed, where that is known. */
export function entropyBounds(view: ClassView, parameters: Parameters): Bounds | undefined {
  const cost = entropyBlock(view, parameters);
  return cost === null ? undefined : costsOf(view, cost).bounds;
}

function costsOf(
  view: ClassView,
  cost: Fill,
): { readonly mean: Measured; readonly bounds: Bounds } {
  return view.memo.get('costs', () => {
    const largest = new Float64Array(Math.ceil(view.n / fillLength)).fill(Number.POSITIVE_INFINITY);
    const watched: Fill = (from, out) => {
      cost(from, out);
      largest[from / fillLength] = extent(out)[1];
    };
    return { mean: meanOfFilled(view, watched), bounds: { length: fillLength, largest } };
  });
}

/** `entropyOfSample` of many samples at once. */
export function entropyBlock(view: ClassView, parameters: Parameters): Fill | null {
  return isPlain(parameters) ? (view.outputs.blocks?.cost ?? null) : null;
}

function isPlain({ labelSmoothing, classWeights }: Parameters): boolean {
  return labelSmoothing === 0 && classWeights === undefined;
}

function classWeightedMean(view: ClassView, loss: SampleLoss, parameters: Parameters): Measured {
  const { n, weight, target } = view;
  const w = weight === undefined ? () => 1 : (i: number) => weight[i]!;
  const weights = classWeightsOf(view.classes, parameters) ?? view.classes.map(() => 1);
  const total = sumOf(n, i => w(i) * weights[target[i]!]!);
  const mean = meanOfSum(view, () => sumOf(n, i => w(i) * loss(i)));
  if (mean === null || 'undefined' in mean) return mean;
  if (total === 0) return { undefined: 'the weights of all true classes are zero' };
  return { value: sumOf(n, i => (w(i) === 0 ? 0 : w(i) * loss(i))) / total };
}

function infiniteNote(view: ClassView): string {
  const { costOfTruth } = view.outputs;
  const rows = countWhere(
    view,
    i => costOfTruth?.(i) === Number.POSITIVE_INFINITY,
    'row gives its true class the probability 0',
    'rows give their true class the probability 0',
  );
  const others = clippedVariants(view).map(
    ({ library, value }) => `${library} ${significant(value)}`,
  );
  return `${rows ?? 'a class has the probability 0'}; clipping libraries print: ${others.join(', ')}`;
}
