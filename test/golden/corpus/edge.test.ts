import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../../src/engine/node/nodeEnvironment';
import type { LossReport } from '../../../src/shared/lossReport';
import type { BuiltInId, MetricId } from '../../../src/shared/metricId';
import type { RoleChoices } from '../../../src/shared/roleChoices';
import { itOnCorpus } from '../../support/corpus';
import { closeTo } from './closeTo';

interface Edge {
  readonly choices?: RoleChoices;
  readonly task: LossReport['task'];
  readonly n: number;
  readonly values?: Readonly<Partial<Record<BuiltInId, number>>>;
  /** Ids that do not exist, with a word that the reason must hold. */
  readonly undefined?: Readonly<Partial<Record<BuiltInId, RegExp>>>;
  readonly notes?: RegExp;
}

/** By hand, as `golden/edge/*.expected.json` derives them. */
const edges: Readonly<Record<string, Edge>> = {
  'ambiguous_small_integers.csv': { task: 'regression', n: 6, values: { mae: 1 / 3, mse: 1 / 3 } },
  'binary_auc_ties.csv': {
    task: 'binary',
    n: 4,
    values: { roc_auc: 0.75, average_precision: 2 / 3, ece: 0.175, brier: 0.1975 },
  },
  'binary_label_spellings.csv': { task: 'binary', n: 4, notes: /read as one class/ },
  'binary_logits_not_probabilities.csv': {
    task: 'binary',
    n: 4,
    values: { hinge: 1.125, accuracy: 0.75, roc_auc: 2 / 3 },
  },
  'binary_one_class_only.csv': {
    task: 'binary',
    n: 3,
    values: {
      accuracy: 2 / 3,
      log_loss: 0.8026485362172906,
      brier: 0.3,
      recall: 2 / 3,
      precision: 1,
    },
    undefined: { roc_auc: /class/, mcc: /./ },
  },
  'binary_p_exact_perfect.csv': {
    task: 'binary',
    n: 4,
    values: { accuracy: 1, brier: 0, roc_auc: 1, average_precision: 1, log_loss: 0 },
  },
  'binary_true_false.csv': { task: 'binary', n: 4, values: { accuracy: 0.75 } },
  'csv_bom_crlf_quotes.csv': { task: 'regression', n: 2, values: { mse: 0.125, mae: 0.25 } },
  'csv_no_header.csv': {
    task: 'regression',
    n: 3,
    values: { mae: 0.13333333333333333, mse: 0.02 },
  },
  'csv_percent_strings.csv': { task: 'binary', n: 3, values: { brier: 0.07, accuracy: 1 } },
  'csv_thousands_separator.csv': { task: 'regression', n: 2, values: { mae: 50, max_error: 100 } },
  'multiclass_rows_not_summing_to_one.csv': {
    task: 'multiclass',
    n: 2,
    choices: { task: 'multiclass' },
    values: { log_loss: 0.39925384810888576 },
    notes: /sum to 1/,
  },
  'regression_constant_target.csv': {
    task: 'regression',
    n: 3,
    values: { mse: 5 / 3, mae: 1 },
    undefined: { r2: /constant|varia|same/, explained_variance: /./ },
  },
  'regression_hand_4rows.csv': {
    task: 'regression',
    n: 4,
    choices: { task: 'regression' },
    values: {
      mse: 5.25,
      rmse: 2.29128784747792,
      mae: 1.75,
      medae: 1.5,
      max_error: 4,
      mean_error: 0.75,
      r2: -3.2,
      explained_variance: -2.75,
      mape: 2 / 3,
      smape: 0.5833333333333333,
      wape: 0.7,
      huber: 1.375,
      pinball: 0.875,
    },
  },
  'regression_large_offset.csv': {
    task: 'regression',
    n: 3,
    values: { r2: 0.75, mse: 1 / 6, mae: 1 / 3 },
  },
  'regression_mape_zero_target.csv': {
    task: 'regression',
    n: 3,
    choices: { task: 'regression' },
    values: { mape: 0.25, smape: 0.8888888888888888, wape: 2 / 3 },
  },
  'regression_msle_negative_prediction.csv': {
    task: 'regression',
    n: 3,
    values: { mse: 1.4166666666666667 },
    undefined: { msle: /1 negative prediction.*line 2/ },
  },
  'regression_perfect.csv': {
    task: 'regression',
    n: 4,
    values: {
      mse: 0,
      mae: 0,
      r2: 1,
      explained_variance: 1,
      huber: 0,
      log_cosh: 0,
      mape: 0,
      smape: 0,
    },
    undefined: { msle: /1 negative target.*line 3/ },
  },
  'regression_single_row.csv': {
    task: 'regression',
    n: 1,
    values: {
      mse: 0.25,
      mape: 0.25,
      smape: 0.2222222222222222,
      huber: 0.125,
      msle: 0.02376243209120589,
    },
    undefined: { r2: /row|sample/ },
  },
};

describe('edge files of the corpus', () => {
  for (const [name, edge] of Object.entries(edges)) {
    itOnCorpus(`${name}: the values derived by hand`, [`golden/edge/${name}`], async path => {
      const engine = inProcessEngine(nodeEnvironment);
      const { report } = await engine.inspect([{ kind: 'file', path, name: basename(path) }], {
        choices: edge.choices ?? {},
      });
      const model = report.models[0]!;
      assert.equal(report.task, edge.task);
      assert.equal(model.n, edge.n);
      for (const [id, value] of Object.entries(edge.values ?? {})) {
        closeTo(model.values[id as MetricId], value, 1e-12, id);
      }
      for (const [id, reason] of Object.entries(edge.undefined ?? {})) {
        assert.match(model.undefined[id as MetricId] ?? 'a value', reason, id);
      }
      if (edge.notes !== undefined) assert.match(report.notes.join('\n'), edge.notes);
    });
  }

  const empty = ['golden/edge/empty_file.csv'];
  itOnCorpus('an empty file is refused in one sentence', empty, async path => {
    const engine = inProcessEngine(nodeEnvironment);
    await assert.rejects(
      engine.inspect([{ kind: 'file', path, name: 'empty_file.csv' }], {}),
      /empty_file\.csv: the file is empty/,
    );
  });
});
