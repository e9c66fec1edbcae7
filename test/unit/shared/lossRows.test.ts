import assert from 'node:assert/strict';
import type { ModelReport } from '../../../src/shared/lossReport';
import {
  bestModels,
  merged,
  metricValue,
  sharedBaseline,
  shownMetrics,
} from '../../../src/shared/lossRows';
import type { Inspection, MetricInfo } from '../../../src/shared/protocol/inspection';

const model = (name: string, values: object, more: Partial<ModelReport> = {}): ModelReport => ({
  name,
  split: null,
  n: 3,
  values: values as ModelReport['values'],
  undefined: {},
  worst: [],
  ...more,
});

const metric = (
  id: MetricInfo['id'],
  direction: MetricInfo['direction'] = 'lower',
): MetricInfo => ({
  id,
  name: id,
  formula: '',
  mathml: '',
  direction,
  range: '',
  ofRows: true,
  note: '',
  source: '',
  punishes: '',
  otherwise: '',
  called: [],
});

describe('the table of losses', () => {
  it('marks the lowest loss, the highest score and the mean error nearest to zero', () => {
    const models = [
      model('a', { mae: 2, r2: 0.5, mean_error: -1 }),
      model('b', { mae: 1, r2: 0.7, mean_error: 3 }),
    ];
    assert.deepEqual([...bestModels(models, metric('mae'))], [1]);
    assert.deepEqual([...bestModels(models, metric('r2', 'higher'))], [1]);
    assert.deepEqual([...bestModels(models, metric('mean_error', 'zero'))], [0]);
  });

  it('marks nobody when there is one model, when all are equal or when no value exists', () => {
    assert.equal(bestModels([model('a', { mae: 1 })], metric('mae')).size, 0);
    assert.equal(
      bestModels([model('a', { mae: 1 }), model('b', { mae: 1 })], metric('mae')).size,
      0,
    );
    assert.equal(bestModels([model('a', {}), model('b', {})], metric('mae')).size, 0);
  });

  it('reads numbers that JSON could not carry', () => {
    assert.equal(metricValue(model('a', { mae: 'Infinity' }), 'mae'), Number.POSITIVE_INFINITY);
    assert.equal(metricValue(model('a', { r2: '-Infinity' }), 'r2'), Number.NEGATIVE_INFINITY);
    assert.equal(metricValue(model('a', { mae: null }), 'mae'), Number.POSITIVE_INFINITY);
    assert.equal(metricValue(model('a', {}), 'mae'), undefined);
  });

  it('shows the metrics the person wants, else those of the task, at most six', () => {
    const metrics = (['mae', 'mse', 'rmse', 'medae', 'r2', 'huber', 'msle'] as const).map(id =>
      metric(id),
    );
    const inspection = { metrics, first: ['mse', 'mae'] } as unknown as Inspection;
    assert.deepEqual(
      shownMetrics(inspection, ['r2', 'log_loss'], false).map(m => m.id),
      ['r2'],
    );
    assert.deepEqual(
      shownMetrics(inspection, [], false).map(m => m.id),
      ['mse', 'mae'],
    );
    assert.equal(
      shownMetrics(
        inspection,
        metrics.map(m => m.id),
        false,
      ).length,
      6,
    );
    assert.equal(shownMetrics(inspection, [], true).length, 7);
  });

  it('has one baseline only where all models share it', () => {
    const models = [
      model('a', {}, { baseline: { mae: 5 } }),
      model('b', {}, { baseline: { mae: 5, mse: 1 } }),
    ];
    assert.equal(sharedBaseline(models, 'mae'), 5);
    assert.equal(sharedBaseline(models, 'mse'), undefined);
  });

  it('joins what was computed later to the model of the same name and split', () => {
    const interval = [1, 2] as const;
    const before = [model('a', { mae: 1 }), model('a', { mae: 3 }, { split: 'test' })];
    const after = merged(before, [
      model('a', { mse: 9 }, { split: 'test', intervals: { mae: interval } }),
    ]);
    assert.deepEqual(after[0], before[0]);
    assert.deepEqual(after[1]?.values, { mae: 3, mse: 9 });
    assert.deepEqual(after[1]?.intervals, { mae: interval });
  });
});
