import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Reading } from '../../../../src/readers/append/reading';
import {
  beginReading,
  continues,
  readOn,
  withUnfinishedLine,
} from '../../../../src/readers/append/readOn';
import { type ByteSource, bufferSource } from '../../../../src/readers/byteSource';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import { readJson } from '../../../../src/readers/json/readJson';
import { type Column, columnNamed, type Table } from '../../../../src/readers/table';
import { readTfevents } from '../../../../src/readers/tfevents/readTfevents';
import { event, record } from '../../../support/tfevents';

const encoder = new TextEncoder();
const source = (text: string, name = 'log.csv'): ByteSource =>
  bufferSource(name, encoder.encode(text));

async function begun(text: string): Promise<Reading> {
  const reading = (await beginReading(source(text), await readDelimited(source(text))))();
  assert(reading !== undefined);
  return reading;
}

/** A source that notes which bytes were asked for. */
function watched(text: string): ByteSource & { readonly asked: [number, number][] } {
  const bytes = source(text);
  const asked: [number, number][] = [];
  return {
    ...bytes,
    asked,
    read: (start, end) => {
      asked.push([start, end]);
      return bytes.read(start, end);
    },
  };
}

/** What a table says, with numbers in place of their spelling. */
function told(table: Table): unknown {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const cell = (column: Column, row: number) =>
    column.kind === 'number'
      ? (column.invalid.get(row) ?? column.numbers[row])
      : column.textOf(row);
  return {
    ...table,
    lineOf: rows.map(row => table.lineOf(row)),
    columns: table.columns.map(column => ({
      name: column.name,
      kind: column.kind,
      missing: column.missing,
      percent: column.percent,
      numbers: [...column.numbers],
      cells: rows.map(row => cell(column, row)),
    })),
  };
}

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom('', 'nan', 'n/a', '12 %', 'True', 'cat', '2024-05-01') },
);
const line = fc.tuple(
  fc.nat(99).map(String),
  cell,
  cell,
  fc.constantFrom('train', 'test', '"a ""b"""'),
);

