import assert from 'node:assert/strict';
import { tableOfJson } from '../../../../src/readers/json/readJson';
import { ReadError } from '../../../../src/readers/readError';
import type { Table } from '../../../../src/readers/table';

const read = (text: string, name = 'a.json'): Table => tableOfJson(name, text, text.length);
const names = (table: Table): readonly string[] => table.columns.map(column => column.name);
const numbers = (table: Table, i: number): readonly number[] => [...table.columns[i]!.numbers];

describe('readJson', () => {
  it('counts a lone carriage return and a pair as one line each', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const table = read(`[${end}{"y": 1},${end}${end}{"y": 2}]`);
      assert.deepEqual([table.lineOf(0), table.lineOf(1)], [2, 4], JSON.stringify(end));
    }
  });

  it('makes a row of every record and remembers the line it begins on', () => {
    const table = read(
      '[\n  {"actual": 1, "predicted": 2},\n\n  {"actual": 3, "predicted": 4.5}\n]',
    );
    assert.deepEqual(names(table), ['actual', 'predicted']);
    assert.deepEqual(numbers(table, 1), [2, 4.5]);
    assert.deepEqual([table.lineOf(0), table.lineOf(1)], [2, 4]);
  });

  it('reads JSON lines, also when keys differ from line to line', () => {
    const table = read('{"iteration": 19, "loss": 2.5}\n{"iteration": 39, "bbox/AP": 0.1}\n');
    assert.equal(table.format, 'jsonl');
    assert.deepEqual(names(table), ['iteration', 'loss', 'bbox/AP']);
    assert.deepEqual(numbers(table, 2), [Number.NaN, 0.1]);
    assert.equal(table.lineOf(1), 2);
  });

  it('spreads lists and objects in a record over columns of their own', () => {
    const table = read('{"label": "dog", "p": [0.7, 0.3]}\n{"label": "cat", "p": [0.2, 0.8]}');
    assert.deepEqual(names(table), ['label', 'p[0]', 'p[1]']);
    assert.deepEqual(numbers(table, 2), [0.3, 0.8]);
  });

  it('takes an object of lists as columns, class probabilities included', () => {
    const table = read(
      '{"probabilities": [{"dog": 0.7, "cat": 0.3}, {"dog": 0.6, "cat": 0.4}],\n "labels": ["dog", "cat"]}',
    );
    assert.deepEqual(names(table), ['probabilities[dog]', 'probabilities[cat]', 'labels']);
    assert.equal(table.columns[2]!.textOf(1), 'cat');
  });

  it('accepts the NaN and Infinity that Python writes', () => {
    const table = read('{"loss": [1, NaN, -Infinity, Infinity]}');
    assert.deepEqual(numbers(table, 0), [1, Number.NaN, -Infinity, Infinity]);
    assert.equal(table.columns[0]!.missing, 1);
  });

  it('reads null as a missing cell', () => {
    const table = read('[{"y": 1, "p": null}, {"y": true, "p": 2}]');
    assert.deepEqual(numbers(table, 1), [Number.NaN, 2]);
    assert.equal(table.columns[1]!.missing, 1);
  });

  it('finds the history inside a wrapper and fills up curves that ended early', () => {
    const table = read('{"params": 3, "history": {"loss": [3, 2, 1], "val_loss": [3, 4]}}');
    assert.deepEqual(numbers(table, 1), [3, 4, Number.NaN]);
  });

  it('names the columns of an evals_result by set and metric', () => {
    const table = read('{"train": {"logloss": [0.6, 0.5]}, "eval": {"logloss": [0.7, 0.6]}}');
    assert.deepEqual(names(table), ['train-logloss', 'eval-logloss']);
    assert.equal(table.history, true);
  });

  it('reads a Hugging Face trainer state as its log history', () => {
    const table = read(
      '{"epoch": 2, "log_history": [{"loss": 1, "step": 5}, {"eval_loss": 2, "step": 5}]}',
    );
    assert.deepEqual(names(table), ['loss', 'step', 'eval_loss']);
    assert.equal(table.history, true);
  });

  it('takes the direction of CatBoost metrics from its own words', () => {
    const table = read(
      '{"meta": {"learn_metrics": [{"best_value": "Max", "name": "AUC"}], "test_metrics": []},\n' +
        '"iterations": [{"learn": [0.5], "iteration": 0}, {"learn": [0.6], "iteration": 1}]}',
    );
    assert.deepEqual(names(table), ['iteration', 'learn_AUC']);
    assert.deepEqual(table.directions, { learn_AUC: 'higher' });
  });

  it('turns the keys of keyed records into an id column', () => {
    const table = read('{"a1": {"average": 3.5}, "b2": {"average": 4}}');
    assert.deepEqual(names(table), ['id', 'average']);
    assert.equal(table.columns[0]!.textOf(1), 'b2');
  });

  it('reads the frames that pandas writes, by columns and split', () => {
    assert.deepEqual(numbers(read('{"y": {"0": 1, "1": 2}, "p": {"0": 3, "1": 4}}'), 1), [3, 4]);
    const split = read('{"columns": ["y", "p"], "index": [0, 1], "data": [[1, 3], [2, 4]]}');
    assert.deepEqual(names(split), ['y', 'p']);
    assert.deepEqual(numbers(split, 1), [3, 4]);
  });

  it('keeps the whole lines behind any number of nested ones that are broken off', () => {
    const torn = '{"y": {"z": [1, \n'.repeat(200);
    const table = read(`{"y": 1}\n${torn}{"y": 2}\n`);
    assert.deepEqual(numbers(table, 0), [1, 2]);
    assert.equal(table.lineOf(1), 202);
  });

  it('skips a broken JSON line, says where, and keeps the others', () => {
    const table = read('{"loss": 1}\n{"loss": 0.5, "st\n{"loss": 0.25}\n', 'log.jsonl');
    assert.deepEqual(numbers(table, 0), [1, 0.25]);
    assert.equal(table.problems[0]!.place.line, 2);
    assert.match(table.problems[0]!.text, /closing quote.*the line is skipped/);
    assert.equal(table.lineOf(1), 3);
  });

  it('keeps the complete records of an array that ends early', () => {
    const table = read('[{"y": 1, "p": 2},\n{"y": 3, "p": 4},\n{"y": 5, "p"');
    assert.equal(table.rows, 2);
    assert.match(table.problems[0]!.text, /ends early.*complete records/);
  });

  it('refuses what is no JSON with the line and the character', () => {
    assert.throws(
      () => read('{"a": [1, 2\n, oops]}'),
      (error: unknown) => {
        assert(error instanceof ReadError);
        assert.equal(error.message, 'a.json, line 2, character 3: "oops]}" is not JSON');
        return true;
      },
    );
  });

  it('refuses lists of different lengths and names both', () => {
    assert.throws(
      () => read('{"y_true": [1, 2, 3], "y_pred": [1, 2]}'),
      /"y_true" has 3 values and "y_pred" has 2/,
    );
  });

  it('survives nesting that would exhaust the stack', () => {
    assert.throws(() => read('['.repeat(1_000_000)), /nested deeper than 100 levels/);
  });

  it('reads long JSON lines as short ones: late columns, broken lines and lines in between', () => {
    const line = (i: number) =>
      i === 15_000
        ? `{"a": ${i}, "late": [1, 2]}`
        : i === 12_000
          ? '{"a": 1'
          : `{"a": ${i}, "b": "x"}`;
    const table = read(Array.from({ length: 20_000 }, (_, i) => line(i)).join('\n'), 'a.jsonl');
    assert.equal(table.format, 'jsonl');
    assert.equal(table.rows, 19_999);
    assert.deepEqual(names(table), ['a', 'b', 'late[0]', 'late[1]']);
    assert.equal(table.columns[3]!.numbers[14_999], 2);
    assert.equal(table.columns[1]!.textOf(14_999), '');
    assert.equal(table.columns[1]!.textOf(19_998), 'x');
    assert.deepEqual(
      [11_999, 12_000].map(row => table.lineOf(row)),
      [12_000, 12_002],
    );
    assert.deepEqual(
      table.problems.map(({ place }) => place.line),
      [12_001],
    );
  });

  it('refuses long JSON lines with anything but records among them', () => {
    const lines = Array.from({ length: 12_000 }, (_, i) => (i === 11_000 ? '[1]' : `{"a": ${i}}`));
    assert.throws(() => read(lines.join('\n')), /holds neither records nor lists/);
  });

  it('knows the line of each record of an object, also where a name comes twice', () => {
    const table = read('{"a": {"x": 1},\n "b": {"x": 2}, "a":\n {"x": 3}}');
    assert.deepEqual(numbers(table, 1), [3, 2]);
    assert.deepEqual(
      [0, 1].map(row => table.lineOf(row)),
      [2, 2],
    );
  });

  it("lays curves out that stand some objects deep, as Ludwig's do", () => {
    const curves = { combined: { loss: [3, 2] }, label: { accuracy: [0.5, 0.75] } };
    const table = read(JSON.stringify({ training: curves, test: { combined: { loss: [4, 3] } } }));
    assert.equal(table.history, true);
    assert.deepEqual(names(table), [
      'training-combined-loss',
      'training-label-accuracy',
      'test-combined-loss',
    ]);
    assert.deepEqual(numbers(table, 1), [0.5, 0.75]);
  });
});
