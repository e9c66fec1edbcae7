import type { Figure, FigureOptions, LineMark, Tone } from '../../src/shared/figure';
import type { FigureId } from '../../src/shared/figureId';
import { modelFindingIds } from '../../src/shared/findingId';
import type { LossReport, ModelReport, WorstRow } from '../../src/shared/lossReport';
import type { BuiltInId, MetricId } from '../../src/shared/metricId';
import { defaultParameters } from '../../src/shared/metricId';
import type {
  Answer,
  Inspection,
  MetricInfo,
  Question,
} from '../../src/shared/protocol/inspection';

/** Inspections and answers for the page alone, made without the engine. */

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
}

const rows = 120;
const next = random(7);
const target = Float64Array.from({ length: rows }, () => 150 + 60 * normal(next));
const ridge = target.map(value => value + 8 + 38 * normal(next));
const forest = target.map((value, i) => value + (i % 40 === 7 ? 190 : 24 * normal(next)));

const info = (
  id: MetricId,
  name: string,
  formula: string,
  direction: MetricInfo['direction'] = 'lower',
): MetricInfo => ({
  id,
  name,
  formula,
  mathml: `<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mi>n</mi></mfrac><mo>&#8721;</mo><msup><mrow><mo>(</mo><mover><mi>y</mi><mo>^</mo></mover><mo>-</mo><mi>y</mi><mo>)</mo></mrow><mn>2</mn></msup></math>`,
  direction,
  range: direction === 'higher' ? '-infinite to 1' : '0 to infinite',
  ofRows: true,
  note: 'No factor of one half. optax calls half of this l2_loss.',
  source: 'scikit-learn',
  punishes: 'Twice the error costs four times as much.',
  otherwise: 'Choose MAE when a few outliers should not decide.',
  example: '204.1 for 151 costs 2820.',
  called: ['PyTorch MSELoss'],
});

const regressionMetrics: readonly MetricInfo[] = [
  info('mae', 'MAE', 'mean of |prediction - target|'),
  info('rmse', 'RMSE', 'root of the mean of (prediction - target)^2'),
  info('mse', 'MSE', 'mean of (prediction - target)^2'),
  info('medae', 'Median absolute error', 'median of |prediction - target|'),
  info('mean_error', 'Mean error (bias)', 'mean of prediction - target', 'zero'),
  info('r2', 'R2', '1 - sum of squares of errors / sum of squares of target', 'higher'),
  info('msle', 'MSLE', 'mean of (ln(1 + prediction) - ln(1 + target))^2'),
  info('huber', 'Huber', 'half e^2 within delta, linear beyond'),
  info('max_error', 'Largest error', 'max |e|'),
];

function values(prediction: Float64Array): Partial<Record<BuiltInId, number>> {
  const errors = prediction.map((p, i) => p - target[i]!);
  const mean = (f: (e: number) => number): number =>
    errors.reduce((sum, e) => sum + f(e), 0) / errors.length;
  const mse = mean(e => e * e);
  const centre = target.reduce((a, b) => a + b, 0) / rows;
  const variance = target.reduce((sum, t) => sum + (t - centre) ** 2, 0) / rows;
  const sorted = errors.map(Math.abs).sort();
  return {
    mse,
    rmse: Math.sqrt(mse),
    mae: mean(Math.abs),
    mean_error: mean(e => e),
    medae: (sorted[59]! + sorted[60]!) / 2,
    max_error: sorted.at(-1)!,
    r2: 1 - mse / variance,
    huber: mean(e => (Math.abs(e) <= 1 ? (e * e) / 2 : Math.abs(e) - 0.5)),
  };
}

function worst(prediction: Float64Array): readonly WorstRow[] {
  return Array.from(prediction, (p, row) => ({
    row,
    line: row + 2,
    target: target[row]!,
    prediction: p,
    error: p - target[row]!,
    loss: (p - target[row]!) ** 2,
  }))
    .sort((a, b) => b.loss - a.loss)
    .slice(0, 10);
}

