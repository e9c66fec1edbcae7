import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bufferSource } from '../../../../src/readers/byteSource';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import { readLarge } from '../../../../src/readers/delimited/readLarge';
import { ReadError } from '../../../../src/readers/readError';
import type { Table } from '../../../../src/readers/table';
import { columnNamed } from '../../../../src/readers/table';

function read(text: string | Uint8Array, name = 'a.csv'): Promise<Table> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readDelimited(bufferSource(name, bytes));
}

function names(table: Table): string[] {
  return table.columns.map(column => column.name);
}

function numbers(table: Table, name: string): number[] {
  return [...columnNamed(table, name)!.numbers];
}

function texts(table: Table, name: string): string[] {
  const column = columnNamed(table, name)!;
  return Array.from({ length: table.rows }, (_, row) => column.textOf(row));
}

function lines(table: Table): (number | null)[] {
  return Array.from({ length: table.rows }, (_, row) => table.lineOf(row));
}

describe('readDelimited', () => {
  it('calls cells beyond the header a surplus, but for one empty cell at the end of a row', async () => {
    const told = async (row: string) =>
      (await read(`a,b\n1,2\n${row}\n5,6\n`)).problems.map(({ text }) => text).join();
    assert.equal(await told('3,4,'), '');
    assert.match(await told('3,4,,'), /1 row has more than 2 values/);
    assert.match(await told('3,4,5'), /1 row has more than 2 values/);
  });

  const separators: Record<string, string> = {
    comma: 'a,b\n1,2\n3,4\n',
    tab: 'a\tb\n1\t2\n3\t4\n',
    semicolon: 'a;b\n1;2\n3;4\n',
    pipe: 'a|b\n1|2\n3|4\n',
    'runs of blanks': '  a   b\n  1   2\n 3 \t 4  \n',
    'tabs in the header and pipes in the rows': 'a\tb\n1|2\n3|4\n',
  };
  for (const [what, text] of Object.entries(separators)) {
    it(`finds the separator: ${what}`, async () => {
      const table = await read(text);
      assert.deepEqual(names(table), ['a', 'b']);
      assert.deepEqual(numbers(table, 'a'), [1, 3]);
      assert.deepEqual(numbers(table, 'b'), [2, 4]);
    });
  }

  const endings: Record<string, { text: string; lines: number[] }> = {
    LF: { text: 'a,b\n1,2\n3,4\n', lines: [2, 3] },
    'no line break at the end': { text: 'a,b\n1,2\n3,4', lines: [2, 3] },
    CRLF: { text: 'a,b\r\n1,2\r\n3,4\r\n', lines: [2, 3] },
    CR: { text: 'a,b\r1,2\r3,4\r', lines: [2, 3] },
    'CR CR LF, where an editor shows an empty line between rows': {
      text: 'a,b\r\r\n1,2\r\r\n3,4\r\r\n',
      lines: [3, 5],
    },
    'blank lines': { text: '\na,b\n\n1,2\n\n\n3,4\n\n', lines: [4, 7] },
    'a line break inside quotes': { text: 'a,b\n"1",2\n3,4\n', lines: [2, 3] },
  };
  for (const [what, expected] of Object.entries(endings)) {
    it(`knows the line of every row: ${what}`, async () => {
      const table = await read(expected.text);
      assert.deepEqual(lines(table), expected.lines);
      assert.deepEqual(numbers(table, 'b'), [2, 4]);
    });
  }

  it('reads quoted cells with line breaks, separators and doubled quotes', async () => {
    const table = await read('text,p\n"one\ntwo, ""three""",0.5\n"""q""",0.25\nplain,1\n');
    assert.deepEqual(texts(table, 'text'), ['one\ntwo, "three"', '"q"', 'plain']);
    assert.deepEqual(numbers(table, 'p'), [0.5, 0.25, 1]);
    assert.deepEqual(lines(table), [2, 4, 5]);
  });

  it('reads a quote that is never closed as an ordinary character and says so', async () => {
    const table = await read('a,b\n1,2\n"3,4\n5,6\n');
    assert.equal(table.rows, 3);
    assert.match(table.problems.map(p => p.text).join(), /1 quote is never closed/);
  });

  it('gives columns without a header numbers, and an unnamed one its place', async () => {
    assert.deepEqual(names(await read('1.0,1.1\n2.0,1.9\n')), ['column 1', 'column 2']);
    assert.deepEqual(names(await read(',a,a\n0,1,2\n')), ['Unnamed: 0', 'a', 'a (2)']);
    assert.deepEqual(names(await read('5\n6\n7\n')), ['column 1']);
    assert.deepEqual(names(await read('errors\n6\n7\n')), ['errors']);
    assert.deepEqual(names(await read(',0,1\n0,0.2,0.8\n1,0.7,0.3\n')), ['Unnamed: 0', '0', '1']);
    assert.deepEqual(names(await read('dog,cat\ndog,dog\ncat,cat\n')), ['column 1', 'column 2']);
  });

  it('names the column of row names that R leaves without a name', async () => {
    const table = await read('"x" "y"\n"1" 0.5 2\n"2" 0.25 3\n');
    assert.deepEqual(names(table), ['Unnamed: 0', 'x', 'y']);
    assert.deepEqual(numbers(table, 'x'), [0.5, 0.25]);
  });

  it('trims padded names and cells, tabs inside quotes included', async () => {
    const table = await read('    epoch,   "loss\t"\n     0,  1.5\n     1,  "1.25 "\n');
    assert.deepEqual(names(table), ['epoch', 'loss']);
    assert.deepEqual(numbers(table, 'loss'), [1.5, 1.25]);
  });

  it('leaves remarks out and takes names from a remark when nothing else has any', async () => {
    const monitor = await read(
      '#{"t_start": 1.5, "env_id": "x"}\nr,l,t\n-5.0,5,4.6\n#{}\n-1.0,2,3.5\n',
    );
    assert.deepEqual(names(monitor), ['r', 'l', 't']);
    assert.deepEqual(numbers(monitor, 'r'), [-5, -1]);
    assert.deepEqual(lines(monitor), [3, 5]);
    const bare = await read('# made by hand\n# id; value\nx1; 0.5\nx2; 0.75\n');
    assert.deepEqual(names(bare), ['id', 'value']);
    assert.deepEqual(numbers(bare, 'value'), [0.5, 0.75]);
  });

  it('reads decimal commas, thousands separators and percent signs column by column', async () => {
    const european = await read('\ufeffIst;Soll;n\r\n"1,5";2,0;1.200\r\n2,5;1.000,25;2.400\r\n');
    assert.deepEqual(numbers(european, 'Ist'), [1.5, 2.5]);
    assert.deepEqual(numbers(european, 'Soll'), [2, 1000.25]);
    const english = await read('actual,predicted\n"1,200.5","1,300.5"\n"2,000","2,000"\n');
    assert.deepEqual(numbers(english, 'actual'), [1200.5, 2000]);
    const percent = await read('label,prob\n1,90%\n0,20 %\n');
    assert.deepEqual(numbers(percent, 'prob'), [0.9, 0.2]);
    assert.equal(columnNamed(percent, 'prob')!.percent, true);
  });

  it('counts missing cells and keeps the text of those that are no numbers', async () => {
    const table = await read('y,p\n1,0.5\nNA,nan\n2,n/a\n,None\n3,-\n4,~\n5,null\n6,inf\n7,0.1\n');
    const p = columnNamed(table, 'p')!;
    assert.equal(p.kind, 'number');
    assert.equal(p.missing, 5);
    assert.deepEqual([...p.invalid], [[2, 'n/a']]);
    assert.equal(p.numbers[7], Number.POSITIVE_INFINITY);
    assert.equal(columnNamed(table, 'y')!.missing, 2);
    assert.deepEqual(texts(table, 'p').slice(0, 4), ['0.5', '', 'n/a', '']);
  });

  it('tells the kinds of columns apart', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) =>
        `${i},${i % 2 === 0},${i % 3 === 0 ? 'dog' : 'cat'},some words ${i},2024-01-${(i % 28) + 1},07:${10 + i},`,
    );
    const table = await read(`n,b,l,t,d,m,e\n${rows.join('\n')}\n`);
    assert.deepEqual(
      table.columns.map(column => column.kind),
      ['number', 'boolean', 'label', 'text', 'time', 'time', 'empty'],
    );
    assert.deepEqual(numbers(table, 'b').slice(0, 2), [1, 0]);
    assert.equal(numbers(table, 'd')[0], Date.UTC(2024, 0, 1) / 1000);
    assert.equal(numbers(table, 'm')[1], 7 * 60 + 11);
  });

  it('keeps ragged rows and says how many there are', async () => {
    const table = await read('a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,1,1,\n');
    assert.equal(table.rows, 4);
    assert.deepEqual(numbers(table, 'c'), [3, Number.NaN, 8, 1]);
    assert.deepEqual(
      table.problems.map(problem => [problem.place.line, problem.text]),
      [
        [3, '1 row has fewer than 3 values (the rest counts as missing)'],
        [4, '1 row has more than 3 values (the surplus is left out)'],
      ],
    );
  });

  it('leaves out headers that come again and remembers where', async () => {
    const table = await read('epoch,loss\n0,1.5\n1,1.25\nepoch,loss\n0,1.0\n');
    assert.deepEqual(numbers(table, 'epoch'), [0, 1, 0]);
    assert.deepEqual(table.headerRepeats, [2]);
    assert.deepEqual(lines(table), [2, 3, 5]);
  });

  it('finds the table under a title and blank cells', async () => {
    const table = await read('Stats 2020,,\n,,\nname,y,p\nx,1,2\nz,3,4\n');
    assert.deepEqual(names(table), ['name', 'y', 'p']);
    assert.deepEqual(numbers(table, 'p'), [2, 4]);
    assert.deepEqual(lines(table), [4, 5]);
    assert.match(table.problems[0]!.text, /above the table/);
  });

  it('reads UTF-16 with and without a mark, and Latin-1', async () => {
    const text = 'größe,p\nÄpfel,0.5\nÖl 😀,0.25\n';
    const little = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const big = little.slice();
    for (let i = 0; i < big.length; i += 2) [big[i], big[i + 1]] = [big[i + 1]!, big[i]!];
    for (const bytes of [little, big, little.subarray(2)]) {
      const table = await read(bytes);
      assert.deepEqual(names(table), ['größe', 'p']);
      assert.deepEqual(texts(table, 'größe'), ['Äpfel', 'Öl 😀']);
    }
    const latin = await read(new Uint8Array(Buffer.from('größe,p\nÄpfel,0.5\n', 'latin1')));
    assert.deepEqual(texts(latin, 'größe'), ['Äpfel']);
    assert.deepEqual(names(latin), ['größe', 'p']);
  });

  const refused: Record<string, { bytes: Uint8Array; message: RegExp }> = {
    'an empty file': { bytes: new Uint8Array(), message: /^a\.csv: the file is empty$/ },
    'blank lines only': { bytes: Buffer.from('\n\r\n\n'), message: /^a\.csv: the file is empty$/ },
    'a header without rows': { bytes: Buffer.from('y,p\n'), message: /a header but no row/ },
    'a picture': {
      bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      message: /binary file/,
    },
  };
  for (const [what, { bytes, message }] of Object.entries(refused)) {
    it(`refuses ${what} in one sentence`, async () => {
      await assert.rejects(
        read(bytes),
        error => error instanceof ReadError && message.test(error.message),
      );
    });
  }

  it('makes a table or one sentence of any text', async () => {
    const pieces = [
      '"',
      ',',
      ';',
      '\t',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '1',
      '2.5',
      '-',
      'e',
      'word',
      '#',
      '%',
      'NA',
      'é',
    ];
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 120 })
      .map(some => some.join(''));
    await fc.assert(
      fc.asyncProperty(text, async content => {
        const source = bufferSource('a.csv', new TextEncoder().encode(content));
        const head = await source.read(0, 80);
        for (const reading of [readDelimited(source), readLarge(source, head, 0, {})]) {
          const table = await reading.catch((error: unknown) => error);
          if (table instanceof ReadError) continue;
          const { rows, columns } = table as Table;
          for (const { numbers: values } of columns) assert.equal(values.length, rows);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('keeps every word of a large column of codes', async () => {
    const codes = Array.from({ length: 6000 }, (_, i) => (i % 4 === 0 ? 'US' : '01'));
    const text = ['code,value', ...codes.map((code, i) => `${code},${i / 7}`), ''].join('\n');
    const source = bufferSource('a.csv', new TextEncoder().encode(text));
    const table = await readLarge(source, await source.read(0, 30_000), 0, {});
    assert.equal(columnNamed(table, 'code')!.kind, 'number');
    assert.deepEqual(
      texts(table, 'code').map(code => code.padStart(2, '0')),
      codes,
    );
  });

  it('reads 100 000 columns', async () => {
    const header = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');
    const row = Array.from({ length: 100_000 }, (_, i) => i / 8).join(',');
    const table = await read(`${header}\n${row}\n${row}\n`);
    assert.equal(table.columns.length, 100_000);
    assert.equal(table.columns[99_999]!.numbers[1], 99_999 / 8);
  });

  it('takes whole numbers off the fractions below them for names, the seeds of runs', async () => {
    const rows = '0.91,0.22\n0.57,0.86\n0.12,0.34\n';
    assert.deepEqual(names(await read(`42,43\n${rows}`)), ['42', '43']);
    assert.deepEqual(names(await read(`1,0\n${rows}`)), ['column 1', 'column 2']);
  });

  it('takes a line with other separators for a title when the names stand below it', async () => {
    const table = await read('//node 3, fold 2, lr 0.1\nid;y_true;y_pred\n1;2.5;2\n2;4.5;4\n');
    assert.deepEqual(names(table), ['id', 'y_true', 'y_pred']);
    assert.deepEqual(lines(table), [3, 4]);
  });
});
