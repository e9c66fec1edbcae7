import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { run } from '../../../src/cli/run';
import { itOnCorpus } from '../../support/corpus';

/** Files without a target or without predictions: the answer is one sentence, never an invented report. */
const files = [
  'submissions/dsb2019_submission.csv',
  'submissions/telco_churn_no_target.csv',
  'submissions/wine_id_predicted_crlf.csv',
  'submissions/watson submission (1).csv',
  'semicolon/credit_previsoes.csv',
  'semicolon/air_quality_uci.csv',
  'quantile_long/flusight_mobs_20221017.csv',
  'quantile_long/flusight_truth.csv',
  'score_tables/timm_results_imagenet.csv',
  'score_tables/pile_model_results.csv',
  'wandb_csv/gnn_runs_table.csv',
  'tricky/sdg_multilabel_no_truth.csv',
];

describe('files with nothing to inspect', () => {
  for (const file of files) {
    const title = `${file}: exit code 1 and one sentence that names the file`;
    itOnCorpus(title, [file], async path => {
      const { exitCode, stdout, stderr } = await run(['inspect', path, '--json']);
      assert.equal(exitCode, 1, stdout.slice(0, 300));
      assert.equal(stdout, '');
      assert.equal(stderr.trimEnd().split('\n').length, 1);
      assert(stderr.includes(basename(path)), stderr);
    });
  }
});
