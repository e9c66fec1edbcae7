import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extent } from '../../../../src/core/statistics/extent';
import { cellValue } from '../../../../src/readers/delimited/cellValue';
import { RangeScanner } from '../../../../src/readers/delimited/rangeScanner';
import { chunkSize, recordScan } from '../../../../src/readers/delimited/recordScan';
import type { CellAction, ScanPlan } from '../../../../src/readers/delimited/scanPlan';
import { splitRecord } from '../../../../src/readers/delimited/splitRecord';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function planOf(actions: readonly CellAction[], separator = ',', comma = false): ScanPlan {
  return {
    name: 'a.csv',
    separator: separator.charCodeAt(0),
    comment: -1,
    header: encoder.encode(''),
    actions,
    decimalComma: actions.map(() => comma),
    keepStarts: true,
    rowsPerMebibyte: 0,
  };
}

/** What the plain scan makes of a text: the numbers of the rows it took, the cells it handed over, and its end. */
function scanned(text: string, plan: ScanPlan) {
  const words: string[] = [];
  const scan = recordScan();
  const take = (bytes: Uint8Array, start: number, end: number) => {
    words.push(decoder.decode(bytes.subarray(start, end)));
    return Number.NaN;
  };
  scan.use(plan, {
    text: (_column, _row, bytes, start, end) => take(bytes, start, end),
    word: (_column, _row, bytes, start, end) => take(bytes, start, end),
  });
  const bytes = encoder.encode(text);
  scan.load(bytes);
  const next = scan.scan(0, bytes.length, 1000);
  const columns = plan.actions.filter(action => action === 'number');
  const numbers = columns.map((_, index) => {
    const target = new Float64Array(scan.rows);
    scan.copyNumbers(index, target, 0);
    return [...target];
  });
  return { numbers, words, next };
}

function read(text: string): number {
  const { numbers, words } = scanned(`${text}\n`, planOf(['number']));
  assert.deepEqual(words, [], `${text} was not read as a number`);
  return numbers[0]![0]!;
}

