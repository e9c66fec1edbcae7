import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bufferSource } from '../../../../src/readers/byteSource';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import { readJson } from '../../../../src/readers/json/readJson';
import { readNpy } from '../../../../src/readers/npy/readNpy';
import { ReadError } from '../../../../src/readers/readError';
import type { Table } from '../../../../src/readers/table';
import { guessRoles } from '../../../../src/roles/guess/guessRoles';
import { joinTables } from '../../../../src/roles/join/joinTables';
import type { Roles } from '../../../../src/roles/roles';
import { toSamples } from '../../../../src/roles/toSamples';
import type { RoleChoices } from '../../../../src/shared/roleChoices';
import { goldenEntries, itOnCorpus } from '../../../support/corpus';

interface ExpectedRoles {
  readonly target?: string;
  readonly prediction?: string;
  readonly predictions?: readonly string[];
  readonly probability?: string;
  readonly probabilities?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  readonly lower?: string;
  readonly upper?: string;
  readonly split?: string;
  readonly id?: string;
  readonly classes?: readonly (string | number)[];
  readonly positive_label?: string | number;
}

interface Expected {
  readonly roles?: ExpectedRoles | null;
}

/** A second task in a table that is found only when it is chosen. */
const chosen: Readonly<Record<string, RoleChoices>> = {
  'regression_pred__corn_log_and_original.csv.log.expected.json': { target: 'actual_log' },
};

async function read(file: string): Promise<Table> {
  const source = bufferSource(basename(file), new Uint8Array(readFileSync(file)));
  if (/\.jsonl?$/.test(file)) return readJson(source);
  return file.endsWith('.npy') ? readNpy(source) : readDelimited(source);
}

const words: readonly (readonly [RegExp, Roles['task']])[] = [
  [/^regression/, 'regression'],
  [/^binary/, 'binary'],
  [/^multiclass/, 'multiclass'],
];

function taskOf(text: string): Roles['task'] | undefined {
  return words.find(([word]) => word.test(text))?.[1];
}

function plain(name: string): string {
  return name.replace('<TAB>', '').split(' = ')[0]!.trim();
}

function checkRoles(roles: Roles, expected: ExpectedRoles): void {
  assert.equal(roles.target?.trim(), plain(expected.target!));
  const predictions = expected.predictions ?? (expected.prediction ? [expected.prediction] : null);
  if (predictions !== null) {
    assert.deepEqual(
      roles.models.map(({ prediction }) => prediction?.trim()),
      predictions.map(plain),
    );
  }
  checkProbabilities(roles, expected);
  const { lower, upper, split, id, classes, positive_label } = expected;
  if (lower !== undefined) assert.equal(roles.models[0]?.lower, lower);
  if (upper !== undefined) assert.equal(roles.models[0]?.upper, upper);
  if (split !== undefined) assert.equal(roles.split, split);
  if (id !== undefined) assert.equal(roles.id, id);
  if (classes !== undefined) assert.deepEqual(roles.classes, classes.map(String));
  if (positive_label !== undefined) {
    assert.equal(roles.positive === 'True' ? '1' : roles.positive, String(positive_label));
  }
}

function checkProbabilities(roles: Roles, { probability, probabilities }: ExpectedRoles): void {
  const own = roles.models.map(model => model.probability);
  if (probability !== undefined) assert.deepEqual(own, [[plain(probability)]]);
  if (Array.isArray(probabilities)) assert.deepEqual(own.flat(), probabilities);
  else if (probabilities !== undefined) {
    const byModel = roles.models.flatMap(({ name, probability: columns }) =>
      columns === undefined ? [] : [[name, columns]],
    );
    assert.deepEqual(Object.fromEntries(byModel), probabilities);
  }
}

describe('guessRoles on the corpus', () => {
  for (const { path, task: words, files } of goldenEntries()) {
    const task = taskOf(words);
    if (task === undefined || files.length !== 1 || !/\.(csv|tsv|jsonl?)$/.test(files[0]!))
      continue;
    const name = basename(path);
    const needed = [path, ...files];
    const title = `finds the roles of ${name.replace('.expected.json', '')}`;
    itOnCorpus(title, needed, async (golden, file) => {
      const expected = JSON.parse(readFileSync(golden!, 'utf8')) as Expected;
      const table = await read(file!);
      const roles = guessRoles(table, chosen[name] ?? {});
      assert.equal(roles.task, task);
      if (expected.roles) checkRoles(roles, expected.roles);
      assert.equal(toSamples(table, roles).rows, table.rows);
    });
  }

  const withoutPair = [
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
    'tricky/sdg_multilabel_no_truth.csv',
    'wandb_csv/gnn_runs_table.csv',
  ];
  for (const path of withoutPair) {
    itOnCorpus(`invents no target for ${path}`, [path], async file => {
      const table = await read(file);
      assert.throws(() => guessRoles(table, {}), ReadError);
    });
  }
});

describe('joinTables on the corpus', () => {
  const joins: readonly { files: readonly string[]; target: string; models: readonly string[] }[] =
    [
      {
        files: [
          'submissions/watson submission (1).csv',
          'submissions/watson_id_prediction_label.csv',
        ],
        target: 'label',
        models: ['prediction'],
      },
      {
        files: [
          'jsonl/semeval_gold.json',
          'jsonl/semeval_roberta_pred.jsonl',
          'jsonl/semeval_minilm_pred.jsonl',
        ],
        target: 'average',
        models: ['semeval_roberta_pred', 'semeval_minilm_pred'],
      },
      {
        files: ['npy/qm9_y_pred.npy', 'npy/qm9_y_true.npy'],
        target: 'qm9_y_true',
        models: ['qm9_y_pred'],
      },
    ];
  for (const { files, target, models } of joins) {
    itOnCorpus(`joins ${files.join(' with ')}`, files, async (...paths) => {
      const { table } = joinTables(await Promise.all(paths.map(read)), {});
      const roles = guessRoles(table, {});
      assert.equal(roles.target, target);
      assert.deepEqual(
        roles.models.map(({ name }) => name),
        models,
      );
    });
  }
});