const baseline = { mse: 3800.12, rmse: 61.645, mae: 49.2113, medae: 40.4, mean_error: 0, r2: 0 };
const model = (name: string, prediction: Float64Array): ModelReport => ({
  name,
  split: null,
  n: rows,
  values: values(prediction),
  undefined: { msle: '3 negative targets, first on line 17' },
  worst: worst(prediction),
  baseline,
});

function inspection(report: Partial<LossReport>, rest: Partial<Inspection> = {}): Inspection {
  return {
    id: 1,
    report: {
      schema: 1,
      sources: [{ name: 'diabetes_two_models.csv', format: 'csv', rows: 124, bytes: 5412 }],
      task: 'regression',
      roles: {
        target: 'y_true',
        predictions: ['ridge', 'forest'],
        probabilities: {},
        positive: null,
        classes: null,
        weight: null,
        split: null,
        id: 'id',
        ignored: ['note'],
      },
      skipped: [],
      models: [],
      findings: [],
      notes: [],
      runs: [],
      ...report,
    },
    columns: [
      { name: 'id', kind: 'number', sample: ['1', '2', '3'] },
      { name: 'y_true', kind: 'number', sample: ['151', '75', '141'] },
      { name: 'ridge', kind: 'number', sample: ['204.1', '68.9', '176.2'] },
      { name: 'forest', kind: 'number', sample: ['192.7', '81.0', '160.4'] },
      { name: 'note', kind: 'text', sample: ['ok', 'ok', 'checked twice'] },
    ],
    reason:
      'y_true is the target by its name; ridge and forest are predictions because they are numbers near it.',
    doubt: null,
    choices: {},
    parameters: defaultParameters,
    metrics: regressionMetrics,
    first: ['mae', 'rmse', 'medae', 'mean_error', 'r2', 'msle'],
    figures: [
      {
        id: 'loss-versus-error',
        title: 'Loss against error',
        about: 'What it shows.',
        sharedAxis: 'error',
      },
      { id: 'error-histogram', title: 'Errors', about: 'What it shows.', sharedAxis: 'error' },
      { id: 'predicted-versus-target', title: 'Predicted against target', about: 'What it shows.' },
      { id: 'residuals', title: 'Residuals', about: 'What it shows.' },
      { id: 'loss-budget', title: 'Loss budget', about: 'What it shows.' },
      {
        id: 'winner-by-loss',
        title: 'Does the winner depend on the loss?',
        about: 'What it shows.',
      },
      { id: 'confusion', title: 'Confusion', about: 'What it shows.' },
    ],
    ...rest,
  };
}

export const regression: Inspection = inspection({
  skipped: [
    { model: null, reason: 'missing target', count: 3, lines: [5, 9, 77] },
    { model: null, reason: '"n/a" is not a number in y_true', count: 1, lines: [17] },
  ],
  models: [model('ridge', ridge), model('forest', forest)],
  headline: {
    text: 'ridge and forest cannot be told apart on these 120 rows.',
    detail: 'Typical error 31.2 for ridge, 22.5 for forest.',
    tiles: [model('ridge', ridge), model('forest', forest)].map(one => ({
      model: one.name,
      split: null,
      metric: 'mae' as const,
      name: 'typical error',
      value: one.values.mae!,
      interval: [one.values.mae! * 0.8, one.values.mae! * 1.3] as const,
      baseline: 49.2113,
      against: '40 % better than always guessing the median',
    })),
  },
  findings: [
    {
      id: 'few-rows-dominate',
      title: 'A few rows carry the loss',
      brief: '3 of 120 rows make 74 % of the squared error of forest.',
      text: '3 of 120 rows carry 74.1 % of the squared loss of forest. Without them forest has the lower RMSE.',
      evidence: {},
      weight: 0.9,
      lines: [9, 49, 89],
    },
    {
      id: 'bias',
      text: 'ridge predicts 8.2 too high on average, more than chance explains (95 % interval 1.3 to 15.0).',
      evidence: {},
      weight: 0.5,
    },
    {
      id: 'outlier-sensitive-loss',
      text: 'The better model depends on the loss: forest wins by MAE, ridge by RMSE.',
      evidence: {},
      weight: 0.7,
    },
  ],
  notes: ['Line 17: "n/a" is not a number (row skipped).', 'The column note was left out.'],
});

