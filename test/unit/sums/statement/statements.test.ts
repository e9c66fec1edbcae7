import assert from 'node:assert/strict';
import { dialectIds } from '../../../../src/sums/dialect';
import { classNames, planOf, type SumsRequest } from '../../../../src/sums/request';
import { statements } from '../../../../src/sums/statement/statements';

const base: SumsRequest = {
  dialect: 'duckdb',
  table: 't',
  predictions: [],
  probabilities: [],
  classProbabilities: {},
  by: [],
  worst: 5,
};
const requests: readonly SumsRequest[] = [
  { ...base, target: 'y', predictions: ['p', 'p2'], by: ['region'], weight: 'w' },
  { ...base, predictions: ['e'] },
  { ...base, target: 'y', probabilities: ['p'], positive: 'yes' },
  { ...base, target: 'y', classProbabilities: { m: ['p_a', 'p_b', 'p_c'] } },
];

describe('the statements', () => {
  it('are two for every dialect and task, with one GROUP BY and what they cost on top', () => {
    for (const dialect of dialectIds) {
      for (const request of requests) {
        const text = statements({ ...request, dialect });
        const code = text.replace(/^--.*$/gm, '');
        assert.equal(code.match(/;$/gm)?.length, 2, dialect);
        assert.equal(code.match(/GROUP BY/g)?.length, 1, dialect);
        assert.match(text, /^-- .*\n-- It reads the named columns of the table once/);
      }
    }
  });

  it('ask for the first rows as the dialect does', () => {
    const text = (dialect: SumsRequest['dialect']) => statements({ ...requests[0]!, dialect });
    assert.match(text('sqlserver'), /SELECT TOP 5 /);
    assert.doesNotMatch(text('sqlserver'), /LIMIT/);
    assert.match(text('trino'), /DESC LIMIT 5;/);
  });

  it('name nothing of a hostile column outside its quotes', () => {
    const name = `y"; DROP TABLE t; --`;
    const text = statements({ ...base, target: name, predictions: ['p'] });
    const others = text
      .replaceAll(`"y""; DROP TABLE t; --"`, '')
      .replaceAll(/'loss_lens[^']*'/g, '');
    assert.ok(!others.includes('DROP'));
  });
});

describe('what is to be summed up', () => {
  it('is told by the columns that are named', () => {
    assert.deepEqual(
      requests.map(request => planOf(request).task),
      ['regression', 'errors', 'binary', 'multiclass'],
    );
  });

  it('is refused with what is missing', () => {
    const refused: readonly (readonly [SumsRequest, RegExp])[] = [
      [{ ...base, target: 'y' }, /Name the columns to be judged/],
      [{ ...base, probabilities: ['p'] }, /need the column of true values: --target/],
      [{ ...base, predictions: ['p'], probabilities: ['q'], target: 'y' }, /one kind of column/],
      [{ ...base, task: 'errors', target: 'y', predictions: ['e'] }, /leave out --target/],
      [
        { ...base, target: 'y', classProbabilities: { a: ['p_1', 'p_2'], b: ['p_1', 'p_3'] } },
        /other classes/,
      ],
    ];
    for (const [request, why] of refused) assert.throws(() => planOf(request), why);
  });

  it('names classes by what is left of their columns', () => {
    assert.deepEqual(classNames(['p_cat', 'p_car']), ['cat', 'car']);
    assert.deepEqual(classNames(['prob0', 'prob1', 'prob10']), ['0', '1', '10']);
    assert.deepEqual(classNames(['P(a)', 'P(b)']), ['a', 'b']);
    assert.deepEqual(classNames(['cat', 'dog']), ['cat', 'dog']);
  });
});
