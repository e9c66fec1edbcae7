import assert from 'node:assert/strict';
import type { RoleChoices } from '../../../../src/shared/roleChoices';
import { type Files, inspected } from './inspected';

const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
const pair = 'y_true,y_pred\n1,0\n0,0\n1,1\n';
const history = 'epoch,loss,val_loss\n0,3,3\n1,2,2\n2,1,1\n';

interface Refusal {
  readonly what: string;
  readonly files: Files;
  readonly choices?: RoleChoices;
  readonly says: RegExp;
  /** True where the request is at fault and not the file. */
  readonly usage: boolean;
}

const refusals: readonly Refusal[] = [
  ...['npy', 'csv', 'parquet', 'json'].map(extension => ({
    what: `a Git LFS pointer named .${extension}`,
    files: { [`a.${extension}`]: pointer },
    says: /^a\.\w+: this is a Git LFS pointer/,
    usage: false,
  })),
  {
    what: 'a column that is not there',
    files: { 'a.csv': pair },
    choices: { target: 'price' },
    says: /no column "price"/,
    usage: true,
  },
  {
    what: 'a class that is not there',
    files: { 'a.csv': pair },
    choices: { positive: 'yes' },
    says: /no class "yes"/,
    usage: true,
  },
  {
    what: 'predictions beside a history',
    files: { 'a.csv': history, 'b.csv': pair },
    says: /a\.csv: this is a training history and b\.csv is not/,
    usage: true,
  },
  {
    what: 'files of different lengths without ids',
    files: { 'y_true.csv': 'y_true\n1.5\n2.5\n', 'y_pred.csv': 'y_pred\n1\n2\n3\n' },
    says: /it has 3 rows, y_true\.csv has 2/,
    usage: true,
  },
  {
    what: 'files without a target in any of them',
    files: { 'a.csv': 'id,prediction\n1,2\n2,3\n', 'b.csv': 'id,prediction\n1,2\n2,4\n' },
    says: /no target was found in a\.csv and b\.csv/,
    usage: true,
  },
  {
    what: 'a table of hyperparameters and their scores',
    files: {
      'a.csv':
        'mean_fit_time,params,mean_test_neg_log_loss,rank_test_neg_log_loss\n0.1,C=1,-0.5,2\n0.2,C=10,-0.4,1\n',
    },
    says: /table of scores/,
    usage: false,
  },
  {
    what: 'a table in which no row has both values',
    files: { 'a.csv': 'y_true,y_pred\n1.5,NA\nNA,2.5\n' },
    says: /none of the 2 rows can be used: missing target and missing prediction/,
    usage: false,
  },
  {
    what: 'lists that were printed in part',
    files: { 'a.csv': 'model,y_true,y_pred\nA,[1. 2. ... 8. 9.],[1. 2. ... 8. 9.]\n' },
    says: /a\.csv/,
    usage: false,
  },
];

describe('files and requests that are refused', () => {
  for (const { what, files, choices, says, usage } of refusals) {
    it(`refuses ${what} in one sentence`, async () => {
      await assert.rejects(inspected(files, choices), (error: Error & { usage?: boolean }) => {
        assert.match(error.message, says);
        assert.equal(error.message.includes('\n'), false);
        assert.equal(error.usage === true, usage);
        return true;
      });
    });
  }
});