/** The same while the rest of the file is still being read. */
export const reading: Inspection = {
  ...regression,
  report: { ...regression.report, partial: { rows: 60, bytes: 2706, cancelled: false } },
};

const classMetrics: readonly MetricInfo[] = [
  info('log_loss', 'Log loss', 'mean of -ln p(true class)'),
  info('accuracy', 'Accuracy', 'share of rows with the right label', 'higher'),
  info('brier', 'Brier score', 'mean of (p - y)^2'),
  info('roc_auc', 'ROC AUC', 'area under the ROC curve', 'higher'),
  info('ece', 'Calibration error (ECE)', '10 bins'),
];

export const binary: Inspection = inspection(
  {
    sources: [{ name: 'same_accuracy.csv', format: 'csv', rows: 100, bytes: 1732 }],
    task: 'binary',
    roles: {
      target: 'label',
      predictions: [],
      probabilities: { model_a: ['model_a'], model_b: ['model_b'] },
      positive: '1',
      classes: ['0', '1'],
      weight: null,
      split: null,
      id: null,
      ignored: [],
    },
    models: ['model_a', 'model_b'].map((name, i) => ({
      name,
      split: null,
      n: 100,
      values: {
        log_loss: [0.13779338, 1.22882912][i]!,
        accuracy: 0.9,
        brier: [0.03825, 0.28205][i]!,
        roc_auc: [1, Number.POSITIVE_INFINITY][i]!,
        ece: [0.055, 0.494][i]!,
      },
      undefined: {},
      baseline: { log_loss: 0.69, accuracy: 0.5, brier: 0.25 },
      worst: Array.from({ length: 10 }, (_, row) => ({
        row: 90 + row,
        line: 92 + row,
        target: '1',
        prediction: '0',
        error: null,
        loss: i === 0 ? 0.916 : 6.9077,
        probability: i === 0 ? 0.4 : 0.001,
        region: i === 0 ? ('unsure' as const) : ('confident-wrong' as const),
      })),
    })),
    findings: [
      {
        id: 'same-accuracy-different-loss',
        text: 'Both models are right on 90 of 100 rows, but the log loss of model_b is 8.9 times that of model_a: 55 % of the gap comes from the 10 rows both get wrong, where model_b is 99.9 % sure of the wrong answer.',
        evidence: {},
        weight: 1,
        lines: [92, 93, 94, 95, 96, 97, 98, 99, 100, 101],
      },
    ],
  },
  {
    columns: ['label', 'model_a', 'model_b'].map(name => ({
      name,
      kind: 'number',
      sample: ['1', '0.95'],
    })),
    reason:
      'label holds 0 and 1, so it is the target; model_a and model_b lie between 0 and 1, so they are P(label = 1).',
    metrics: classMetrics,
    first: classMetrics.map(metric => metric.id),
    doubt: {
      question: 'Is model_a the probability of class 1 or of class 0?',
      options: [
        { label: 'Class 1', choices: { positive: '1' } },
        { label: 'Class 0', choices: { positive: '0' } },
      ],
    },
    figures: [
      { id: 'accuracy-versus-loss', title: 'Accuracy against loss', about: 'What it shows.' },
      { id: 'loss-versus-probability', title: 'Loss against probability', about: 'What it shows.' },
      { id: 'confusion', title: 'Confusion', about: 'What it shows.' },
      { id: 'calibration', title: 'Calibration', about: 'What it shows.' },
    ],
  },
);

