import { Draws } from './draws.mjs';
import { classifier, regression } from './samples.mjs';

/** Errors by name, with the mean of their size and of their square. */
export const errors = {
  normal: { draw: d => d.normal(), size: Math.sqrt(2 / Math.PI), square: 1 },
  'lognormal (0.5)': {
    draw: d => Math.exp(0.5 * d.normal()),
    size: Math.exp(0.125),
    square: Math.exp(0.5),
  },
  'lognormal (1)': { draw: d => Math.exp(d.normal()), size: Math.exp(0.5), square: Math.exp(2) },
  Laplace: { draw: d => d.laplace(), size: 1, square: 2 },
  "Student's t, 5": { draw: d => d.student(5), size: sizeOfStudent(5), square: 5 / 3 },
  "Student's t, 3": { draw: d => d.student(3), size: sizeOfStudent(3), square: 3 },
};

/** Mean of |t|: 2 sqrt(v) Gamma((v + 1) / 2) / (sqrt(pi) (v - 1) Gamma(v / 2)). */
function sizeOfStudent(v) {
  const gammas = { 3: 1 / (Math.sqrt(Math.PI) / 2), 5: 2 / ((3 * Math.sqrt(Math.PI)) / 4) };
  return (2 * Math.sqrt(v) * gammas[v]) / (Math.sqrt(Math.PI) * (v - 1));
}

const regressions = Object.entries(errors).flatMap(([name, { draw, size, square }]) => [
  { name: `${name} errors, MAE`, metric: 'mae', truth: size, draw: oneModel(draw) },
  { name: `${name} errors, MSE`, metric: 'mse', truth: square, draw: oneModel(draw) },
]);

function oneModel(draw) {
  return (d, n) => regression([Float64Array.from({ length: n }, () => draw(d))]);
}

const shapesOfProbability = [
  [0.5, 2],
  [0.2, 4],
  [0.1, 1],
  [0.1, 4],
  [0.05, 1],
  [0.05, 4],
  [0.02, 1],
  [0.02, 4],
  [0.01, 1],
];

/** Mean losses of a calibrated model, by the entropy and the variance of its probabilities. */
function calibrated([mean, concentration]) {
  const d = new Draws(77);
  const many = 1_000_000;
  let [entropy, variance] = [0, 0];
  for (let i = 0; i < many; i++) {
    const p = d.beta(mean, concentration);
    entropy -= p * Math.log(p) + (1 - p) * Math.log1p(-p);
    variance += p * (1 - p);
  }
  const name = `calibrated, ${100 * mean} % positive${concentration === 1 ? ', sharp' : ''}`;
  const draw = (draws, n) =>
    classifier(
      draws,
      Array.from({ length: n }, () => draws.beta(mean, concentration)),
      [p => p],
    );
  return [
    { name: `${name}, log loss`, metric: 'log_loss', truth: entropy / many, draw },
    { name: `${name}, Brier`, metric: 'brier', truth: variance / many, draw },
  ];
}

const accuracies = [0.7, 0.8, 0.9, 0.95].map(share => ({
  name: `accuracy ${share}`,
  metric: 'accuracy',
  truth: share,
  draw: (d, n) => classifier(d, Array(n).fill(share), [() => 0.9]),
}));

export const singles = [...regressions, ...shapesOfProbability.flatMap(calibrated), ...accuracies];
