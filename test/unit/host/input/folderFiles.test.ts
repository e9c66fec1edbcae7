import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';
import { folderFiles } from '../../../../src/host/input/folderFiles';
import { isGathered } from '../../../../src/roles/parts/folderEntries';

const [file, directory] = [1, 2];

/** A file system of these paths under `/runs`. */
function list(paths: readonly string[]): void {
  Object.assign(workspace.fs, {
    readDirectory: async ({ path }: Uri) => {
      const inside = paths.filter(one => one.startsWith(`${path}/`));
      const parts = inside.map(one => one.slice(path.length + 1).split('/'));
      return [
        ...new Map(parts.map(([name, ...rest]) => [name, rest.length > 0 ? directory : file])),
      ];
    },
  });
}

async function found(...paths: readonly string[]): Promise<readonly string[]> {
  list(paths.map(path => `/runs/${path}`));
  return (await folderFiles(Uri.file('/runs'))).map(({ path }) => path.replace('/runs/', ''));
}

describe('the files of a folder that can be compared', () => {
  it('are training logs under their usual names, and tables', () => {
    const names = ['metrics.csv', 'history.json', 'trainer_state.json', 'training_log.txt'];
    const others = ['events.out.tfevents.1.host', 'log.jsonl', 'model_a.csv', 'p.parquet'];
    for (const name of [...names, ...others]) assert.ok(isGathered(name), name);
    for (const name of ['config.json', 'notes.txt', 'model.pt', 'demo.ipynb', 'metrics.yaml'])
      assert.ok(!isGathered(name), name);
  });

  it('are found in the folders below, in the order of their numbers', async () => {
    assert.deepEqual(await found('v10/metrics.csv', 'v2/metrics.csv', 'a.csv', 'photo.png'), [
      'a.csv',
      'v2/metrics.csv',
      'v10/metrics.csv',
    ]);
  });

  it('are not looked for in hidden folders, in libraries and without end', async () => {
    const deep = `${'d/'.repeat(40)}metrics.csv`;
    assert.deepEqual(await found('.git/log.txt', 'node_modules/x/log.csv', deep, 'a.csv'), [
      'a.csv',
    ]);
  });

  it('are not looked for behind a link to a folder, which may lead round in a circle', async () => {
    const link = 64;
    Object.assign(workspace.fs, {
      readDirectory: async ({ path }: Uri) =>
        path === '/runs'
          ? [
              ['loop', directory | link],
              ['linked.csv', file | link],
              ['own', directory],
            ]
          : [['metrics.csv', file]],
    });
    const paths = (await folderFiles(Uri.file('/runs'))).map(({ path }) => path);
    assert.deepEqual(paths, ['/runs/linked.csv', '/runs/own/metrics.csv']);
  });

  it('are not looked for without end in a folder of very many entries', async () => {
    let asked = 0;
    Object.assign(workspace.fs, {
      readDirectory: async () => {
        asked += 1;
        return Array.from({ length: 100 }, (_, i) => [`d${i}`, directory]);
      },
    });
    await folderFiles(Uri.file('/runs'));
    // 100 of the first level and 10,000 below them, but none of those.
    assert.ok(asked <= 101, `${asked} folders were listed`);
  });

  it('hold the latest checkpoint of a run only', async () => {
    const state = (step: number): string => `out/checkpoint-${step}/trainer_state.json`;
    assert.deepEqual(await found(state(500), state(1500), state(1000)), [state(1500)]);
    assert.deepEqual(await found(state(500), 'out/trainer_state.json'), ['out/trainer_state.json']);
  });
});