export const training: Inspection = inspection(
  {
    sources: [{ name: 'overfit_history.csv', format: 'csv', rows: 50, bytes: 2210 }],
    task: 'training',
    models: [],
    runs: [
      {
        name: 'overfit_history.csv',
        x: 'epoch',
        verdict: 'overfitting',
        bestAt: 17,
        text: 'Validation loss is lowest at epoch 17 (0.4312) and rises by 38 % to epoch 50 while training loss still falls. Stopping at epoch 17 would have kept the best model. One run cannot tell this from an unlucky validation set.',
        series: [
          {
            name: 'loss',
            split: 'train',
            quantity: 'loss',
            n: 50,
            first: 1.42,
            last: 0.081,
            best: 0.081,
            bestAt: 50,
          },
          {
            name: 'val_loss',
            split: 'validation',
            quantity: 'loss',
            n: 50,
            first: 1.31,
            last: 0.595,
            best: 0.4312,
            bestAt: 17,
          },
          {
            name: 'accuracy',
            split: 'train',
            quantity: 'accuracy',
            n: 50,
            first: 0.41,
            last: 0.98,
            best: 0.98,
            bestAt: 50,
          },
          {
            name: 'val_accuracy',
            split: 'validation',
            quantity: 'accuracy',
            n: 50,
            first: 0.44,
            last: 0.86,
            best: 0.871234567,
            bestAt: 24,
          },
        ],
      },
    ],
    findings: [
      {
        id: 'overfitting',
        text: 'Overfitting from epoch 17.',
        evidence: { run: 'overfit_history.csv' },
      },
    ],
  },
  {
    columns: ['epoch', 'loss', 'val_loss', 'accuracy', 'val_accuracy'].map(name => ({
      name,
      kind: 'number',
      sample: ['1', '2'],
    })),
    choices: { x: 'epoch' },
    reason: 'epoch counts up and loss columns stand beside it, so this is a training history.',
    metrics: [],
    first: [],
    figures: [
      { id: 'training-curves', title: 'Training curves', about: 'What it shows.', zoomAsks: true },
      { id: 'early-stopping', title: 'Early stopping', about: 'What it shows.' },
    ],
  },
);

const nasty = [
  '"><img src=x onerror=alert(1)>',
  `${'long_name_'.repeat(50)}`,
  '\u202Ereversed name\u202C',
  '\u{1F680}\u{1F468}\u200D\u{1F469}\u200D\u{1F467} emoji',
  '=1+1',
  '</script><b>bold</b>',
];

export const hostile: Inspection = inspection(
  {
    sources: [{ name: `${nasty[1]!}.csv`, format: 'csv', rows: 1234567, bytes: 343_000_000 }],
    models: Array.from({ length: 30 }, (_, i) => ({
      ...model(nasty[i] ?? `model_${i}`, i % 2 === 0 ? ridge : forest),
      values:
        i % 3 === 0
          ? { mae: Number.POSITIVE_INFINITY, r2: Number.NEGATIVE_INFINITY }
          : values(forest),
      undefined:
        i % 3 === 0
          ? {
              rmse: 'a target is infinite on line 4',
              medae: 'no rows',
              mean_error: 'no rows',
              msle: '3 negative targets, first on line 17',
            }
          : { msle: '3 negative targets, first on line 17' },
    })),
    skipped: nasty.map((name, i) => ({
      model: name,
      reason: `"${name}" is not a number`,
      count: i + 1,
      lines: Array.from({ length: 80 }, (_, n) => n * 3 + 2),
    })),
    findings: nasty.slice(0, 5).map((name, i) => ({
      id: modelFindingIds[i]!,
      text: `The model ${name} has a name that is hard to show.`,
      evidence: {},
      lines: [1, 2, 3, 9],
    })),
    notes: nasty,
    partial: { rows: 1234567, bytes: 120_000_000, cancelled: true },
  },
  {
    columns: nasty.map(name => ({ name, kind: 'text', sample: nasty })),
    reason: `${nasty[0]} is the target because ${nasty[2]} says so.`,
  },
);

const series = (index: number): Tone => ({ series: index });

