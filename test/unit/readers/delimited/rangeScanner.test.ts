import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ByteSource } from '../../../../src/readers/byteSource';
import { RangeScanner } from '../../../../src/readers/delimited/rangeScanner';
import { chunkSize } from '../../../../src/readers/delimited/recordScan';
import type { RangePart, ScanPlan } from '../../../../src/readers/delimited/scanPlan';
import { ReadWindow, scanRange } from '../../../../src/readers/delimited/scanRange';

const encoder = new TextEncoder();

const plan: ScanPlan = {
  name: 'a.csv',
  separator: ','.charCodeAt(0),
  comment: '#'.charCodeAt(0),
  header: encoder.encode('x,y'),
  actions: ['number', 'number'],
  decimalComma: [false, false],
  keepStarts: true,
  rowsPerMebibyte: 0,
};

function partOf(text: string): RangePart {
  const bytes = encoder.encode(text);
  const scanner = new RangeScanner(plan, 4);
  const end = scanner.scan(bytes, 0, bytes.length, bytes.length, true, 0);
  assert.equal(end, bytes.length);
  return scanner.part(0, end);
}

describe('records with more cells than names', () => {
  const longOf = (record: string) => partOf(`1,2\n${record}\n3,4\n`).oddities.long;
  const none = { count: 0, firstRow: -1 };
  const one = { count: 1, firstRow: 1 };

  it('have a surplus when it says something', () => {
    assert.deepEqual(longOf('5,6,7'), one);
    assert.deepEqual(longOf('5,6,7,8'), one);
    assert.deepEqual(longOf('5,6,,8'), one);
  });

  it('have none when a single separator ends the line', () => {
    assert.deepEqual(longOf('5,6,'), none);
    assert.deepEqual(longOf('5,6'), none);
  });

  it('have one when several do', () => {
    assert.deepEqual(longOf('5,6,,'), one);
  });

  it('keep the cells that have a name', () => {
    for (const record of ['5,6,', '5,6,7', '5,6,,', '5,6,"a\nb",']) {
      const { columns, rows } = partOf(`1,2\n${record}\n3,4\n`);
      assert.equal(rows, 3);
      assert.deepEqual(
        columns.map(column => [...column!.numbers]),
        [
          [1, 5, 3],
          [2, 6, 4],
        ],
      );
    }
  });

  it('are counted, and the first is told', () => {
    const { long, short } = partOf('1,2\n1,2,3\n1\n1,2,3,4\n').oddities;
    assert.deepEqual(long, { count: 2, firstRow: 1 });
    assert.deepEqual(short, { count: 1, firstRow: 2 });
  });
});

describe('a text that is scanned in chunks', () => {
  /** Records of `width` bytes that end with `ending`, more than two chunks of them. */
  function many(ending: string, width: number): { readonly text: string; readonly rows: number } {
    const rows = Math.ceil((2.2 * chunkSize) / width);
    const lines = Array.from(
      { length: rows },
      (_, i) =>
        `${i},${String(i % 10).padStart(width - String(i).length - 1 - ending.length, '1')}`,
    );
    return { text: lines.map(line => line + ending).join(''), rows };
  }

  it('has the same rows and lines wherever a line break falls on the end of a chunk', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      // Widths that divide the chunk, and that leave each byte of the line break on either side of its end.
      for (const width of [16, 17, 18, 19, 21]) {
        const { text, rows } = many(ending, width);
        const part = partOf(text);
        assert.equal(part.rows, rows, JSON.stringify([ending, width]));
        assert.equal(part.lines, rows);
        assert.deepEqual(
          [...part.columns[0]!.numbers],
          Array.from({ length: rows }, (_, i) => i),
        );
      }
    }
  });
});

/** Gives at most so many bytes at a time, as a slow pipe does. */
function inDrops(text: string, most: number): ByteSource {
  const bytes = encoder.encode(text);
  return {
    name: 'a.csv',
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, Math.min(end, start + most)),
  };
}

async function inRanges(text: string, cuts: readonly number[], most: number) {
  const source = inDrops(text, most);
  const ends = [...cuts, source.size];
  const parts: RangePart[] = [];
  for (const [i, to] of ends.entries()) {
    const from = i === 0 ? 0 : ends[i - 1]!;
    const window = new ReadWindow(source);
    parts.push(await scanRange(window, plan, { from, to, aligned: i === 0 }));
  }
  return {
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    lines: parts.reduce((sum, part) => sum + part.lines, 0),
    values: parts.flatMap(part => [...part.columns[0]!.numbers]),
    seams: parts.slice(1).map((part, i) => part.start - parts[i]!.end),
  };
}

describe('ranges of a file that comes in drops', () => {
  const record = fc.constantFrom('1,2', '3,4.5', '5,', '6,7,8', '', '# note', 'x,y');
  const ending = fc.constantFrom('\n', '\r\n', '\r');

  it('take every record once, whatever ends the lines and wherever they and the drops are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        ending,
        fc.array(fc.nat(), { maxLength: 3 }),
        fc.integer({ min: 1, max: 7 }),
        async (records, end, places, most) => {
          const text = records.map(line => line + end).join('');
          const cuts = [...new Set(places.map(place => 1 + (place % text.length)))].sort(
            (a, b) => a - b,
          );
          const whole = partOf(text);
          const found = await inRanges(text, cuts, most);
          assert.deepEqual(found.values, [...whole.columns[0]!.numbers]);
          assert.deepEqual([found.rows, found.lines], [whole.rows, whole.lines]);
          assert.ok(
            found.seams.every(gap => gap === 0),
            `${found.seams}`,
          );
        },
      ),
      { numRuns: 600 },
    );
  });

  it('do not count a line between the two bytes of one line break', async () => {
    const text = '1,2\r\n3,4\r\n5,6\r\n';
    for (let cut = 1; cut < text.length; cut++) {
      for (const most of [1, 4, 100]) {
        const found = await inRanges(text, [cut], most);
        assert.deepEqual([found.rows, found.lines, found.values], [3, 3, [1, 3, 5]], `${cut}`);
      }
    }
  });
});
