import { Draws } from '../coverage/draws.mjs';

const sizes = [30, 100, 400];
const lineOf = row => row + 2;
const column = (name, values) => ({ name, values: Float64Array.from(values) });
const labels = (name, names, codes) => ({ name, labels: names, codes: Int32Array.from(codes) });

function regression(target, models) {
  return {
    task: 'regression',
    rows: target.length,
    lineOf,
    target: column('target', target),
    models: Object.entries(models).map(([name, values]) => ({
      name,
      prediction: column(name, values),
    })),
  };
}

const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const sizeOf = seed => sizes[seed % sizes.length];

/** Tables of unbiased, calibrated models by a seed: nothing in them is worth a finding. */
export const cleanTables = {
  'unbiased predictions of normal targets': seed => {
    const draws = new Draws(seed);
    const target = times(sizeOf(seed), () => 50 + 10 * draws.normal());
    return regression(target, { model: target.map(y => y + 4 * draws.normal()) });
  },
  'unbiased predictions of skewed targets': seed => {
    const draws = new Draws(seed);
    const target = times(sizeOf(seed), () => Math.exp(3 + 0.7 * draws.normal()));
    return regression(target, { model: target.map(y => y + 5 * draws.normal()) });
  },
  'two equally good regressors': seed => {
    const draws = new Draws(seed);
    const target = times(sizeOf(seed), () => 50 + 10 * draws.normal());
    const noisy = () => target.map(y => y + 4 * draws.normal());
    return regression(target, { one: noisy(), other: noisy() });
  },
  'a calibrated classifier of two classes': seed => {
    const draws = new Draws(seed);
    const p = times(sizeOf(seed), () => 1 / (1 + Math.exp(-1.5 * draws.normal())));
    const y = p.map(q => Number(draws.uniform() < q));
    return {
      task: 'binary',
      rows: p.length,
      lineOf,
      classes: ['no', 'yes'],
      target: labels('target', ['no', 'yes'], y),
      models: [{ name: 'model', probability: column('model', p) }],
    };
  },
  'a calibrated classifier of four classes': seed => {
    const draws = new Draws(seed);
    const classes = ['a', 'b', 'c', 'd'];
    const rows = times(sizeOf(seed), () => softmax(classes.map(() => 2 * draws.normal())));
    return {
      task: 'multiclass',
      rows: rows.length,
      lineOf,
      classes,
      target: labels(
        'target',
        classes,
        rows.map(p => drawn(p, draws.uniform())),
      ),
      models: [
        {
          name: 'model',
          probabilities: classes.map((name, k) =>
            column(
              name,
              rows.map(p => p[k]),
            ),
          ),
        },
      ],
    };
  },
};

function softmax(scores) {
  const weights = scores.map(Math.exp);
  const sum = weights.reduce((total, x) => total + x, 0);
  return weights.map(x => x / sum);
}

function drawn(p, u) {
  let sum = 0;
  for (const [k, share] of p.entries()) {
    sum += share;
    if (u < sum) return k;
  }
  return p.length - 1;
}
