import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../src/engine/node/nodeEnvironment';
import type { RunReport, SeriesReport } from '../../../src/shared/lossReport';
import { corpusPath, goldenEntries, itOnCorpus } from '../../support/corpus';
import { closeTo } from './closeTo';
import type { Expected, ExpectedSeries } from './expected';

const verdicts: Readonly<Record<string, string>> = {
  diverging: 'diverged',
  'healthy (noisy)': 'healthy',
};
/** Columns of the golden series that are the x axis or a clock, not a curve. */
const noCurves =
  /^(epoch|step|iter|iteration|time|Unnamed: 0|.*runtime|.*per_second|t|total_flos)$/i;
/** Curves of which neither the smallest nor the largest value is the best. */
const noDirection =
  /lr|learning_rate|^l$|time|eta|grad_norm|weight_decay|n_parameters|num_|false_negative/i;

const goldens = goldenEntries().filter(({ task }) => task === 'training history');

async function inspect(paths: readonly string[]): Promise<readonly RunReport[]> {
  const engine = inProcessEngine(nodeEnvironment);
  const sources = paths.map(file => ({
    kind: 'file' as const,
    path: corpusPath(file),
    name: basename(file),
  }));
  const { report } = await engine.inspect(sources, {});
  assert.equal(report.task, 'training');
  return report.runs;
}

function compare(series: readonly SeriesReport[], name: string, golden: ExpectedSeries): void {
  const ours = series.find(one => one.name === name);
  assert(ours !== undefined, `"${name}" is missing among ${series.map(s => s.name)}`);
  assert.equal(ours.n, golden.n_finite, `${name}: finite values`);
  closeTo(ours.first, golden.first, 1e-12, `${name}: first`);
  closeTo(ours.last, golden.last, 1e-12, `${name}: last`);
  if (ours.best === null) {
    assert.match(name, noDirection, `${name}: no best value`);
    return;
  }
  const isMin = ours.best === golden.min;
  assert(isMin || ours.best === golden.max, `${name}: best ${ours.best}`);
  assert.equal(
    ours.bestAt,
    isMin ? golden.x_of_min_first : golden.x_of_max_first,
    `${name}: where`,
  );
}

describe('training histories of the corpus', () => {
  const found = goldens.filter(({ path }) => path.startsWith('golden/corpus/'));
  for (const { path, files } of found) {
    const title = `${basename(path)}: every curve and its best point`;
    itOnCorpus(title, [path, ...files], async golden => {
      const expected = JSON.parse(readFileSync(golden, 'utf8')) as Expected;
      const series = (await inspect(expected.files!)).flatMap(run => run.series);
      const curves = Object.entries(expected.series ?? {}).filter(([name]) => !noCurves.test(name));
      for (const [name, golden] of curves) compare(series, name, golden);
    });
  }
});

describe('golden training histories', () => {
  const made = goldens.filter(({ path }) => path.startsWith('golden/history_'));
  for (const { path, files } of made) {
    const title = `${basename(path)}: the verdict and the best epoch`;
    itOnCorpus(title, [path, ...files], async golden => {
      const expected = JSON.parse(readFileSync(golden, 'utf8')) as Expected;
      const [run] = await inspect([expected.file!]);
      assert.equal(run!.verdict, verdicts[expected.verdict!] ?? expected.verdict);
      assert.equal(run!.bestAt, expected.epoch_of_min_val_loss);
    });
  }
});