function curve(
  name: string,
  tone: Tone,
  f: (e: number) => number,
  extra: Partial<LineMark> = {},
): LineMark {
  const x = Float64Array.from({ length: 201 }, (_, i) => -200 + i * 2);
  return { kind: 'line', name, tone, x, y: x.map(f), ...extra };
}

const errorsOf = (prediction: Float64Array): Float64Array =>
  prediction.map((p, i) => p - target[i]!);
const allRows = Int32Array.from({ length: rows }, (_, i) => i);
const allLines = allRows.map(row => row + 2);
const errorAxis = {
  label: 'error = prediction - target',
  scale: 'linear' as const,
  min: -200,
  max: 200,
};

function lossVersusError(options: FigureOptions): Omit<Figure, 'id'> {
  const delta = typeof options['huberDelta'] === 'number' ? options['huberDelta'] : 40;
  const huber = (e: number): number =>
    Math.abs(e) <= delta ? (e * e) / 2 : delta * (Math.abs(e) - delta / 2);
  const e = errorsOf(forest);
  return {
    title: 'Loss against error',
    reading:
      'Squared loss grows without end: the error of 214 on line 49 costs as much as 88 typical rows.',
    panels: [
      {
        kind: 'plot',
        x: errorAxis,
        y: { label: 'loss', scale: 'linear' },
        marks: [
          curve('half squared', series(0), v => (v * v) / 2),
          curve('absolute', series(1), Math.abs),
          curve(`Huber`, series(2), huber),
          {
            kind: 'points',
            name: 'forest',
            tone: series(2),
            x: e,
            y: e.map(huber),
            rows: allRows,
            lines: allLines,
          },
          {
            kind: 'rule',
            name: `delta ${delta}`,
            tone: { meaning: 'neutral' },
            along: 'x',
            value: delta,
          },
        ],
      },
    ],
    controls: [
      {
        kind: 'choices',
        id: 'losses',
        label: 'Losses',
        value: ['squared', 'huber'],
        options: [
          { value: 'squared', label: 'Squared' },
          { value: 'absolute', label: 'Absolute' },
          { value: 'huber', label: 'Huber' },
        ],
      },
      {
        kind: 'slider',
        id: 'huberDelta',
        label: 'Huber delta',
        value: delta,
        min: 1,
        max: 200,
        step: 1,
        scale: 'log',
      },
      {
        kind: 'choice',
        id: 'view',
        label: 'Show',
        value: 'loss',
        options: [
          { value: 'loss', label: 'Loss' },
          { value: 'derivative', label: 'Derivative (pull on training)' },
        ],
      },
      { kind: 'toggle', id: 'log', label: 'Log axis', value: options['log'] === true },
    ],
    table: {
      caption: 'Rows with their error and loss',
      columns: [
        { label: 'error', numeric: true },
        { label: 'Huber', numeric: true },
      ],
      rows: Array.from(e, (value, i) => ({ cells: [value, huber(value)], line: i + 2 })),
      omitted: 12,
    },
  };
}

function histogram(): Omit<Figure, 'id'> {
  const edges = Float64Array.from({ length: 41 }, (_, i) => -200 + i * 10);
  const heights = (prediction: Float64Array): Float64Array => {
    const counts = new Float64Array(40);
    for (const e of errorsOf(prediction)) {
      const bin = Math.floor((e + 200) / 10);
      if (bin >= 0 && bin < 40) counts[bin]! += 1;
    }
    return counts;
  };
  return {
    title: 'Errors',
    reading: 'Most errors of forest lie between -41 and 46; 3 stand far above.',
    panels: [
      {
        kind: 'plot',
        share: 0.6,
        x: errorAxis,
        y: { label: 'rows', scale: 'linear' },
        marks: [
          { kind: 'bars', name: 'forest', tone: series(2), edges, heights: heights(forest) },
          { kind: 'rule', name: 'mean 8.2', tone: { meaning: 'accent' }, along: 'x', value: 8.2 },
        ],
      },
    ],
    controls: [],
    table: {
      caption: 'Rows by error',
      columns: [
        { label: 'from', numeric: true },
        { label: 'rows', numeric: true },
      ],
      rows: Array.from(heights(forest), (h, i) => ({ cells: [edges[i]!, h] })),
    },
  };
}

