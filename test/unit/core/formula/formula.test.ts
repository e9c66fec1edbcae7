import assert from 'node:assert/strict';
import { formulaBlock, formulaDual } from '../../../../src/core/formula/evaluateFormula';
import { FormulaError, markedFormula } from '../../../../src/core/formula/formulaError';
import { columnsOf } from '../../../../src/core/formula/formulaNode';
import { parseFormula } from '../../../../src/core/formula/parseFormula';

function resultOf(formula: string, columns: Readonly<Record<string, number>> = {}): number {
  const out = new Float64Array(1);
  formulaBlock(parseFormula(formula))(name => Float64Array.of(columns[name]!), out);
  return out[0]!;
}

function mistakeIn(formula: string): FormulaError {
  try {
    parseFormula(formula);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`no mistake in ${formula}`);
}

describe('parseFormula', () => {
  const values: Readonly<Record<string, number>> = {
    '1 + 2 * 3': 7,
    '(1 + 2) * 3': 9,
    '10 - 4 - 3': 3,
    '2 ^ 3 ^ 2': 512,
    '2 ** 3': 8,
    '-2 ^ 2': -4,
    '2 ^ -1': 0.5,
    '7 % 4': 3,
    '1 < 2': 1,
    '1 < 2 && 2 < 1 || !0': 1,
    '3 > 2 ? 10 : 20': 10,
    '0 ? 1 : 0 ? 2 : 3': 3,
    'max(1, 2) + min(3, 4)': 5,
    'sqrt(16) + abs(-2) + exp(0) + ln(1)': 7,
    '1.5e2 + .5': 150.5,
    'cos(pi)': -1,
    '+-+3': -3,
  };
  for (const [formula, value] of Object.entries(values)) {
    it(`reads ${formula} as ${value}`, () => assert.equal(resultOf(formula), value));
  }

  it('takes columns by their names, those that are no words in quotes', () => {
    const columns = { error: -2, 'how many': 5, größe: 3 };
    assert.equal(resultOf('abs(error) * `how many` + "how many" - größe', columns), 12);
    assert.deepEqual(
      [...columnsOf(parseFormula('b + a * b')).entries()],
      [
        ['b', 0],
        ['a', 4],
      ],
    );
  });

  const mistakes: Readonly<Record<string, readonly [at: number, text: RegExp]>> = {
    '': [0, /the formula ends where a number, a column or a bracket is missing/],
    'abs(error': [9, /the formula ends where \) is missing/],
    'error *': [7, /the formula ends/],
    '1 2': [2, /2 stands where an operator is missing/],
    'error $ 2': [6, /\$ means nothing/],
    'absolute(error)': [0, /there is no function absolute/],
    'max(1)': [0, /max takes 2 values, not 1/],
    '1 + (2 > 1 ? 3)': [14, /\) stands where : is missing/],
    '`error': [0, /` has no end/],
    'a.b': [1, /\. means nothing/],
    'constructor(1)': [0, /no function constructor/],
    'error = 2': [6, /= means nothing/],
  };
  for (const [formula, [at, text]] of Object.entries(mistakes)) {
    it(`marks the mistake in ${formula === '' ? 'an empty formula' : formula}`, () => {
      const mistake = mistakeIn(formula);
      assert.equal(mistake.at, at);
      assert.match(mistake.message, text);
    });
  }

  it('refuses what is too long or too deep, and does not run out of stack', () => {
    assert.match(mistakeIn('1+'.repeat(5000)).message, /at most 1000 characters/);
    assert.match(mistakeIn('('.repeat(900)).message, /nested too deeply/);
    assert.match(mistakeIn('-'.repeat(900)).message, /nested too deeply/);
    assert.equal(resultOf(`${'1+'.repeat(400)}1`), 401);
  });

  it('shows where the mistake is', () => {
    assert.equal(markedFormula('1 $ 2', 2), '1 $ 2\n  ^');
  });
});

describe('formulaDual', () => {
  const formulas = [
    'abs(x) * (x < 0 ? 5 : 1)',
    'x^2 / (1 + x^2)',
    'log(cosh(x))',
    'x^3 - 2*x + exp(-x)',
    'sqrt(1 + x^2) - 1',
    'max(x, 2*x) + min(x, -x)',
    'softplus(x) + sigmoid(x) * tanh(x) + log1p(abs(x))',
    '2 ^ x + sin(x) * cos(x) + x % 3',
    'pow(abs(x), 1.5) + log2(1 + x^2) + log10(3 + x^2) + expm1(x / 9)',
  ];
  for (const formula of formulas) {
    it(`has the derivative of ${formula}`, () => {
      const tree = parseFormula(formula);
      for (const x of [-2.7, -0.4, 0.3, 1.9]) {
        const { value, slope } = formulaDual(tree, () => ({ value: x, slope: 1 }));
        assert.equal(value, resultOf(formula, { x }));
        const h = 1e-6;
        const numeric =
          (resultOf(formula, { x: x + h }) - resultOf(formula, { x: x - h })) / (2 * h);
        assert.ok(
          Math.abs(slope - numeric) < 1e-6 * (1 + Math.abs(slope)),
          `${x}: ${slope}, ${numeric}`,
        );
      }
    });
  }

  it('takes the mean of both sides at a kink', () => {
    const at = (formula: string) =>
      formulaDual(parseFormula(formula), () => ({ value: 0, slope: 1 })).slope;
    assert.equal(at('abs(x)'), 0);
    assert.equal(at('max(x, 0)'), 0.5);
  });
});
