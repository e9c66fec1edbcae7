/** What an operation makes of numbers, and its partial derivative by each of them. */
export interface Operation {
  readonly arity: readonly [least: number, most: number];
  readonly value: (a: number, b: number, c: number) => number;
  /** At a kink the mean of both sides, at a step 0. */
  readonly slopes: (a: number, b: number, c: number) => readonly [number, number, number];
}

function unary(value: (a: number) => number, slope: (a: number) => number): Operation {
  return { arity: [1, 1], value, slopes: a => [slope(a), 0, 0] };
}

function binary(
  value: (a: number, b: number) => number,
  slopes: (a: number, b: number) => readonly [number, number],
): Operation {
  return { arity: [2, 2], value, slopes: (a, b) => [...slopes(a, b), 0] };
}

const step = (): number => 0;
const flat = (): readonly [number, number] => [0, 0];
const half = (a: number, b: number): number => (a === b ? 0.5 : Number(a > b));

function powerSlopes(a: number, b: number): readonly [number, number] {
  const byBase = b === 0 ? 0 : b * a ** (b - 1);
  return [byBase, a > 0 ? a ** b * Math.log(a) : 0];
}

const power = binary((a, b) => a ** b, powerSlopes);

export type OperatorName =
  | ('+' | '-' | '*' | '/' | '%' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||' | '!')
  | ('negated' | '?');

/** The functions that formulas may call. */
export const functionNames = [
  'abs',
  'sign',
  'sqrt',
  'exp',
  'expm1',
  'log',
  'ln',
  'log2',
  'log10',
  'log1p',
  'sin',
  'cos',
  'tan',
  'sinh',
  'cosh',
  'tanh',
  'sigmoid',
  'softplus',
  'floor',
  'ceil',
  'round',
  'pow',
  'min',
  'max',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Operations that are written between, before or around their arguments. */
const operators: Readonly<Record<OperatorName, Operation>> = {
  '+': binary(
    (a, b) => a + b,
    () => [1, 1],
  ),
  '-': binary(
    (a, b) => a - b,
    () => [1, -1],
  ),
  '*': binary(
    (a, b) => a * b,
    (a, b) => [b, a],
  ),
  '/': binary(
    (a, b) => a / b,
    (a, b) => [1 / b, -a / (b * b)],
  ),
  '%': binary(
    (a, b) => a % b,
    (a, b) => [1, -Math.trunc(a / b)],
  ),
  '^': power,
  '<': binary((a, b) => Number(a < b), flat),
  '<=': binary((a, b) => Number(a <= b), flat),
  '>': binary((a, b) => Number(a > b), flat),
  '>=': binary((a, b) => Number(a >= b), flat),
  '==': binary((a, b) => Number(a === b), flat),
  '!=': binary((a, b) => Number(a !== b), flat),
  '&&': binary((a, b) => Number(a !== 0 && b !== 0), flat),
  '||': binary((a, b) => Number(a !== 0 || b !== 0), flat),
  '!': unary(a => Number(a === 0), step),
  negated: unary(
    a => -a,
    () => -1,
  ),
  '?': {
    arity: [3, 3],
    value: (a, b, c) => (a === 0 ? c : b),
    slopes: a => [0, Number(a !== 0), Number(a === 0)],
  },
};

/** Operations that are called by their name. */
const functions: Readonly<Record<FunctionName, Operation>> = {
  abs: unary(Math.abs, Math.sign),
  sign: unary(Math.sign, step),
  sqrt: unary(Math.sqrt, a => 0.5 / Math.sqrt(a)),
  exp: unary(Math.exp, Math.exp),
  expm1: unary(Math.expm1, Math.exp),
  log: unary(Math.log, a => 1 / a),
  ln: unary(Math.log, a => 1 / a),
  log2: unary(Math.log2, a => Math.LOG2E / a),
  log10: unary(Math.log10, a => Math.LOG10E / a),
  log1p: unary(Math.log1p, a => 1 / (1 + a)),
  sin: unary(Math.sin, Math.cos),
  cos: unary(Math.cos, a => -Math.sin(a)),
  tan: unary(Math.tan, a => 1 + Math.tan(a) ** 2),
  sinh: unary(Math.sinh, Math.cosh),
  cosh: unary(Math.cosh, Math.sinh),
  tanh: unary(Math.tanh, a => 1 - Math.tanh(a) ** 2),
  sigmoid: unary(logistic, a => logistic(a) * logistic(-a)),
  softplus: unary(a => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))), logistic),
  floor: unary(Math.floor, step),
  ceil: unary(Math.ceil, step),
  round: unary(Math.round, step),
  pow: power,
  min: binary(
    (a, b) => Math.min(a, b),
    (a, b) => [half(b, a), half(a, b)],
  ),
  max: binary(
    (a, b) => Math.max(a, b),
    (a, b) => [half(a, b), half(b, a)],
  ),
};

function logistic(a: number): number {
  return a >= 0 ? 1 / (1 + Math.exp(-a)) : Math.exp(a) / (1 + Math.exp(a));
}

/** Every operation of a tree. */
export const operations: Readonly<Record<OperatorName | FunctionName, Operation>> = {
  ...operators,
  ...functions,
};

/** True for the name of a function. */
export function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}
