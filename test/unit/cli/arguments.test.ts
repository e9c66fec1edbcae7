import assert from 'node:assert/strict';
import { parseArguments } from '../../../src/cli/arguments';
import { toJson } from '../../../src/cli/toJson';
import { UsageError } from '../../../src/cli/usageError';

const parse = (line: string) => parseArguments(line.split(' '));

describe('the command line', () => {
  it('takes files and options in any order', () => {
    const command = parse('inspect a.csv --target y --json b.csv --prediction p --prediction=q');
    assert.deepEqual(command.files, ['a.csv', 'b.csv']);
    assert.equal(command.json, true);
    assert.deepEqual(command.choices, { target: 'y', predictions: ['p', 'q'] });
  });

  it('tells the probability of one class from the class columns of a model', () => {
    const { choices } = parse('inspect a.csv --probability p1 --probability m=a,b,c');
    assert.deepEqual(choices.probabilities, ['p1']);
    assert.deepEqual(choices.classProbabilities, { m: ['a', 'b', 'c'] });
  });

  it('takes values that begin with a dash, files behind two dashes, and a single dash as a file', () => {
    assert.equal(parse('inspect a.csv --explain -0.25').explain, '-0.25');
    assert.deepEqual(parse('inspect - -- --odd.csv').files, ['-', '--odd.csv']);
  });

  it('passes parameters on as numbers', () => {
    const { parameters, worst } = parse(
      'inspect a.csv --huber-delta 1.35 --quantile 0.9 --worst 3',
    );
    assert.deepEqual(parameters, { huberDelta: 1.35, quantile: 0.9 });
    assert.equal(worst, 3);
  });

  it('takes a weight for each class, whose label may hold an equals sign', () => {
    const { parameters } = parse(
      'inspect a.csv --class-weight dog=2 --class-weight a=b=0.5 --label-smoothing 0.1',
    );
    assert.deepEqual(parameters, { classWeights: { dog: 2, 'a=b': 0.5 }, labelSmoothing: 0.1 });
  });

  for (const [line, reason] of [
    ['inspect a.csv --class-weight dog', /takes LABEL=W, not "dog"/],
    ['inspect a.csv --class-weight dog=-1', /0 or above/],
    ['inspect a.csv --class-weight dog=', /needs a number/],
    ['inspect a.csv --label-smoothing 2', /from 0 to 1/],
    ['look a.csv', /Usage/],
    ['inspect', /No file/],
    ['inspect a.csv -v', /no option -v/],
    ['inspect a.csv --json=yes', /--json takes no value/],
    ['inspect a.csv --colour red', /no option --colour/],
    ['inspect a.csv --target', /--target needs a value/],
    ['inspect a.csv --target --json', /--target needs a value/],
    ['inspect a.csv --huber-delta wide', /needs a number, not "wide"/],
    ['inspect a.csv --huber-delta 0', /above 0/],
    ['inspect a.csv --quantile 1', /between 0 and 1/],
    ['inspect a.csv --task guess', /--task must be one of/],
  ] as const) {
    it(`refuses "${line}" in one sentence`, () => {
      assert.throws(
        () => parse(line),
        (error: unknown) => {
          assert(error instanceof UsageError);
          assert.match(error.message, reason);
          return true;
        },
      );
    });
  }
});

describe('toJson', () => {
  it('writes infinities as words and every number so that it round-trips', () => {
    const text = toJson({ a: Number.POSITIVE_INFINITY, b: [-Infinity], c: 0.1 + 0.2 });
    assert.deepEqual(JSON.parse(text), { a: 'Infinity', b: ['-Infinity'], c: 0.1 + 0.2 });
  });
});