function density(): Omit<Figure, 'id'> {
  const counts = new Float64Array(80 * 60);
  for (let i = 0; i < 20000; i++) {
    const t = 40 + 10 * normal(next);
    const x = Math.round(t);
    const y = Math.round(t * 0.75 + 4 * normal(next));
    if (x >= 0 && x < 80 && y >= 0 && y < 60) counts[y * 80 + x]! += 1;
  }
  return {
    title: 'Predicted against target',
    reading: 'Predictions follow the target, with less spread than it has.',
    panels: [
      {
        kind: 'plot',
        share: 1.2,
        x: { label: 'target', scale: 'linear' },
        y: { label: 'prediction', scale: 'linear' },
        marks: [
          {
            kind: 'density',
            name: 'rows',
            tone: series(0),
            x: { min: 0, max: 400, bins: 80 },
            y: { min: 0, max: 300, bins: 60 },
            counts,
          },
          {
            kind: 'line',
            name: 'prediction = target',
            tone: { meaning: 'neutral' },
            dash: 'dashed',
            x: Float64Array.of(0, 300),
            y: Float64Array.of(0, 300),
          },
          {
            kind: 'points',
            name: 'worst rows',
            tone: { meaning: 'bad' },
            x: target.slice(0, 5),
            y: forest.slice(0, 5),
            lines: allLines.slice(0, 5),
            shape: 'diamond',
          },
        ],
      },
    ],
    controls: [],
    table: { caption: 'Worst rows', columns: [{ label: 'target', numeric: true }], rows: [] },
  };
}

function trainingCurves(): Omit<Figure, 'id'> {
  const x = Float64Array.from({ length: 50 }, (_, i) => i + 1);
  const loss = x.map(e => 1.42 * Math.exp(-e / 14) + 0.04);
  const val = x.map(e => 1.3 * Math.exp(-e / 7) + 0.3 + 0.0065 * e);
  const mark = (
    name: string,
    tone: Tone,
    y: Float64Array,
    dash: LineMark['dash'],
    axis: 'y' | 'y2' = 'y',
  ): LineMark => ({
    kind: 'line',
    name,
    tone,
    x,
    y,
    dash: dash ?? 'solid',
    axis,
    lines: Int32Array.from(x, e => e + 1),
  });
  return {
    title: 'Training curves',
    reading: 'Validation loss turns up after epoch 17 while training loss goes on falling.',
    panels: [
      {
        kind: 'plot',
        x: { label: 'epoch', scale: 'linear' },
        y: { label: 'loss', scale: 'linear' },
        y2: { label: 'accuracy', scale: 'linear', min: 0, max: 1 },
        marks: [
          {
            kind: 'region',
            name: 'overfitting',
            tone: { meaning: 'warning' },
            along: 'x',
            from: 17,
            to: 50,
          },
          {
            kind: 'band',
            name: 'spread',
            tone: series(0),
            x,
            low: loss.map(v => v * 0.9),
            high: loss.map(v => v * 1.1),
            of: 'loss',
          },
          mark('loss', series(0), loss, 'solid'),
          mark('val_loss', series(1), val, 'dashed'),
          mark(
            'val_accuracy',
            series(2),
            x.map(e => 0.87 - 0.45 * Math.exp(-e / 6)),
            'dotted',
            'y2',
          ),
          { kind: 'rule', name: 'best at 17', tone: { meaning: 'good' }, along: 'x', value: 17 },
        ],
      },
      {
        kind: 'plot',
        share: 0.4,
        x: { label: 'epoch', scale: 'linear' },
        y: { label: 'lr', scale: 'log' },
        marks: [
          {
            kind: 'line',
            name: 'lr',
            tone: series(3),
            x,
            y: x.map(e => 0.1 * 10 ** -Math.floor(e / 16)),
            step: true,
          },
        ],
      },
    ],
    controls: [
      {
        kind: 'slider',
        id: 'smoothing',
        label: 'Smoothing',
        value: 0,
        min: 0,
        max: 0.99,
        step: 0.01,
        scale: 'linear',
      },
      {
        kind: 'copy',
        id: 'keras',
        label: 'Copy as EarlyStopping',
        text: 'EarlyStopping(patience=5)',
      },
    ],
    table: {
      caption: 'Losses by epoch',
      columns: [
        { label: 'epoch', numeric: true },
        { label: 'loss', numeric: true },
      ],
      rows: Array.from(x, (e, i) => ({ cells: [e, loss[i]!], line: e + 1 })),
    },
  };
}

