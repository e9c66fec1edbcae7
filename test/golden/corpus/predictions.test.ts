import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../src/engine/node/nodeEnvironment';
import type { RoleChoices } from '../../../src/shared/roleChoices';
import { corpusPath, goldenEntries, itOnCorpus } from '../../support/corpus';
import { closeTo } from './closeTo';
import { comparisons, type Expected } from './expected';

/** Variants that a person would ask for; every other file is opened without a word. */
const choices: Readonly<Record<string, RoleChoices>> = {
  'regression_pred__corn_log_and_original.csv.log.expected.json': {
    target: 'actual_log',
    predictions: ['predicted_log'],
  },
  'regression_pred__corn_log_and_original.csv.original.expected.json': {
    target: 'actual_original',
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

/** Golden files that hold the values of models; those of edge files are derived by hand. */
const goldens = goldenEntries().filter(
  ({ path, task }) => task !== 'training history' && !path.startsWith('golden/edge/'),
);

describe('predictions of the corpus', () => {
  for (const { path, files: inputs } of goldens) {
    const name = basename(path);

    itOnCorpus(`${name}: every value equals the reference`, [path, ...inputs], async golden => {
      const expected = JSON.parse(readFileSync(golden, 'utf8')) as Expected;
      const models = Object.entries(expected.models ?? {});
      const files = expected.files ?? [expected.file!];
      const engine = inProcessEngine(nodeEnvironment);
      const { report } = await engine.inspect(
        files.map(file => ({ kind: 'file', path: corpusPath(file), name: basename(file) })),
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
