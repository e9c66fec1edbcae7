import { deepEqual, equal } from 'node:assert/strict';
import { seriesOf } from '../../../../src/roles/parts/series';

const uuid = '3f2a9c1e-1111-4222-8333-0123456789ab';

function kindsOf(paths: readonly string[]): readonly string[] {
  return seriesOf(paths).map(({ kind }) => kind);
}

describe('series of file names', () => {
  const parts: Readonly<Record<string, readonly string[]>> = {
    'what Spark writes': [
      `part-00000-${uuid}-c000.snappy.parquet`,
      `part-00001-${uuid}-c000.snappy.parquet`,
    ],
    'what Ray writes': [
      '1f00aa34bcde41f0a2b3c4d5e6f70812_000000_000000.csv',
      '1f00aa34bcde41f0a2b3c4d5e6f70812_000001_000000.csv',
    ],
    'what Dask writes': ['part.0.parquet', 'part.1.parquet', 'part.10.parquet'],
    'what BigQuery exports': ['000000000000.csv.gz', '000000000001.csv.gz'],
    'what Vertex predicts': [
      'prediction.results-00000-of-00002',
      'prediction.results-00001-of-00002',
    ],
    'what Hive writes': ['000000_0', '000001_0'],
    ranks: ['preds_rank0.jsonl', 'preds_rank1.jsonl'],
    shards: ['out/shard_1.csv', 'out/shard_2.csv'],
    days: ['preds_2024-05-01.csv', 'preds_2024-05-02.csv'],
    'days without dashes': ['20240501.csv', '20240502.csv'],
    'folders of values': ['dt=2024-05-01/region=eu/a.csv', 'dt=2024-05-02/region=us/a.csv'],
    'numbered chunks': ['chunk1.csv', 'chunk2.csv'],
  };
  for (const [what, paths] of Object.entries(parts)) {
    it(`takes ${what} for parts`, () => deepEqual(kindsOf(paths), ['parts']));
  }

  const others: Readonly<Record<string, readonly [readonly string[], string]>> = {
    folds: [['oof_fold0.csv', 'oof_fold1.csv'], 'folds'],
    'folders of folds': [['fold_1/oof.csv', 'fold_2/oof.csv'], 'folds'],
    splits: [['preds_train.csv', 'preds_val.csv', 'preds_test.csv'], 'splits'],
    'splits in shards': [['train-00000-of-00003.parquet', 'test-00000-of-00001.parquet'], 'splits'],
    seeds: [['preds_seed1.csv', 'preds_seed2.csv'], 'runs'],
    'versions of a logger': [['version_0/metrics.csv', 'version_1/metrics.csv'], 'runs'],
    models: [['model_1.csv', 'model_2.csv'], 'runs'],
    'numbers alone': [['preds_1.csv', 'preds_2.csv'], 'open'],
    'the times of runs': [['2024-05-01/12-30-45/p.csv', '2024-05-01/13-30-45/p.csv'], 'open'],
  };
  for (const [what, [paths, kind]] of Object.entries(others)) {
    it(`takes ${what} for ${kind}`, () => deepEqual(kindsOf(paths), [kind]));
  }

  it('leaves alone what differs in its words', () => {
    deepEqual(seriesOf(['ridge.csv', 'forest.csv', 'truth.csv']), []);
    deepEqual(seriesOf(['table.csv', 'table.json', 'table.parquet']), []);
  });

  it('keeps the shards of two models apart', () => {
    const series = seriesOf(['a/part-0.csv', 'b/part-0.csv', 'a/part-1.csv', 'b/part-1.csv']);
    deepEqual(
      series.map(({ members }) => members),
      [
        [0, 2],
        [1, 3],
      ],
    );
  });

  it('counts as people do and not by letters', () => {
    deepEqual(seriesOf(['part.10.csv', 'part.9.csv', 'part.2.csv'])[0]?.members, [2, 1, 0]);
  });

  it('names what is missing of a number that the names promise', () => {
    const [series] = seriesOf(['p-00000-of-00004.csv', 'p-00003-of-00004.csv']);
    deepEqual(series?.absent, [1, 2]);
  });

  it('reads the values of folders', () => {
    const [series] = seriesOf(['dt=2024%3A1/p.csv', 'dt=__HIVE_DEFAULT_PARTITION__/p.csv']);
    deepEqual(series?.keys, [{ dt: '' }, { dt: '2024:1' }]);
    equal(series?.pattern, 'dt=*/p.csv');
  });
});