function accuracyVersusLoss(): Omit<Figure, 'id'> {
  return {
    title: 'Accuracy against loss',
    reading: 'Equal accuracy, 8.9 times the loss: model_b is far too sure where it is wrong.',
    panels: [
      {
        kind: 'plot',
        x: { label: 'log loss', scale: 'linear' },
        y: { label: 'accuracy', scale: 'linear', min: 0.7, max: 1 },
        marks: ['model_a', 'model_b'].map((name, i) => ({
          kind: 'points' as const,
          name,
          tone: series(i),
          x: Float64Array.of([0.137793, 1.228829][i]!),
          y: Float64Array.of(0.9),
          low: Float64Array.of(0.826),
          high: Float64Array.of(0.945),
          labels: [name],
        })),
      },
    ],
    controls: [],
    table: {
      caption: 'Models',
      columns: [
        { label: 'model', numeric: false },
        { label: 'log loss', numeric: true },
      ],
      rows: [{ cells: ['model_a', 0.137793] }, { cells: ['model_b', 1.228829] }],
    },
  };
}

function lossVersusProbability(): Omit<Figure, 'id'> {
  const x = Float64Array.from({ length: 200 }, (_, i) => (i + 1) / 200);
  return {
    title: 'Loss against probability',
    reading: '10 rows of model_b lie in the region confident and wrong.',
    panels: [
      {
        kind: 'plot',
        x: { label: 'probability given to the true class', scale: 'linear', min: 0, max: 1 },
        y: { label: '-ln p', scale: 'linear' },
        marks: [
          {
            kind: 'region',
            name: 'confident and wrong',
            tone: { meaning: 'bad' },
            along: 'x',
            from: 0,
            to: 1 / 3,
          },
          {
            kind: 'region',
            name: 'unsure',
            tone: { meaning: 'warning' },
            along: 'x',
            from: 1 / 3,
            to: 2 / 3,
          },
          {
            kind: 'region',
            name: 'confident and right',
            tone: { meaning: 'good' },
            along: 'x',
            from: 2 / 3,
            to: 1,
          },
          {
            kind: 'line',
            name: 'log loss',
            tone: { meaning: 'neutral' },
            x,
            y: x.map(p => -Math.log(p)),
          },
          {
            kind: 'points',
            name: 'model_a',
            tone: series(0),
            x: Float64Array.of(0.4, 0.95),
            y: Float64Array.of(-Math.log(0.4), -Math.log(0.95)),
            lines: Int32Array.of(92, 2),
          },
          {
            kind: 'points',
            name: 'model_b',
            tone: series(1),
            x: Float64Array.of(0.001, 0.55, 0),
            y: Float64Array.of(-Math.log(0.001), -Math.log(0.55), Number.POSITIVE_INFINITY),
            lines: Int32Array.of(92, 2, 3),
          },
        ],
      },
    ],
    controls: [],
    table: { caption: 'Rows', columns: [{ label: 'p', numeric: true }], rows: [] },
  };
}