describe('the plain scan of records', () => {
  it('gives the double of Number(text) for every way JavaScript writes a double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
        for (const text of [String(value), value.toExponential(), value.toExponential(18)]) {
          assert.ok(Object.is(read(text), Number(text)), text);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the double of Number(text) for the sizes that predictions have', () => {
    const size = fc.constantFrom(1e-12, 1e-3, 1, 100, 1e6, 1e12);
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), size, (share, most) => {
        const value = share * most;
        for (const text of [String(value), value.toFixed(6), value.toFixed(18), value.toFixed(24)])
          assert.ok(Object.is(read(text), Number(text)), text);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives the double of Number(text) for decimals of any length', () => {
    const digits = (most: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: most }).map(d => d.join(''));
    const decimal = fc
      .tuple(
        fc.constantFrom('', '-', '+'),
        digits(40),
        fc.boolean(),
        digits(40),
        fc.option(fc.integer({ min: -400, max: 400 })),
      )
      .filter(([, whole, , fraction]) => whole + fraction !== '')
      .map(
        ([sign, whole, point, fraction, exponent]) =>
          `${sign}${whole}${point || whole === '' ? '.' : ''}${fraction}` +
          (exponent === null ? '' : `e${exponent}`),
      );
    fc.assert(
      fc.property(decimal, text => assert.ok(Object.is(read(text), Number(text)), text)),
      { numRuns: 20000 },
    );
  });

  it('is exact beside halfway points, where rounding twice goes wrong', () => {
    for (let i = 0; i < 2000; i++) {
      const value = 1 + i * 2 ** -40 + 2 ** -52;
      const between =
        (BigInt(2 ** 53) * BigInt(Math.round(value * 2 ** 52)) + 2n ** 52n) * 10n ** 5n;
      const text = `${between >> 53n}e-${i % 30}`;
      assert.ok(Object.is(read(text), Number(text)), text);
    }
    const halves = [
      '9007199254740993',
      '9007199254740995',
      '9007199254740992.5',
      '4503599627370496.5',
    ];
    const tiny = ['5e-324', '2.2250738585072011e-308', '1.7976931348623158e308'];
    for (const text of [...halves, ...tiny, '0.1000000000000000055511151231257827'])
      assert.equal(read(text), Number(text));
  });

  it('hands over cells that are more than a number, without quotes and blanks', () => {
    const cells = ['12 %', '1.2.3', '-', '.', 'e5', '1e', '1e+', ' x ', '"NA"', '" y "', '1,5'];
    const text = cells.map(cell => `${cell}\n`).join('');
    const { words, next } = scanned(text, planOf(['number'], ';'));
    assert.deepEqual(words, ['12 %', '1.2.3', '-', '.', 'e5', '1e', '1e+', 'x', 'NA', 'y', '1,5']);
    assert.equal(next, text.length);
  });

  it('reads numbers that are padded, in quotes, or without a digit on one side of the point', () => {
    const { numbers, words } = scanned(
      '5.,.5\n"7", 8 \n"9" ,"-1e3"\n',
      planOf(['number', 'number']),
    );
    assert.deepEqual(words, []);
    assert.deepEqual(numbers, [
      [5, 7, 9],
      [0.5, 8, -1000],
    ]);
  });

  it('reads a decimal comma when told to', () => {
    const plan = planOf(['number', 'number'], ';', true);
    const { numbers } = scanned('-3,25;123456789,123456789123456\n', plan);
    assert.deepEqual(numbers, [[-3.25], [Number('123456789.123456789123456')]]);
  });

  it('stops at a record that is ragged or whose quotes hold a line break', () => {
    const plan = planOf(['number', 'skip']);
    for (const odd of ['1\n', '1,2,3\n', '1,"a\nb"\n', '"1"2,3\n', '\n']) {
      assert.equal(scanned(`1,2\n${odd}3,4\n`, plan).next, 4, odd);
    }
  });

  it('knows how many cells have no number and between which bounds the others lie', () => {
    const cells = fc.array(fc.constantFrom('', 'NA', 'x', '-1', '2.5', 'inf', '1e300', '"7', '0'));
    fc.assert(
      fc.property(cells, texts => {
        const bytes = encoder.encode(texts.map(text => `1,${text}\n`).join(''));
        const scanner = new RangeScanner(planOf(['skip', 'number']), 1);
        const end = scanner.scan(bytes, 0, bytes.length, bytes.length, true, 0);
        const { numbers, bounds, missing, invalidCount } = scanner.part(0, end).columns[1]!;
        assert.deepEqual(bounds, extent(numbers));
        assert.equal(missing + invalidCount, numbers.filter(Number.isNaN).length);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes records that are longer than what is scanned at once', () => {
    const words = 'x'.repeat(chunkSize);
    const lines = ['1,2', `3,${words}`, `4,${words}`, `5,${words}`, '6,7'];
    const cells = cellsRead(`${lines.join('\n')}\n`, planOf(['number', 'text']));
    assert.deepEqual(
      cells.map(([number]) => number),
      [1, 3, 4, 5, 6],
    );
    assert.deepEqual(
      cells.map(([, text]) => String(text).length),
      [1, chunkSize, chunkSize, chunkSize, 1],
    );
  });

  it('reads any text as the cutting of each record into cells does', () => {
    const pieces = ['"', '""', '"a"', ' ', '\t', '1', '-2.5', '1e3', 'x', 'é', '7%', '12345678901'];
    const cell = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map(some => some.join(''));
    const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
    const breaks = fc.constantFrom('\n', '\r\n', '\r');
    const separators = fc.constantFrom(',', ';', '\t', '|', ' ');
    const action = fc.constantFrom<CellAction>('number', 'text', 'skip');
    const actions = fc.array(action, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(records, separators, breaks, actions, (cells, separator, end, chosen) => {
        const text = cells.map(some => some.join(separator) + end).join('');
        fc.pre(separator !== ' ' || !text.includes('"'));
        assert.deepEqual(
          cellsRead(text, planOf(chosen, separator)),
          cellsCut(text, chosen, separator),
        );
      }),
      { numRuns: 4000 },
    );
  });
});

type Cell = number | string | null;

/** The cells of all records as the scanner has read them; `null` for those it skips. */
function cellsRead(text: string, plan: ScanPlan): Cell[][] {
  const bytes = encoder.encode(text);
  const scanner = new RangeScanner(plan, 1);
  const { rows, columns } = scanner.part(
    0,
    scanner.scan(bytes, 0, bytes.length, bytes.length, true, 0),
  );
  return Array.from({ length: rows }, (_, row) =>
    columns.map(column => {
      if (column === null) return null;
      if (column.codes.length === 0) return column.numbers[row]!;
      const code = column.codes[row]!;
      const { bytes: packed, ends } = column.dictionary;
      return code < 0 ? '' : decoder.decode(packed.subarray(ends[code - 1] ?? 0, ends[code]));
    }),
  );
}

/** The same from cutting one record after the other. */
function cellsCut(text: string, actions: readonly CellAction[], separator: string): Cell[][] {
  const bytes = encoder.encode(text);
  const rows: Cell[][] = [];
  for (let at = 0; at < bytes.length; ) {
    const { cells, next } = splitRecord(bytes, at, bytes.length, separator.charCodeAt(0));
    const blank = bytes[at] === 0x0a || bytes[at] === 0x0d;
    if (!blank) rows.push(actions.map((action, column) => meaning[action](cells[column] ?? '')));
    at = next;
  }
  return rows;
}

const meaning: Readonly<Record<CellAction, (cell: string) => Cell>> = {
  skip: () => null,
  number: cell => {
    const value = cellValue(cell, false);
    return value.kind === 'number' || value.kind === 'boolean' ? value.value : Number.NaN;
  },
  text: cell => (cellValue(cell, false).kind === 'missing' ? '' : cell),
};
