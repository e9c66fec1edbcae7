import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Table } from '../../../../src/readers/table';
import { readText } from '../../../../src/readers/text/readText';
import { itOnCorpus } from '../../../support/corpus';

function read(text: string, name = 'a.py'): Table {
  return readText(name, [{ text, line: 1 }]);
}

/** Columns as plain lists: numbers where the column is of numbers, else texts. */
function plain(table: Table): Record<string, unknown[]> {
  return Object.fromEntries(
    table.columns.map(column => [
      column.name,
      column.kind === 'label' || column.kind === 'text'
        ? Array.from(column.numbers, (_, row) => column.textOf(row))
        : [...column.numbers],
    ]),
  );
}

describe('readText', () => {
  it('reads a list of errors', () => {
    assert.deepEqual(plain(read('errors = [20, -20, 2, -2]\n')), { errors: [20, -20, 2, -2] });
  });

  it('reads two Python lists as parallel columns and keeps the lines of the target', () => {
    const table = read('predictions = [1.5,\n  2.5]\nactuals = [\n  1,\n  2,\n]');
    assert.deepEqual(plain(table), { predictions: [1.5, 2.5], actuals: [1, 2] });
    assert.deepEqual([table.lineOf(0), table.lineOf(1)], [4, 5]);
  });

  it('reads every spelling of a number', () => {
    const table = read(
      'errors = [1_000, 1e-3, .5, 5., +3, -2, nan, inf, -float("inf"), None, np.nan, -np.inf]',
    );
    assert.deepEqual(plain(table).errors, [
      1000,
      0.001,
      0.5,
      5,
      3,
      -2,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
    ]);
  });

  it('looks through array constructors, casts, types and keyword arguments', () => {
    const forms = [
      'errors = np.array([1, 2], dtype=np.float32)',
      "errors = torch.tensor([1., 2.], device='cuda:0')",
      'const errors: number[] = [1, 2] as const;',
      'const errors = new Float64Array([1, 2]);',
      'let errors = Float32Array.from([1, 2])',
      'self.errors = jnp.asarray((1, 2))',
      'errors: list[float] = [float(1), np.float32(2.0)]',
      'errors <- c(1, 2)',
      'errors = [1 2];',
      "errors = [1; 2]';",
      'errors = Float64[1, 2]',
      'errors = pd.Series([1, 2], name="x")',
      'plot(errors=[1, 2])',
      'df["errors"] = [1, 2]',
      'errors = [[1], [2]]',
      'errors = np.array([1, 2]).reshape(-1, 1).astype(float)',
      'errors = 1, 2',
      '"errors": [1, 2],',
      '{"errors": [1, 2]}',
      'function f() {\n  const errors = [1, 2]\n  return errors\n}',
      'errors = [ # first\n 1, # one\n 2]',
    ];
    for (const form of forms) {
      const table = read(form, form);
      assert.deepEqual([...table.columns[0]!.numbers], [1, 2], form);
      assert.match(table.columns[0]!.name, /^(self\.)?errors$/, form);
    }
  });

  it('reads one prediction and one target on two lines as one row', () => {
    const expected = { prediction: [200000], actual: [220000] };
    assert.deepEqual(plain(read('prediction = 200000\nactual = 220000\n')), expected);
    assert.deepEqual(plain(read('{"prediction": 200000, "actual": 220000}')), expected);
  });

  it('reads class probabilities in records beside labels', () => {
    const text = `{"probabilities": [{"dog": 0.7, "cat": 0.2, "fish": 0.1},
      {"dog": 0.7, "cat": 0.2, "fish": 0.1}], "labels": ["dog", "cat"]}`;
    assert.deepEqual(plain(read(text, 'a.json')), {
      'probabilities[dog]': [0.7, 0.7],
      'probabilities[cat]': [0.2, 0.2],
      'probabilities[fish]': [0.1, 0.1],
      labels: ['dog', 'cat'],
    });
  });

  const example = 'python_arrays/roc_example_class.py';
  itOnCorpus('takes the first of two equal pairs and says so', [example], file => {
    const text = readFileSync(file, 'utf8');
    const table = read(text, 'roc_example_class.py');
    assert.deepEqual(plain(table), {
      y_true: [0, 1, 1, 0, 1, 0, 0, 1, 1, 0],
      y_pred: [0, 1, 0, 0, 1, 1, 0, 1, 1, 1],
    });
    assert.equal(table.lineOf(3), 5);
    assert.match(table.problems[0]!.text, /left out: "y_true" and "y_pred" \(10 values, line 45\)/);
  });

  const losses = 'python_arrays/optax_regression_test.py';
  itOnCorpus('takes the longest pair of a test file', [losses], file => {
    const text = readFileSync(file, 'utf8');
    const columns = plain(read(text, 'optax_regression_test.py'));
    assert.deepEqual(columns['self.ys'], [-2, 0.5, 0, 0.5, 2, 4, 132]);
    assert.deepEqual(columns['self.ts'], [0, -0.5, 0, 1, 1, 2, 0.3]);
    const { known } = read(text, 'optax_regression_test.py');
    assert.deepEqual(known, { predictions: ['self.ys'] });
  });

  it('refuses arrays of unequal length with both lengths and lines', () => {
    assert.throws(() => read('y_true = [1, 2, 3]\n\ny_pred = [1, 2]'), {
      message:
        'a.py, line 1: "y_true" has 3 values but "y_pred" has 2 values on line 3; arrays that belong together have one length',
    });
    assert.throws(
      () => read('a = [1, 2]\nb = [1, 2, 3]'),
      /"a" has 2 values but "b" has 3 values on line 2/,
    );
    assert.throws(
      () => read('[1, 2]\n[1, 2, 3]'),
      /an array has 2 values but an array has 3 values/,
    );
    assert.throws(() => read('y = [1, 2]\nfit = [1, 2, 3]'), /"y" has 2 values/);
    assert.deepEqual(plain(read('losses = [3, 2, 1]\nlayers = [64, 8]')), { losses: [3, 2, 1] });
  });

  it('refuses an abbreviated array with the advice to print it whole', () => {
    for (const text of [
      '[1, 2, ..., 9]',
      'tensor([0.1, 0.2,  ..., 0.9])',
      '[0. 1. ... 9.]',
      'x = [[1 2]\n ...\n [3 4]]',
    ]) {
      assert.throws(() => read(text), /abbreviated.*threshold=sys\.maxsize/, text);
    }
  });

  it('uses a complete pair beside an abbreviated array and notes the latter', () => {
    const table = read('y_true = [1, 2]\ny_pred = [1, 3]\nshown = [1, ..., 9]');
    assert.deepEqual(Object.keys(plain(table)), ['y_true', 'y_pred']);
    assert.match(table.problems[0]!.text, /"shown" is abbreviated/);
  });

  it('says when there is nothing to read', () => {
    assert.throws(() => read(' \n'), /a\.py: the text is empty/);
    assert.throws(() => read('def f(x): return x'), /no numbers/);
  });

  it('takes several selections together, with or without their names', () => {
    const named = readText('a.py', [
      { text: 'y_true = [1, 2]', line: 3 },
      { text: 'y_pred = [1, 3]', line: 90 },
    ]);
    assert.deepEqual(plain(named), { y_true: [1, 2], y_pred: [1, 3] });
    const bare = [
      { text: '1, 2, 3', line: 3 },
      { text: '1, 2,\n 4', line: 7 },
    ];
    const table = readText('a.py', bare);
    assert.deepEqual(plain(table), { 'array 1': [1, 2, 3], 'array 2': [1, 2, 4] });
    assert.equal(table.lineOf(2), 3);
    assert.throws(
      () => readText('a.py', [bare[0]!, { text: '1, 2', line: 7 }]),
      /the first selection has 3 values but the second has 2 values on line 7/,
    );
  });

  it('reads what consoles print', () => {
    const prints: Readonly<Record<string, Record<string, unknown[]>>> = {
      '[1. 2.\n 3.]': { 'array 1': [1, 2, 3] },
      '[[0.9 0.1]\n [0.8 0.2]]': { 'array 1[0]': [0.9, 0.8], 'array 1[1]': [0.1, 0.2] },
      'array([[0.9, 0.1],\n       [0.8, 0.2]], dtype=float32)': {
        'array 1[0]': [0.9, 0.8],
        'array 1[1]': [0.1, 0.2],
      },
      "tensor([1., 2.], device='cuda:0', grad_fn=<X>)": { 'array 1': [1, 2] },
      '[np.float64(0.5), np.int64(1)]': { 'array 1': [0.5, 1] },
      'tf.Tensor([1. 2.], shape=(2,), dtype=float32)': { 'array 1': [1, 2] },
      'Predictions: [0.1 0.9] Targets: [0 1]': { Predictions: [0.1, 0.9], Targets: [0, 1] },
      '[1] 0.5 0.25\n[3] 0.75': { 'array 1': [0.5, 0.25, 0.75] },
      'Out[6]: array([1, 2])': { 'array 1': [1, 2] },
    };
    for (const [text, expected] of Object.entries(prints)) {
      assert.deepEqual(plain(read(text, 'a.txt')), expected, text);
    }
  });

  it('reads matrices of MATLAB by line and by semicolon', () => {
    const text = "probs = [0.9 0.1\n 0.2 0.8]; % by line\nlabels = [1; 2]';\nerrors = [1 ...\n 2];";
    assert.deepEqual(plain(read(text, 'a.m')), {
      'probs[0]': [0.9, 0.2],
      'probs[1]': [0.1, 0.8],
      labels: [1, 2],
      errors: [1, 2],
    });
  });

  it('reads records, by position or by id, with lists in their fields', () => {
    const expected = { actual: [3, 5], predicted: [4, 5] };
    const texts = [
      "rows = [{'actual': 3, 'predicted': 4}, {'actual': 5, 'predicted': 5}]",
      '{"actual": 3, "predicted": 4}\n{"actual": 5, "predicted": 5}',
      'const rows = { a: { actual: 3, predicted: 4 }, b: { actual: 5, predicted: 5 } };',
      'frame = pd.DataFrame({"actual": [3, 5], "predicted": [4, 5]})',
      'frame <- data.frame(actual = c(3, 5), predicted = c(4, 5))',
      '{"actual": {"0": 3, "1": 5}, "predicted": {"0": 4, "1": 5}}',
    ];
    for (const text of texts) assert.deepEqual(plain(read(text, 'a.txt')), expected, text);
    const nested =
      '[{"label": "dog", "probs": {"dog": 0.7}}, {"label": "cat", "probs": {"dog": 0.6}}]';
    assert.deepEqual(plain(read(nested, 'a.json')), {
      label: ['dog', 'cat'],
      'probs[dog]': [0.7, 0.6],
    });
  });

  it('marks a history as such', () => {
    const keras = read("{'loss': [0.5, 0.4], 'val_loss': [0.6, 0.5]}");
    assert.equal(keras.history, true);
    const boosting = read('{"train": {"logloss": [0.5]}, "eval": {"logloss": [0.6]}}');
    assert.deepEqual(plain(boosting), { 'train-logloss': [0.5], 'eval-logloss': [0.6] });
    assert.equal(boosting.history, true);
    assert.equal(read('errors = [1, 2]').history, undefined);
  });

  it('takes arrays whose names say enough although others differ in length', () => {
    const table = read("names = ['a', 'b']\nerrors = [1, 2, 3]\nsizes = [1]");
    assert.deepEqual(plain(table), { errors: [1, 2, 3] });
  });

  it('passes over comments, docstrings and quoted brackets', () => {
    const text = '"""doc [1, 2"""\nx = "[1, 2, 3]"\nerrors = [1, 2]  # [3\nn = 7 // 2\n';
    assert.deepEqual(plain(read(text)), { errors: [1, 2] });
    const script = '/* [1, 2] */ const errors = [1, /* two */ 2]; // [3]';
    assert.deepEqual(plain(read(script, 'a.js')), { errors: [1, 2] });
  });

  it('takes a list that is not closed, or was not opened, as far as it is selected', () => {
    assert.deepEqual(plain(read('errors = [1, 2')), { errors: [1, 2] });
    assert.deepEqual(plain(read('1, 2]')), { 'array 1': [1, 2] });
  });

  it('does not take an expression for its parts', () => {
    for (const text of [
      'errors = [1, 2] - [3, 4]',
      'errors = np.mean([1, 2])',
      'errors = [x for x in y]',
    ]) {
      const found = (() => {
        try {
          return Object.keys(plain(read(text)));
        } catch {
          return [];
        }
      })();
      assert.ok(!found.includes('errors'), text);
    }
  });

  it('knows the target beside predictions that has no telling name, but takes no input for it', () => {
    assert.deepEqual(read('ea = [8.9, 5.4]\npreds = [8.1, 8.2]').known, { target: 'ea' });
    assert.equal(read('x = [8.9, 5.4]\npreds = [8.1, 8.2]').known, undefined);
    assert.equal(read('rank = [1, 2]\npreds = [8.1, 8.2]').known, undefined);
    assert.equal(read('x = [1.5, 2]\ny = [3, 4]').known, undefined);
  });

  it('counts lines as an editor does', () => {
    const texts = [
      '"""a\n\nb"""\nerrors = [1,\n2]',
      '# a\r\n/* b\r\n*/\r\nerrors = [1,\r\n2]',
      '`a\r\r\rb`; errors = [1,\r2]',
    ];
    for (const text of texts) {
      const table = readText('a.txt', [{ text, line: 10 }]);
      assert.deepEqual([table.lineOf(0), table.lineOf(1), table.lineOf(2)], [13, 14, null], text);
    }
  });
});
