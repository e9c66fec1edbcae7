import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeRun } from '../../../../src/core/training/describeRun';
import { guessHistory } from '../../../../src/roles/history/guessHistory';
import { historiesOf } from '../../../../src/roles/history/historiesOf';
import type { RunReport } from '../../../../src/shared/lossReport';
import { corpus, corpusTable, hasCorpus } from './corpusTables';

interface Expected {
  readonly task: string;
  readonly files?: readonly string[];
  readonly file?: string;
  readonly verdict?: string;
  readonly verdict_by_eye?: string | null;
  readonly x_of_best_val_loss?: number;
  readonly epoch_of_min_val_loss?: number;
  readonly hand?: { readonly epoch_of_min_val_loss: number };
  readonly series?: Readonly<
    Record<
      string,
      {
        readonly n_finite: number;
        readonly first: number;
        readonly last: number;
        readonly min: number;
        readonly max: number;
        readonly x_of_min_first: number;
        readonly x_of_max_first: number;
      }
    >
  >;
}

const verdicts: Readonly<Record<string, string>> = {
  diverging: 'diverged',
  'healthy (noisy)': 'healthy',
};

function expectedFiles(): readonly { readonly name: string; readonly expected: Expected }[] {
  if (!hasCorpus) return [];
  return ['golden', 'golden/corpus', 'golden/edge'].flatMap(folder =>
    readdirSync(join(corpus, folder))
      .filter(name => name.endsWith('.expected.json'))
      .map(name => ({
        name,
        expected: JSON.parse(readFileSync(join(corpus, folder, name), 'utf8')) as Expected,
      }))
      .filter(({ expected }) => expected.task === 'training history'),
  );
}

function runsOf(files: readonly string[]): readonly RunReport[] {
  const tables = files.map(corpusTable);
  const roles = tables.map(table => guessHistory(table) ?? assert.fail(table.name));
  return historiesOf(tables, roles).histories.map(describeRun);
}

function checkSeries(series: RunReport['series'], expected: NonNullable<Expected['series']>): void {
  for (const [label, values] of Object.entries(expected)) {
    if (label === 'Unnamed: 0') continue;
    const found = series.find(one => one.name === label) ?? assert.fail(`no curve ${label}`);
    assert.equal(found.n, values.n_finite, label);
    assert.equal(found.first, values.first, label);
    assert.equal(found.last, values.last, label);
    if (found.best === null) continue;
    const highest = found.best === values.max;
    assert.equal(found.best, highest ? values.max : values.min, label);
    assert.equal(found.bestAt, highest ? values.x_of_max_first : values.x_of_min_first, label);
  }
}

describe('training files of the corpus', () => {
  for (const { name, expected } of expectedFiles()) {
    const files = expected.files ?? [expected.file ?? ''];
    it(`${name}: the expected curves, best points and verdict`, () => {
      const runs = runsOf(files);
      checkSeries(
        runs.flatMap(run => run.series),
        expected.series ?? {},
      );
      const best =
        expected.x_of_best_val_loss ??
        expected.epoch_of_min_val_loss ??
        expected.hand?.epoch_of_min_val_loss;
      if (best !== undefined) assert.equal(runs[0]?.bestAt, best);
      if (expected.verdict !== undefined) {
        assert.equal(runs[0]?.verdict, verdicts[expected.verdict] ?? expected.verdict);
      }
      if (expected.verdict_by_eye?.startsWith('overfitting')) {
        assert.equal(runs[0]?.verdict, 'overfitting');
      }
    });
  }

  it('takes no file of predictions or scores for a history', () => {
    if (!hasCorpus) return;
    const wrong = /_pred|submissions|score_tables|tricky|quantile_long|multi_model/;
    const files = readFileSync(join(corpus, 'INDEX.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map(line => line.split('\t')[0] ?? '')
      .filter(file => wrong.test(file) && /\.csv$/.test(file));
    assert.ok(files.length > 20);
    assert.deepEqual(
      files.filter(file => guessHistory(corpusTable(file)) !== null),
      [],
    );
  });
});
