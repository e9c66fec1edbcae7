import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeRun } from '../../../../src/core/training/describeRun';
import { guessHistory } from '../../../../src/roles/history/guessHistory';
import { historiesOf } from '../../../../src/roles/history/historiesOf';
import type { RunReport } from '../../../../src/shared/lossReport';
import { corpusEntries, goldenEntries, itOnCorpus } from '../../../support/corpus';
import { corpusTable } from './corpusTables';

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
  const goldens = goldenEntries().filter(({ task }) => task === 'training history');
  for (const { path, files: inputs } of goldens) {
    const name = path.split('/').at(-1);
    const needed = [path, ...inputs];
    itOnCorpus(`${name}: the expected curves, best points and verdict`, needed, golden => {
      const expected = JSON.parse(readFileSync(golden, 'utf8')) as Expected;
      const files = expected.files ?? [expected.file ?? ''];
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

  const wrong = /_pred|submissions|score_tables|tricky|quantile_long|multi_model/;
  const others = corpusEntries().filter(({ file }) => wrong.test(file) && file.endsWith('.csv'));
  for (const { file } of others) {
    itOnCorpus(`takes ${file} for no history`, [file], () => {
      assert.equal(guessHistory(corpusTable(file)), null);
    });
  }
});