describe('reading on', () => {
  it('gives the table that reading anew gives, wherever the file was cut between lines', async () => {
    let grown = 0;
    const lines = fc.array(line, { minLength: 2, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('\n', '\r\n'),
        async (rows, i, j, end) => {
          const all = ['epoch,loss,val_loss,split', ...rows.map(cells => cells.join(','))];
          const upTo = (count: number) =>
            all
              .slice(0, count)
              .map(text => text + end)
              .join('');
          const first = 2 + (i % (all.length - 1));
          const second = first + (j % (all.length - first + 1));
          let reading: Reading | undefined = await begun(upTo(first));
          for (const text of [upTo(second), upTo(all.length)]) {
            if (reading !== undefined) reading = await readOn(source(text), reading);
          }
          if (reading === undefined) return;
          grown += 1;
          assert.deepEqual(
            told(reading.table),
            told(await readDelimited(source(upTo(all.length)))),
          );
        },
      ),
      { numRuns: 300 },
    );
    assert(grown > 100, `${grown} of 300 were read on`);
  });

  it('reads the added bytes and none before them', async () => {
    const old = `epoch,loss\n${Array.from({ length: 5000 }, (_, i) => `${i},${1 / (i + 1)}\n`).join('')}`;
    const reading = await begun(old);
    const now = watched(`${old}5000,0.25\n`);
    const grown = await readOn(now, reading);
    assert.deepEqual(now.asked, [[old.length, old.length + 10]]);
    assert.equal(grown?.table.rows, 5001);
    assert.equal(grown.table.lineOf(5000), 5002);
    assert.equal(columnNamed(grown.table, 'loss')?.numbers[5000], 0.25);
  });

  it('keeps what was given out as it was', async () => {
    const reading = await begun('a,b,c\n1,x,\n2,y,\n');
    const before = told(reading.table);
    const one = await readOn(source('a,b,c\n1,x,\n2,y,\n3,z,1\n'), reading);
    const first = told(one!.table);
    await readOn(source('a,b,c\n1,x,\n2,y,\n3,z,1\n4,w,2\n'), one!);
    await readOn(source('a,b,c\n1,x,\n2,y,\n5,v,9\n'), reading);
    assert.deepEqual(told(reading.table), before);
    assert.deepEqual(told(one!.table), first);
  });

  it('lets a line wait until its line break comes', async () => {
    const reading = await begun('epoch,loss\n1,0.5\n');
    const torn = await readOn(source('epoch,loss\n1,0.5\n2,0.2'), reading);
    assert.equal(torn, reading);
    const whole = await readOn(source('epoch,loss\n1,0.5\n2,0.25\n'), reading);
    assert.deepEqual([...whole!.table.columns[1]!.numbers], [0.5, 0.25]);
  });

  it('takes a last line without a line break when asked to, and can still read on', async () => {
    const reading = await begun('epoch,loss\n1,0.5\n');
    for (const loss of ['0.2', '0.24']) {
      const shown = await withUnfinishedLine(source(`epoch,loss\n1,0.5\n2,${loss}`), reading);
      assert.deepEqual([...shown!.columns[1]!.numbers], [0.5, Number(loss)]);
    }
    const whole = await readOn(source('epoch,loss\n1,0.5\n2,0.245\n'), reading);
    assert.deepEqual([...whole!.table.columns[1]!.numbers], [0.5, 0.245]);
  });

  it('turns an empty column into numbers when they come', async () => {
    const reading = await begun('epoch,val_loss\n0,\n1,\n');
    assert.equal(reading.table.columns[1]!.kind, 'empty');
    const grown = await readOn(source('epoch,val_loss\n0,\n1,\n2,0.5\n'), reading);
    const column = grown!.table.columns[1]!;
    assert.deepEqual(
      [column.kind, column.missing, ...column.numbers],
      ['number', 2, NaN, NaN, 0.5],
    );
  });

  it('marks a restart where the header comes again', async () => {
    const old = 'epoch,loss\n0,3\n1,2\n';
    const grown = await readOn(source(`${old}epoch,loss\n0,2.5\n`), await begun(old));
    assert.deepEqual(grown?.table.headerRepeats, [2]);
    assert.equal(grown.table.lineOf(2), 5);
  });

  it('leaves a new header with more columns, and rows that do not fit, to a new reading', async () => {
    const old = 'epoch,loss\n0,3\n1,2\n';
    for (const added of ['epoch,loss,lr\n0,2,0.1\n', '2\n', '2,1,7\n', '2,"1\n3,4\n']) {
      assert.equal(await readOn(source(old + added), await begun(old)), undefined, added);
    }
  });

  it('leaves a column that turns into words to a new reading', async () => {
    const old = 'id,loss\n0,3\n1,2\n';
    assert.equal(await readOn(source(`${old}2,high\n3,low\n`), await begun(old)), undefined);
  });

  it('does not begin at a line that may not be whole, nor in a document', async () => {
    for (const text of ['a,b\n1,2\n3,4', 'a,b\n1,2\r']) {
      const reading = await beginReading(source(text), await readDelimited(source(text)));
      assert.equal(reading(), undefined);
    }
    const json = source('[{"a": 1}, {"a": 2}]\n', 'a.json');
    assert.equal((await beginReading(json, await readJson(json)))(), undefined);
  });

  it('tells a grown file from a rewritten one at its beginning, its old end and its size', async () => {
    const old = `a,b\n${'1,2\n'.repeat(2000)}3,4\n`;
    const reading = await begun(old);
    assert.equal(await continues(source(`${old}5,6\n`), reading), true);
    assert.equal(await continues(source(`a,c${old.slice(3)}5,6\n`), reading), false);
    assert.equal(await continues(source(`${old.slice(0, -2)}9\n5,6\n`), reading), false);
    assert.equal(await continues(source(old.slice(0, -4)), reading), false);
    const now = watched(`${old}5,6\n`);
    await continues(now, reading);
    assert(now.asked.reduce((sum, [start, end]) => sum + end - start, 0) <= 1024);
  });

  it('reads on over a record that is longer than what is read at once', async () => {
    const old = 'a,b\n1,2\n3,4\n';
    const reading = await begun(old);
    const long = `5,"${'x'.repeat(9 << 20)}"\n`;
    const grown = await readOn(source(`${old}${long}`), reading);
    assert.ok(grown === undefined || grown.table.rows === 3);
    const numbers = await readOn(source(`${old}5,6${' '.repeat(9 << 20)}\n7,8\n`), reading);
    assert.ok(numbers === undefined || numbers.table.rows === 4);
  });

  it('gives up a record that has no end in 64 MB, and reads it no further', async () => {
    const old = 'a,b\n1,2\n3,4\n';
    const reading = await begun(old);
    const room = new Uint8Array(128 << 20).fill(0x31);
    let furthest = 0;
    const endless: ByteSource = {
      name: 'log.csv',
      size: 2 ** 40,
      read: async (start, end) => {
        furthest = Math.max(furthest, end);
        return room.subarray(0, end - start);
      },
    };
    assert.equal(await readOn(endless, reading), undefined);
    assert.ok(furthest <= old.length + (128 << 20), `${furthest} bytes`);
  });

  it('leaves a quote that is open at the end of the file to a new reading, and one that closes later not', async () => {
    const old = 'name,loss\na,1\nb,2\n';
    const reading = await begun(old);
    assert.equal(await readOn(source(`${old}"c\nd,3\n`), reading), undefined);
    const closed = await readOn(source(`${old}"c\nd",3\n`), reading);
    assert.equal(closed?.table.rows, 3);
    assert.equal(closed.table.columns[0]!.textOf(2), 'c\nd');
    assert.equal(closed.nextLine, 6);
  });

  it('gives the same reading when nothing was added, or no whole line', async () => {
    const old = 'a,b\n1,2\n3,4\n';
    const reading = await begun(old);
    assert.equal(await readOn(source(old), reading), reading);
    assert.equal(await readOn(source(`${old}5`), reading), reading);
    assert.equal((await readOn(source(`${old}5,6\n7`), reading))!.end, old.length + 4);
  });

  it('takes no last line of more than a megabyte that is not written to its end', async () => {
    const old = 'a,b\n1,2\n3,4\n';
    const reading = await begun(old);
    const blanks = (count: number) => source(`${old}5,6${' '.repeat(count)}`);
    assert.equal((await withUnfinishedLine(blanks(1000), reading))?.rows, 3);
    assert.equal(await withUnfinishedLine(blanks(1 << 20), reading), undefined);
  });

  it('knows the line behind a record over several lines, blank lines and remarks', async () => {
    const old = '# run 3\nname,loss\n"a\nb",1\n\n"c\nd",2\n\n# pause\n';
    const grown = await readOn(source(`${old}e,3\n`), await begun(old));
    assert.deepEqual(
      [0, 1, 2].map(row => grown!.table.lineOf(row)),
      [3, 6, 10],
    );
  });

  it('goes on with a large file and leaves its unread columns unread', async () => {
    const old = `id,loss,note\n${Array.from({ length: 700_000 }, (_, i) => `${i},0.5,n${i % 9}\n`).join('')}`;
    const table = await readDelimited(source(old), { needed: () => ['loss'] });
    assert.deepEqual(table.unread, ['id', 'note']);
    const grown = await readOn(
      source(`${old}700000,0.25,n1\n`),
      (await beginReading(source(old), table))()!,
    );
    assert.deepEqual(
      grown?.table.columns.map(({ name }) => name),
      ['loss'],
    );
    assert.equal(grown.table.columns[0]!.numbers[700_000], 0.25);
    assert.equal(grown.table.lineOf(700_000), 700_002);
  });

  it('goes on with JSON lines, also when they bring new keys', async () => {
    const old = '{"step": 1, "loss": 2}\n{"step": 2, "loss": 1.5}\n';
    const text = `${old}{"step": 2, "eval_loss": 1.7}\n\n{"step": 3, "loss": 1.2}\n`;
    const lines = source(old, 'log.jsonl');
    const reading = (await beginReading(lines, await readJson(lines)))();
    const grown = await readOn(source(text, 'log.jsonl'), reading!);
    assert.deepEqual(told(grown!.table), told(await readJson(source(text, 'log.jsonl'))));
    assert.equal(await readOn(source(`${old}{"step": oops}\n`, 'log.jsonl'), reading!), undefined);
  });

  it('goes on behind the last whole record of an event file', async () => {
    const records = [1, 2, 3].map(step => record(event(step, 'loss', 1 / step)));
    const upTo = (count: number, more = 0) =>
      bufferSource(
        'events.out.tfevents.1',
        Buffer.concat([
          ...records.slice(0, count),
          records[count]?.subarray(0, more) ?? Buffer.of(),
        ]),
      );
    const reading = (await beginReading(upTo(1), await readTfevents(upTo(1))))();
    assert.equal(await readOn(upTo(1, 20), reading!), reading);
    const grown = await readOn(upTo(2, 20), reading!);
    const all = await readOn(upTo(3), grown!);
    assert.deepEqual(told(all!.table), told(await readTfevents(upTo(3))));
  });

  it('reads a thousand lines on without copying the rows before them', async () => {
    let text = `epoch,loss,phase\n${'1,0.5,warm up\n'.repeat(200_000)}`;
    let reading = await begun(text);
    const bytes = new Uint8Array(text.length + 100_000);
    encoder.encodeInto(text, bytes);
    for (let i = 0; i < 1000; i++) {
      text = `${i},0.25,cool down\n`;
      encoder.encodeInto(text, bytes.subarray(reading.end));
      const size = reading.end + text.length;
      reading = (await readOn(bufferSource('log.csv', bytes.subarray(0, size)), reading))!;
    }
    assert.equal(reading.table.rows, 201_000);
    assert.equal(reading.table.columns[2]!.textOf(200_999), 'cool down');
  });
});
