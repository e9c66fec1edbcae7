import { Draws } from './draws.mjs';
import { classifier, regression } from './samples.mjs';
import { errors } from './singles.mjs';

const logit = p => Math.log(p / (1 - p));
const sigmoid = z => Math.min(1 - 1e-12, Math.max(1e-12, 1 / (1 + Math.exp(-z))));

/** Equal: both have errors of the same shape. Unequal: those of the second are 1.4 times as large. */
const regressions = Object.entries(errors).flatMap(([name, { draw, square }]) => {
  const both = (times, d, n) => {
    const of = scale => Float64Array.from({ length: n }, () => scale * draw(d));
    return regression([of(1), of(times)]);
  };
  return [
    { name: `${name} errors, MSE`, metric: 'mse', truth: 0, draw: (d, n) => both(1, d, n) },
    {
      name: `${name} errors, MSE, the second 1.4 times as wide`,
      metric: 'mse',
      truth: square - 1.96 * square,
      draw: (d, n) => both(1.4, d, n),
    },
  ];
});

const rare = [
  [0.5, 4],
  [0.2, 4],
  [0.1, 1],
  [0.05, 1],
  [0.05, 4],
  [0.02, 4],
  [0.01, 1],
];

const chances = (d, [mean, concentration], n) =>
  Array.from({ length: n }, () => d.beta(mean, concentration));

/** Both see the true logit through noise of their own, of the same size. */
const noisy = rare.map(shape => ({
  name: `${100 * shape[0]} % positive${shape[1] === 1 ? ', sharp' : ''}, equal noise, log loss`,
  metric: 'log_loss',
  truth: 0,
  draw: (d, n) => {
    const seen = p => sigmoid(logit(p) + 0.5 * d.normal());
    return classifier(d, chances(d, shape, n), [seen, seen]);
  },
}));

/** One too sure, one so unsure that it costs as much. */
const scaled = rare.map(shape => {
  const d = new Draws(99);
  const many = chances(d, shape, 200_000);
  const cost = scale => {
    let sum = 0;
    for (const p of many) {
      const q = sigmoid(scale * logit(p));
      sum -= p * Math.log(q) + (1 - p) * Math.log1p(-q);
    }
    return sum;
  };
  const wanted = cost(1.4);
  let [low, high] = [0.05, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (cost(middle) > wanted) low = middle;
    else high = middle;
  }
  return {
    name: `${100 * shape[0]} % positive${shape[1] === 1 ? ', sharp' : ''}, too sure and too unsure, log loss`,
    metric: 'log_loss',
    truth: 0,
    draw: (draws, n) => {
      const at = Array.from({ length: n }, () => many[Math.floor(draws.uniform() * many.length)]);
      return classifier(draws, at, [p => sigmoid(1.4 * logit(p)), p => sigmoid(low * logit(p))]);
    },
  };
});

/** A calibrated model against one that is too unsure. */
const unsure = rare.map(shape => {
  const d = new Draws(55);
  const many = chances(d, shape, 400_000);
  const gap = p => {
    const q = sigmoid(0.6 * logit(p));
    return p * Math.log(q / p) + (1 - p) * (Math.log1p(-q) - Math.log1p(-p));
  };
  return {
    name: `${100 * shape[0]} % positive${shape[1] === 1 ? ', sharp' : ''}, calibrated and too unsure, log loss`,
    metric: 'log_loss',
    truth: many.reduce((sum, p) => sum + gap(p), 0) / many.length,
    draw: (draws, n) => {
      const at = Array.from({ length: n }, () => many[Math.floor(draws.uniform() * many.length)]);
      return classifier(draws, at, [p => p, p => sigmoid(0.6 * logit(p))]);
    },
  };
});

/** Labels right with the given shares, independently. */
const accuracies = [
  [0.9, 0.9],
  [0.7, 0.7],
  [0.95, 0.85],
  [0.8, 0.7],
].map(([a, b]) => ({
  name: `accuracies ${a} and ${b}`,
  metric: 'accuracy',
  truth: a - b === 0 ? 0 : a - b,
  draw: (d, n) => {
    const right = share => () => (d.uniform() < share ? 0.9 : 0.1);
    return classifier(d, Array(n).fill(1), [right(a), right(b)]);
  },
}));

export const pairs = [...regressions, ...noisy, ...scaled, ...unsure, ...accuracies];