function confusion(): Omit<Figure, 'id'> {
  const heat = Float64Array.of(0.96, 0.04, 0.5, 0.1, 0.9, 0, 0.2, 0.3, 1);
  return {
    title: 'Confusion',
    reading: 'fish is taken for dog in half of its rows.',
    panels: [
      {
        kind: 'heat',
        rowTitle: 'true',
        columnTitle: 'predicted',
        rowLabels: ['dog', 'cat', 'fish'],
        columnLabels: ['dog', 'cat', 'fish'],
        values: Float64Array.of(48, 2, 25, 5, 45, 0, 10, 15, 12345),
        heat,
      },
    ],
    controls: [],
    table: {
      caption: 'Rows by true and predicted class',
      columns: [{ label: 'true', numeric: false }],
      rows: [{ cells: ['dog'] }],
    },
  };
}

function winners(): Omit<Figure, 'id'> {
  const names = ['MAE', 'RMSE', 'Huber', 'Median'];
  return {
    title: 'Does the winner depend on the loss?',
    reading: 'forest wins by MAE, ridge by RMSE.',
    panels: [
      {
        kind: 'plot',
        x: { label: '', scale: 'linear', categories: names },
        y: { label: 'loss / best loss', scale: 'linear' },
        marks: ['ridge', 'forest'].map((name, i) => ({
          kind: 'points' as const,
          name,
          tone: series(i),
          x: Float64Array.of(0, 1, 2, 3),
          y: Float64Array.from([0, 1, 2, 3], n => 1 + ((n + i) % 2) * 0.3),
        })),
      },
    ],
    controls: [],
    table: {
      caption: 'Rank',
      columns: [{ label: 'loss', numeric: false }],
      rows: names.map(name => ({ cells: [name] })),
    },
  };
}

const figures: Partial<Record<FigureId, (options: FigureOptions) => Omit<Figure, 'id'>>> = {
  'loss-versus-error': lossVersusError,
  'error-histogram': histogram,
  'predicted-versus-target': density,
  'training-curves': trainingCurves,
  'accuracy-versus-loss': accuracyVersusLoss,
  'loss-versus-probability': lossVersusProbability,
  confusion,
  'winner-by-loss': winners,
};

/** What the engine would answer; undefined when it has nothing to say. */
export function answerTo(question: Question, about: Inspection): Answer | undefined {
  const { models } = about.report;
  if (question.kind === 'figure') {
    const make = figures[question.figure];
    return make === undefined
      ? undefined
      : { kind: 'figure', figure: { id: question.figure, ...make(question.options) } };
  }
  if (question.kind === 'intervals') {
    return {
      kind: 'intervals',
      models: models.slice(0, 4).map(m => ({
        ...m,
        intervals: Object.fromEntries(
          Object.entries(m.values).map(([id, v]) => [id, [v! * 0.9, v! * 1.1] as const]),
        ),
        intervalMethod: Object.fromEntries(
          Object.keys(m.values).map(id => [id, 'skewness-corrected' as const]),
        ),
      })),
      comparisons:
        models.length === 2
          ? [
              {
                models: [models[0]!.name, models[1]!.name],
                split: null,
                metric: 'mse',
                difference: -1,
                low: -2,
                high: -0.5,
                n: 100,
                text: `${models[0]!.name} has a lower mean squared error than ${models[1]!.name} (95 % interval of the difference -2 to -0.5, n = 100).`,
              },
            ]
          : [],
    };
  }
  if (question.kind === 'metrics') return { kind: 'metrics', models };
  if (question.kind === 'code')
    return {
      kind: 'code',
      lines: [
        {
          library: 'scikit-learn',
          code: `from sklearn.metrics import mean_squared_error\nmean_squared_error(df["y_true"], df["${question.model}"])`,
        },
      ],
    };
  if (question.kind === 'worst') {
    const rowsOf = models.find(m => m.name === question.model)?.worst ?? [];
    return {
      kind: 'worst',
      samples: rowsOf.length,
      rows: rowsOf.map(r => ({
        ...r,
        cells: [
          { column: 'id', text: String(r.row + 1) },
          { column: 'note', text: nasty[r.row % 6]! },
        ],
      })),
    };
  }
  return undefined;
}
