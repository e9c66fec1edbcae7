import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../src/engine/node/nodeEnvironment';
import type { RoleChoices } from '../../../src/shared/roleChoices';
import { corpusFile } from '../../support/corpus';
import { closeTo } from './closeTo';
import { comparisons, type Expected } from './expected';

/** Variants that a person would ask for; every other file is opened without a word. */
const choices: Readonly<Record<string, RoleChoices>> = {
  'regression_pred__corn_log_and_original.csv.log.expected.json': {
    target: 'actual_log',
    predictions: ['predicted_log'],
  },
  'binary_pred__bert_two_prob_cols_split.csv.all.expected.json': { split: null },
  'diabetes_quantiles.csv.expected.json': {
    target: 'y_true',
    predictions: ['q10', 'q50', 'q90'],
  },
};
/** The split whose figures a golden file holds. */
const splits: Readonly<Record<string, string>> = {
  'binary_pred__bert_two_prob_cols_split.csv.test_only.expected.json': 'test',
};

function goldenFiles(folder: string): readonly string[] {
  const found = corpusFile(folder);
  if (found === null) return [];
  return readdirSync(found)
    .filter(file => file.endsWith('.expected.json'))
    .map(file => join(found, file));
}

describe('predictions of the corpus', () => {
  const root = corpusFile('.');
  for (const path of [...goldenFiles('golden'), ...goldenFiles('golden/corpus')]) {
    const expected = JSON.parse(readFileSync(path, 'utf8')) as Expected;
    const models = Object.entries(expected.models ?? {});
    if (models.length === 0) continue;
    const name = basename(path);

    it(`${name}: every value equals the reference`, async () => {
      const files = expected.files ?? [expected.file!];
      const engine = inProcessEngine(nodeEnvironment);
      const { report } = await engine.inspect(
        files.map(file => ({ kind: 'file', path: join(root!, file), name: basename(file) })),
        { choices: choices[name] ?? {} },
      );
      const split = splits[name];
      const reported = report.models.filter(m => split === undefined || m.split === split);
      assert.equal(reported.length, models.length, `models: ${reported.map(m => m.name)}`);
      models.forEach(([modelName, model], i) => {
        const ours = reported[i]!;
        assert.equal(ours.n, model.n_used, `${modelName}: rows used`);
        for (const { id, value, tolerance } of comparisons(expected.task, model)) {
          closeTo(
            ours.values[id],
            value,
            tolerance,
            `${modelName}: ${id} ${ours.undefined[id] ?? ''}`,
          );
        }
      });
      if (expected.interval !== undefined && choices[name] === undefined) {
        closeTo(reported[0]!.values.coverage, expected.interval.coverage, 1e-12, 'coverage');
      }
    });
  }
});
