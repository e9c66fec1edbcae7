import type { StoppingLibrary } from './earlyStopping';
import type { History } from './history';

/** What the names in a log show. */
interface LogNames {
  readonly series: ReadonlySet<string>;
  readonly axes: ReadonlySet<string>;
  /** True when an epoch is written with a fraction, as a Trainer does between two evaluations. */
  readonly fractionalEpochs: boolean;
}

/** A trait of the logs that one library writes, and how much it says. */
interface Mark {
  readonly library: StoppingLibrary;
  readonly weight: number;
  readonly isIn: (names: LogNames) => boolean;
}

const marks: readonly Mark[] = [
  {
    library: 'huggingface',
    weight: 3,
    isIn: ({ series }) => some(series, /^eval_(runtime|samples_per_second|steps_per_second)$/),
  },
  {
    library: 'huggingface',
    weight: 3,
    isIn: ({ series }) => series.has('loss') && some(series, /^eval_/),
  },
  {
    library: 'huggingface',
    weight: 2,
    isIn: ({ series }) => series.has('grad_norm') && series.has('learning_rate'),
  },
  {
    library: 'huggingface',
    weight: 2,
    isIn: ({ series }) => series.has('Training Loss') && series.has('Validation Loss'),
  },
  {
    library: 'huggingface',
    weight: 1,
    isIn: ({ fractionalEpochs, series }) => fractionalEpochs && series.has('loss'),
  },
  {
    library: 'lightning',
    weight: 3,
    isIn: ({ series }) =>
      [...series].some(
        name => name.endsWith('_step') && series.has(name.replace(/step$/, 'epoch')),
      ),
  },
  { library: 'lightning', weight: 3, isIn: ({ series }) => some(series, /^lr-/) },
  { library: 'lightning', weight: 3, isIn: ({ axes }) => axes.has('trainer/global_step') },
  { library: 'lightning', weight: 2, isIn: ({ series }) => series.has('v_num') },
  {
    library: 'lightning',
    weight: 2,
    isIn: ({ axes, series }) =>
      axes.has('epoch') &&
      axes.has('step') &&
      !series.has('loss') &&
      some(series, /^(train|val)[_/]/),
  },
  {
    library: 'keras',
    weight: 2,
    isIn: ({ series }) => [...series].some(name => series.has(`val_${name}`)),
  },
  { library: 'keras', weight: 2, isIn: ({ series }) => some(series, /^epoch_(val_)?(loss|acc)/) },
];

/** The library whose log this looks like by its names; Keras where nothing speaks for another. */
export function libraryOf(history: History): StoppingLibrary {
  const names = namesOf(history);
  const weights = { keras: 0, lightning: 0, huggingface: 0 };
  for (const { library, weight, isIn } of marks) if (isIn(names)) weights[library] += weight;
  const libraries: readonly StoppingLibrary[] = ['keras', 'lightning', 'huggingface'];
  return libraries.reduce((best, one) => (weights[one] > weights[best] ? one : best));
}

function namesOf({ series, x, otherX }: History): LogNames {
  const axes = [x, ...otherX];
  return {
    series: new Set(series.map(({ name }) => name.trim())),
    axes: new Set(axes.flatMap(({ name }) => (name === null ? [] : [name.trim()]))),
    fractionalEpochs: axes.some(
      ({ kind, values }) => kind === 'epoch' && values.some(value => value % 1 !== 0 && value > 0),
    ),
  };
}

function some(names: ReadonlySet<string>, pattern: RegExp): boolean {
  return [...names].some(name => pattern.test(name));
}
