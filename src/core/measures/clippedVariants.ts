import type { ClassView } from './classView';
import { meanOfSamples } from './meanOfSamples';

/** What a library prints for the log loss of these rows. */
export interface ClippedVariant {
  readonly library: string;
  /** How it keeps the logarithm finite. */
  readonly rule: string;
  readonly value: number;
}

interface Clip {
  readonly library: string;
  readonly rule: string;
  readonly cost: (probability: number) => number;
  /** Divides the probabilities of several classes by their sum first. */
  readonly renormalises: boolean;
}

const clippedAt = (epsilon: number) => (probability: number) =>
  -Math.log(Math.min(1 - epsilon, Math.max(epsilon, probability)));

/** The clips of the libraries, from their sources. */
export const clips: readonly Clip[] = [
  {
    library: 'scikit-learn',
    rule: 'p clipped at 2.22e-16',
    cost: clippedAt(Number.EPSILON),
    renormalises: true,
  },
  {
    library: 'Keras',
    rule: 'p clipped at 1e-7',
    cost: clippedAt(1e-7),
    renormalises: true,
  },
  {
    library: 'PyTorch',
    rule: 'ln p clamped at -100',
    cost: probability => Math.min(100, 0 - Math.log(probability)),
    renormalises: false,
  },
  {
    library: 'XGBoost',
    rule: 'p clipped at 1e-16',
    cost: probability => 0 - Math.log(Math.max(1e-16, probability)),
    renormalises: false,
  },
  {
    library: 'LightGBM',
    rule: 'p clipped at 1e-15',
    cost: clippedAt(1e-15),
    renormalises: false,
  },
];

/** Log loss of a classifier's rows as clipping libraries print it; empty without probabilities. */
export function clippedVariants(view: ClassView): readonly ClippedVariant[] {
  const { probability, ofTruth } = view.outputs;
  if (probability === undefined || ofTruth === undefined) return [];
  const share = (i: number) => {
    let sum = 0;
    for (let k = 0; k < view.classes.length; k++) sum += probability(k, i);
    return ofTruth(i) / sum;
  };
  return clips.flatMap(({ library, rule, cost, renormalises }) => {
    const chance = renormalises && !view.binary ? share : ofTruth;
    const measured = meanOfSamples(view, i => cost(chance(i)));
    return measured !== null && 'value' in measured
      ? [{ library, rule, value: measured.value }]
      : [];
  });
}
