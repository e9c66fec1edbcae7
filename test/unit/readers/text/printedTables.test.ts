import assert from 'node:assert/strict';
import type { Table } from '../../../../src/readers/table';
import { readPrinted, readText } from '../../../../src/readers/text/readText';

function read(text: string, name = 'a.txt'): Table {
  return readText(name, [{ text, line: 1 }]);
}

function plain(table: Table): Record<string, unknown[]> {
  return Object.fromEntries(
    table.columns.map(({ name, kind, numbers, textOf }) => [
      name,
      kind === 'label' || kind === 'text'
        ? Array.from(numbers, (_, row) => textOf(row))
        : [...numbers],
    ]),
  );
}

describe('reading printed tables', () => {
  const frame = [
    '    name of x  y_true  y_pred',
    '0  a long one     1.0    -1.5',
    '1           b    -2.0    22.5',
    '',
    '[2 rows x 3 columns]',
  ].join('\n');

  it('reads a pandas DataFrame without its index', () => {
    assert.deepEqual(plain(read(frame)), {
      'name of x': ['a long one', 'b'],
      y_true: [1, -2],
      y_pred: [-1.5, 22.5],
    });
    assert.equal(read(frame).lineOf(1), 3);
  });

  it('joins the blocks of a DataFrame that was too wide', () => {
    const text =
      '   y_true  \\\n0     1.0   \n1     2.0   \n\n   y_pred  \n0     1.5  \n1     2.5  \n';
    assert.deepEqual(plain(read(text)), { y_true: [1, 2], y_pred: [1.5, 2.5] });
  });

  const cut = '    y_true  y_pred\n0      1.0     1.5\n..     ...     ...\n99     3.0     4.0\n';

  it('refuses an abbreviated DataFrame, or reads what is visible where asked to', () => {
    assert.throws(() => read(cut), /a\.txt, line 3: the table is abbreviated.*to_string/);
    const table = readPrinted('a.txt', cut);
    assert.deepEqual(plain(table), { y_true: [1, 3], y_pred: [1.5, 4] });
    assert.match(table.problems[0]!.text, /only the 2 rows/);
  });

  it('reads pandas Series prints side by side', () => {
    const text =
      '0    1.5\n1    2.5\nName: y_true, dtype: float64\n0    1.0\n1    2.0\nName: y_pred, Length: 2, dtype: float64\n';
    assert.deepEqual(plain(read(text)), { y_true: [1.5, 2.5], y_pred: [1, 2] });
    assert.throws(
      () => read(text.replace('1    2.0\n', '')),
      /"y_true" has 2 values but "y_pred" has 1 value on line 4/,
    );
  });

  it('reads a Markdown table, here of a model card, as a history', () => {
    const text =
      '# Results\n\n| Training Loss | Epoch | Validation Loss |\n|:---:|---|---:|\n| No log | 1.0 | 0.6 |\n| 0.5 | 2.0 | **0.5** |\n\ntext';
    const table = read(text, 'README.md');
    assert.deepEqual(plain(table), {
      'Training Loss': [Number.NaN, 0.5],
      Epoch: [1, 2],
      'Validation Loss': [0.6, 0.5],
    });
    assert.equal(table.history, true);
    assert.equal(table.lineOf(1), 6);
  });

  it('reads tables drawn with lines, without the types of polars', () => {
    const text =
      '┌────────┬────────┐\n│ y_true ┆ y_pred │\n│ ---    ┆ ---    │\n│ i64    ┆ f64    │\n╞════════╪════════╡\n│ 1      ┆ 0.5    │\n└────────┴────────┘';
    assert.deepEqual(plain(read(text)), { y_true: [1], y_pred: [0.5] });
  });

  it('reads labels without any number when they are compared', () => {
    assert.deepEqual(plain(read('| actual | predicted |\n|---|---|\n| cat | dog |\n', 'a.md')), {
      actual: ['cat'],
      predicted: ['dog'],
    });
  });
});

