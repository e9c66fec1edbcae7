import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../../../src/cli/run';
import { standardInput } from '../../../src/cli/standardInput';
import type { LossReport } from '../../../src/shared/lossReport';

const header = 'id,y_true,y_pred\n';

describe('parts in the terminal', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loss-lens-parts-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    const root = await mkdtemp(join(folder, 'case-'));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), content);
    }
    return root;
  }

  async function reportOf(...args: readonly string[]): Promise<LossReport> {
    const { exitCode, stdout, stderr } = await run(['inspect', ...args, '--json']);
    equal(exitCode, 0, stderr);
    return JSON.parse(stdout) as LossReport;
  }

  it('reads a folder of parts, without what writers leave beside them', async () => {
    const root = await write({
      _SUCCESS: '',
      '._SUCCESS.crc': 'crc',
      '.part-00000.csv.crc': 'crc',
      'part-00000.csv': `${header}1,1,2\n`,
      'part-00001.csv': `${header}2,2,4\n`,
      'README.md': 'nothing',
    });
    const { sources, models } = await reportOf(root);
    deepEqual(
      sources.map(({ name }) => name),
      ['part-00000.csv', 'part-00001.csv'],
    );
    // (1 + 4) / 2
    equal(models[0]?.values.mse, 2.5);
  });

  it('says what of a folder is no part', async () => {
    const root = await write({
      'part-0.csv': `${header}1,1,2\n`,
      'part-1.csv': `${header}2,2,4\n`,
      'other.csv': `${header}2,2,4\n`,
    });
    const { notes } = await reportOf(root);
    ok(notes.includes('Left out, beside the parts of a table: other.csv.'));
  });

  it('reads a pattern', async () => {
    const root = await write({
      'a/part-0.csv': `${header}1,1,2\n`,
      'b/part-1.csv': `${header}2,2,4\n`,
      'b/other.csv': 'x\n',
    });
    const report = await reportOf(join(root, '*', 'part-?.csv'), '--parts');
    equal(report.models[0]?.n, 2);
  });

  it('ends with 2 and names --parts where the names leave it open', async () => {
    const root = await write({ 'p_1.csv': `${header}9,1,2\n`, 'p_2.csv': `${header}2,2,4\n` });
    const files = ['p_1.csv', 'p_2.csv'].map(name => join(root, name));
    const { exitCode, stderr } = await run(['inspect', ...files]);
    equal(exitCode, 2);
    match(stderr, /--parts/);
    equal(stderr.trim().split('\n').length, 1);
    equal((await reportOf(...files, '--parts')).models[0]?.n, 2);
  });

  it('names --parts when the rows of files cannot be matched', async () => {
    const root = await write({
      'north.csv': `${header}9,1,2\n10,1,2\n`,
      'south.csv': `${header}2,2,4\n`,
    });
    const files = ['north.csv', 'south.csv'].map(name => join(root, name));
    const { exitCode, stderr } = await run(['inspect', ...files]);
    equal(exitCode, 2);
    match(stderr, /--parts/);
    equal((await reportOf(...files, '--parts')).models[0]?.n, 3);
  });

  it('enters a circle of links once', async () => {
    const root = await write({
      'in/part-0.csv': `${header}1,1,2\n`,
      'in/part-1.csv': `${header}2,2,4\n`,
    });
    await symlink(root, join(root, 'in', 'again'));
    equal((await reportOf(root)).sources.length, 2);
  });

  it('says that a folder holds no data, or a table whose files a log tells', async () => {
    const none = await run(['inspect', await write({ 'README.md': '' })]);
    equal(none.exitCode, 2);
    match(none.stderr, /no data file/);
    const delta = await run([
      'inspect',
      await write({ '_delta_log/0.json': '{}', 'part-0.csv': header }),
    ]);
    equal(delta.exitCode, 2);
    match(delta.stderr, /Delta table/);
  });

  it('uses the parts that can be read and names the others', async () => {
    const packed = gzipSync(`${header}3,3,6\n`);
    const broken = packed.slice();
    broken[broken.length - 6]! ^= 1;
    const root = await write({
      'part-0.csv.gz': gzipSync(`${header}1,1,2\n`),
      'part-1.csv.gz': gzipSync(`${header}2,2,4\n`),
      'part-2.csv.gz': broken,
      'part-3.csv.gz': 'PK\u0003\u0004 something else',
      'part-4.csv.gz': '',
    });
    const { models, notes } = await reportOf(root);
    equal(models[0]?.n, 2);
    ok(
      notes.some(note => /part-2\.csv\.gz: it cannot be unpacked.*left out/.test(note)),
      notes.join(),
    );
    ok(notes.some(note => /part-3\.csv\.gz: this is a zip archive.*left out/.test(note)));
    ok(notes.some(note => /empty parts left out: part-4\.csv\.gz/.test(note)));
  });

  it('leaves out a part with other columns and says so', async () => {
    const root = await write({
      'part-0.csv': `${header}1,1,2\n`,
      'part-1.csv': 'y_pred,id,y_true\n4,2,2\n',
      'part-2.csv': 'name,town\nEva,Ulm\n',
      'part-3.csv': 'id,y_true\n4,2\n',
    });
    const { models, notes, skipped } = await reportOf(root);
    equal(models[0]?.n, 2);
    equal(models[0]?.values.mse, 2.5);
    equal(skipped[0]?.count, 1);
    ok(
      notes.some(note => note.includes('part-2.csv has none of the first part')),
      notes.join('\n'),
    );
    ok(notes.some(note => note.includes('part-3.csv without a column "y_pred"')));
  });

  it('reads 10,000 parts', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [
        `part-${String(i).padStart(5, '0')}.csv`,
        `${header}${i},${i},${i + 1}\n`,
      ]),
    );
    const { models, sources } = await reportOf(await write(files));
    equal(sources.length, 10_000);
    equal(models[0]?.n, 10_000);
    equal(models[0]?.values.mse, 1);
  });

  it('reads a packed file alone, and one that is cut up to its last whole line', async () => {
    const text = `${header}${Array.from({ length: 30_000 }, (_, i) => `${i},${i % 7},${(i * 7919) % 13}`).join('\n')}\n`;
    const packed = gzipSync(text);
    const root = await write({
      'a.csv.gz': packed,
      'cut.csv.gz': packed.subarray(0, packed.length / 2),
    });
    equal((await reportOf(join(root, 'a.csv.gz'))).models[0]?.n, 30_000);
    const cut = await reportOf(join(root, 'cut.csv.gz'));
    ok(cut.models[0]!.n > 1000 && cut.models[0]!.n < 30_000);
    deepEqual(cut.skipped, []);
    ok(cut.partial !== undefined);
    ok(cut.notes.some(note => note.includes('it ends before the packed data do')));
  });

  it('reads several members of one packed file, and tells what stands behind them', async () => {
    const members = [gzipSync(`${header}1,1,2\n`), gzipSync('2,2,4\n')];
    const root = await write({
      'two.csv.gz': Buffer.concat(members),
      'padded.csv.gz': Buffer.concat([...members, Buffer.alloc(512)]),
      'behind.csv.gz': Buffer.concat([...members, Buffer.from('what is this?')]),
    });
    for (const name of ['two', 'padded', 'behind']) {
      const { models, notes } = await reportOf(join(root, `${name}.csv.gz`));
      equal(models[0]?.n, 2, name);
      equal(
        notes.some(note => note.includes('no gzip data')),
        name === 'behind',
      );
    }
  });

  it('ends with one sentence for an archive of something else', async () => {
    const tar = Buffer.alloc(1024);
    tar.write('ustar', 257);
    const root = await write({
      'zip.csv.gz': 'PK\u0003\u0004 something else',
      'tar.csv.gz': gzipSync(tar),
      'twice.csv.gz': gzipSync(gzipSync(header)),
      'nothing.csv.gz': gzipSync(''),
    });
    for (const [name, sentence] of [
      ['zip', /zip archive in spite of its name/],
      ['tar', /tar archive again/],
      ['twice', /gzip again/],
      ['nothing', /empty/],
    ] as const) {
      const { exitCode, stderr } = await run(['inspect', join(root, `${name}.csv.gz`)]);
      equal(exitCode, 1);
      match(stderr, sentence);
      equal(stderr.trim().split('\n').length, 1);
    }
  });

  it('stops unpacking what is no table before it takes the memory', async () => {
    const root = await write({ 'bomb.csv.gz': gzipSync(Buffer.alloc(300 << 20)) });
    const before = process.memoryUsage().rss;
    const { exitCode, stderr } = await run(['inspect', join(root, 'bomb.csv.gz')]);
    equal(exitCode, 1);
    match(stderr, /bomb\.csv\.gz/);
    ok(process.memoryUsage().rss - before < 400 << 20);
  });

  it('reads standard input, through a file where it is long, and takes the file away', async () => {
    async function* pieces() {
      yield Buffer.from(`${header}1,1,2\n`);
      yield Buffer.from('2,2,4\n');
    }
    const short = await standardInput(pieces());
    equal(short.ref.kind, 'bytes');
    const long = await standardInput(pieces(), 8);
    equal(long.ref.kind, 'file');
    const path = long.ref.kind === 'file' ? long.ref.path : '';
    equal((await reportOf(path)).models[0]?.values.mse, 2.5);
    await long.remove();
    equal((await run(['inspect', path])).exitCode, 1);
  });
});
