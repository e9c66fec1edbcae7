import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import fc from 'fast-check';
import { fileSource } from '../../../../src/engine/node/fileSource';
import { readInWorkers } from '../../../../src/engine/ranges/readInWorkers';
import { BlockSums, summed } from '../../../../src/readers/append/blockSums';
import type { ByteSource } from '../../../../src/readers/byteSource';
import { bufferSource } from '../../../../src/readers/byteSource';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import { readLarge } from '../../../../src/readers/delimited/readLarge';
import type { ReadOptions } from '../../../../src/readers/delimited/readOptions';
import type { Table } from '../../../../src/readers/table';

const folder = mkdtempSync(join(tmpdir(), 'loss-lens-ranges-'));
const workerPath = join(folder, 'rangeWorker.js');
const deadWorker = join(folder, 'dead.js');
const path = join(folder, 'a.csv');
/** A process that does nothing but read a file with a second thread. */
const alone = join(folder, 'alone.js');
const aloneText = `
  import { fileSource } from './engine/node/fileSource';
  import { readInWorkers } from './engine/ranges/readInWorkers';
  import { readLarge } from './readers/delimited/readLarge';
  const [path, workerPath] = process.argv.slice(2);
  const readColumns = readInWorkers({ workerPath, path, threads: 2, rangeSize: 4000, worthwhile: 0 });
  fileSource(path)
    .then(async source => {
      const head = await source.read(0, 1000);
      const table = await readLarge(source, head, 0, { readColumns });
      console.log(table.rows);
      await source.close();
    });
`;
/** Keeps every range for a while and then gives it back unread. */
const slowWorker = join(folder, 'slow.js');
const slowText = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ index }) =>
    setTimeout(() => parentPort.postMessage({ index, part: null, sums: [] }), 500));