describe('reading rows without brackets', () => {
  it('reads rows of a CSV file with and without a header, quotes and decimal commas', () => {
    assert.deepEqual(plain(read('label,p\n"a,b",0.9\nc,0.1\n')), {
      label: ['a,b', 'c'],
      p: [0.9, 0.1],
    });
    assert.deepEqual(plain(read('1\t0.9\n0\t0.1\n')), {
      'column 1': [1, 0],
      'column 2': [0.9, 0.1],
    });
    assert.deepEqual(plain(read('dog;0,9\ncat;1.000,5\n')), {
      'column 1': ['dog', 'cat'],
      'column 2': [0.9, 1000.5],
    });
  });

  it('reads columns between blanks, with a header', () => {
    const text =
      'epoch     train_loss  valid_loss  time\n0         0.5         0.6         00:10\n1         0.4         0.5         00:10\n';
    const table = read(text);
    assert.deepEqual([table.history, table.rows], [true, 2]);
    assert.deepEqual(plain(table).valid_loss, [0.6, 0.5]);
  });

  it('reads columns below the remark in which savetxt of NumPy names them', () => {
    const text = '# made by a script\n# y_true y_pred\n1.5e+00 2.5e+00\n3.0e+00 2.0e+00\n';
    assert.deepEqual(plain(read(text)), { y_true: [1.5, 3], y_pred: [2.5, 2] });
  });

  it('reads one number a line, one line of numbers and the inside of a list as one array', () => {
    const texts = [
      '20\n-20\n2\n-2\n',
      '20, -20, 2, -2',
      '20 -20 2 -2',
      '20, -20,\n2, -2',
      '20, -20, 2, -2]',
    ];
    for (const text of texts)
      assert.deepEqual(plain(read(text)), { 'array 1': [20, -20, 2, -2] }, text);
  });

  it('tells which rows are too short or too long', () => {
    const table = read('y,p\n1,2\n3,4\n5,6\n7\n8,9\n10,11\n');
    assert.deepEqual(plain(table).p, [2, 4, 6, Number.NaN, 9, 11]);
    assert.match(table.problems[0]!.text, /1 cell instead of 2/);
    assert.equal(table.problems[0]!.place.line, 5);
  });

  it('reads what R writes: row names without a name of their own', () => {
    const table = read('"y true" "y_pred"\n"row 1" 1.5 1.75\n"row 2" 3 3.25\n');
    assert.deepEqual(
      table.columns.map(({ name }) => name),
      ['', 'y true', 'y_pred'],
    );
    assert.deepEqual([...table.columns[2]!.numbers], [1.75, 3.25]);
  });

  it('reads names that are separated in another way than the rows', () => {
    const table = read('lr\tepoch\tloss\n0.1|1|2.5|\n0.1|2|1.5|\n');
    assert.deepEqual(plain(table), { lr: [0.1, 0.1], epoch: [1, 2], loss: [2.5, 1.5] });
  });

  it('reads names of several words above columns that stand apart, and passes over what underlines them', () => {
    const table = read(
      '  Iter   Train Loss   Left\n  ----   ----------   ----\n     1       1.2613    0.02s\n     2       1.1715    0.01s\n',
    );
    assert.deepEqual(
      table.columns.map(({ name }) => name),
      ['Iter', 'Train Loss', 'Left'],
    );
    assert.deepEqual([...table.columns[1]!.numbers], [1.2613, 1.1715]);
  });

  it('reads rows of a file under its first line, and rows of another width without it', () => {
    const piece = { text: '3,2.5\n5,4\n', line: 7, head: 'y_true,y_pred' };
    const table = readText('a.csv', [piece]);
    assert.deepEqual(plain(table), { y_true: [3, 5], y_pred: [2.5, 4] });
    assert.equal(table.lineOf(0), 7);
    const wider = readText('a.csv', [{ ...piece, text: '3,2.5,1\n5,4,1\n' }]);
    assert.deepEqual(Object.keys(plain(wider)), ['column 1', 'column 2', 'column 3']);
  });

  it('reads a pandas print that was selected from its first letter on', () => {
    const table = read('y_true  y_pred\n0     3.0    2.50\n1    -0.5    0.00\n');
    assert.deepEqual(plain(table), { y_true: [3, -0.5], y_pred: [2.5, 0] });
  });

  it('reads numbers behind words that say what they are', () => {
    assert.deepEqual(plain(read('prediction 200000, actual 220000')), {
      prediction: [200000],
      actual: [220000],
    });
    assert.deepEqual(plain(read('errors 20 and 2')), { errors: [20, 2] });
    const prose = 'See section 3 of the book, page 27.';
    assert.throws(() => read(prose), /no array, no table and no training log/);
    assert.throws(() => read('See the book.'), /there are no numbers/);
  });
});