`;

async function readFile(threads: number, worker = workerPath, extra: ReadOptions = {}) {
  const source = await fileSource(path);
  const readColumns = readInWorkers({
    workerPath: worker,
    path,
    threads,
    rangeSize: 512,
    worthwhile: 0,
  });
  try {
    const head = await source.read(0, 2048);
    return await readLarge(source, head, 0, { readColumns, ...extra });
  } finally {
    await source.close();
  }
}

function contents(table: Table): unknown {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  return {
    rows: table.rows,
    lines: rows.map(table.lineOf),
    columns: table.columns.map(column => ({
      name: column.name,
      kind: column.kind,
      numbers: [...column.numbers],
      missing: column.missing,
      invalid: [...column.invalid],
      texts: column.kind === 'number' ? [] : rows.map(column.textOf),
    })),
    problems: table.problems,
    repeats: table.headerRepeats,
  };
}

function plainRows(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `${i},${i / 7},${i % 3 === 0 ? 'dog' : 'cat'}\n`,
  ).join('');
}

describe('reading one file in several threads', () => {
  before(async function () {
    this.timeout(60_000);
    const { webAssembly } = createRequire(join(process.cwd(), 'test'))('./esbuild.js');
    await esbuild.build({
      plugins: [webAssembly],
      entryPoints: ['src/engine/ranges/rangeWorker.ts'],
      outfile: workerPath,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
    });
    await esbuild.build({
      plugins: [webAssembly],
      stdin: { contents: aloneText, resolveDir: 'src', loader: 'ts' },
      outfile: alone,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
    });
    writeFileSync(deadWorker, 'process.exit(1);');
    writeFileSync(slowWorker, slowText);
  });
  after(() => rmSync(folder, { recursive: true }));

  const cell = fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc.constantFrom('', 'NA', '"1.5"', '"two\nlines, and ""quotes"""', '" \r\n,1\n2,3\n"', 'word'),
  );
  const ending = fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '\n\n', ',extra\n');
  const record = fc.tuple(cell, fc.double({ noNaN: true }), cell, ending);

  it('gives the same table for 1, 2 and 7 threads, whatever stands at the cuts', async function () {
    this.timeout(120_000);
    const files = fc.array(record, { minLength: 60, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(files, async records => {
        const rows = records.map(([a, b, c, end]) => `${a},${b},${c}${end}`).join('');
        writeFileSync(path, `a,b,c\n${plainRows(120)}${rows}`);
        const one = contents(await readFile(1));
        assert.deepEqual(contents(await readFile(2)), one);
        assert.deepEqual(contents(await readFile(7)), one);
      }),
      { numRuns: 6 },
    );
  });

  it('keeps the same rows for 1, 2 and 7 threads when not all fit', async function () {
    this.timeout(60_000);
    const rows = 12_000;
    writeFileSync(path, `id,y,label\n${plainRows(rows)}`);
    const budget = { memoryBudget: 100_000 };
    const one = await readFile(1, workerPath, budget);
    assert.equal(one.sampled?.rows, rows);
    assert.ok(one.rows < rows / 2, `${one.rows} rows`);
    for (const threads of [2, 7]) {
      const table = await readFile(threads, workerPath, budget);
      assert.deepEqual(contents(table), contents(one));
    }
  });

  it('gives the table that reading the whole file gives', async () => {
    const text = `id,y,label\n${plainRows(500)}`;
    writeFileSync(path, text);
    const whole = await readDelimited(bufferSource('a.csv', new TextEncoder().encode(text)));
    assert.deepEqual(contents(await readFile(3)), contents(whole));
  });

  it('knows the checksum of every block afterwards, whoever has read it', async () => {
    const text = `id,y,label\n${plainRows(120_000)}`;
    writeFileSync(path, text);
    const bytes = new TextEncoder().encode(text);
    const [sums, expected] = [new BlockSums(), new BlockSums()];
    expected.see(0, bytes);
    const file = await fileSource(path);
    const source = summed(file, sums);
    const ranges = 8;
    const rangeSize = Math.ceil(bytes.length / ranges);
    const readColumns = readInWorkers({ workerPath, path, threads: 3, rangeSize, worthwhile: 0 });
    const head = await source.read(0, 2048);
    await readLarge(source, head, 0, { readColumns });
    const whole = expected.entries.length;
    assert.ok(
      whole > 3 * ranges && sums.entries.length >= whole - ranges,
      `${sums.entries.length}`,
    );
    await sums.complete(source, bytes.length);
    await file.close();
    const byBlock = (one: BlockSums) => one.entries.toSorted(([a], [b]) => a - b);
    assert.deepEqual(byBlock(sums), byBlock(expected));
    assert.ok(sums.agreesWith(expected));
  });

  it('goes on when every worker dies', async () => {
    writeFileSync(path, `id,y,label\n${plainRows(500)}`);
    const table = await readFile(3, deadWorker);
    assert.equal(table.rows, 500);
    assert.equal(table.partial, undefined);
  });

  it('waits for a worker although nothing else keeps the process alive', () => {
    writeFileSync(path, `id,y,label\n${plainRows(300)}`);
    const printed = execFileSync(process.execPath, [alone, path, slowWorker], { encoding: 'utf8' });
    assert.equal(printed.trim(), '300');
  });

  it('keeps the rows that a shrinking file still had and says so', async () => {
    const text = `id,y,label\n${plainRows(2000)}`;
    writeFileSync(path, text);
    const table = await readFile(2, workerPath, {
      needed: preview => {
        truncateSync(path, 20_000);
        return preview.columns.map(column => column.name);
      },
    });
    assert.ok(table.rows > 500 && table.rows < 2000, String(table.rows));
    assert.equal(table.partial, true);
    assert.match(table.problems.map(problem => problem.text).join(), /became shorter/);
  });

  it('stops when told to and marks what it has as partial', async () => {
    writeFileSync(path, `id,y,label\n${plainRows(20_000)}`);
    const signal = { aborted: false };
    const table = await readFile(2, workerPath, {
      signal: signal as AbortSignal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    assert.ok(table.rows > 0 && table.rows < 20_000);
    assert.equal(table.partial, true);
  });
});

describe('reading a large file', function () {
  this.timeout(120_000);
  it('reads only the needed columns and names the others', async () => {
    const bytes = new TextEncoder().encode(`id,y,label\n${plainRows(350_000)}`);
    const table = await readDelimited(bufferSource('a.csv', bytes), {
      needed: () => ['label', 'y'],
    });
    assert.deepEqual(
      table.columns.map(column => [column.name, column.kind]),
      [
        ['y', 'number'],
        ['label', 'label'],
      ],
    );
    assert.deepEqual(table.unread, ['id']);
    assert.equal(table.columns[0]!.numbers[349_999], Number(String(349_999 / 7)));
    assert.equal(table.columns[1]!.textOf(349_999), 'cat');
    assert.equal(table.lineOf(349_999), 350_001);
  });

  it('reads a column again as words when its numbers end behind the first megabyte', async () => {
    const rows = Array.from({ length: 400_000 }, (_, i) =>
      i < 150_000 ? `${i},1\n` : `${i},a-class-with-a-longer-name\n`,
    );
    const bytes = new TextEncoder().encode(`id,label\n${rows.join('')}`);
    const table = await readDelimited(bufferSource('a.csv', bytes));
    assert.deepEqual([0, 399_999].map(table.columns[1]!.textOf), [
      '1',
      'a-class-with-a-longer-name',
    ]);
  });

  it('keeps what it has when reading fails in the middle', async () => {
    const bytes = new TextEncoder().encode(`id,y,label\n${plainRows(500_000)}`);
    const failing: ByteSource = {
      ...bufferSource('a.csv', bytes),
      read: (start, end) =>
        end > 12 << 20
          ? Promise.reject(new Error('the disk is gone'))
          : Promise.resolve(bytes.subarray(start, end)),
    };
    const table = await readDelimited(failing);
    assert.ok(table.rows > 100_000 && table.rows < 500_000);
    assert.equal(table.partial, true);
    assert.match(table.problems.at(-1)!.text, /not read to the end: the disk is gone/);
  });

  it('reads on behind a quote that is never closed', async () => {
    const text = `id,y,label\n1,2,"cat\n${plainRows(650_000)}`;
    const table = await readDelimited(bufferSource('a.csv', new TextEncoder().encode(text)));
    assert.equal(table.rows, 650_001);
    assert.match(table.problems.map(problem => problem.text).join(), /1 quote is never closed/);
  });

  it('stops before a line that no table has and names it', async () => {
    const start = `id,y,label\n${plainRows(40_000)}`;
    const bytes = new Uint8Array(start.length + (90 << 20)).fill(0x31);
    bytes.set(new TextEncoder().encode(start));
    const table = await readDelimited(bufferSource('a.csv', bytes));
    assert.equal(table.rows, 40_000);
    assert.match(table.problems.at(-1)!.text, /a\.csv, line 40002: this line is longer than 64 MB/);
  });
});
