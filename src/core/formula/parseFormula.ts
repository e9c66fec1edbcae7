import { listed } from '../../shared/text';
import { FormulaError } from './formulaError';
import type { FormulaNode } from './formulaNode';
import { type FormulaToken, formulaTokens } from './formulaTokens';
import { functionNames, isFunction, type OperatorName, operations } from './operations';

/** Brackets, signs and questions inside one another; deeper ones are refused. */
const deepest = 64;

const signs: Readonly<Record<string, OperatorName>> = { '**': '^' };
/** What binds least first; all but powers bind to the left. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** The tree of a formula. Throws a FormulaError with the place of the first mistake. */
export function parseFormula(formula: string): FormulaNode {
  const parser = new Parser(formulaTokens(formula));
  const tree = parser.choice();
  parser.finish();
  return tree;
}

class Parser {
  readonly #tokens: readonly FormulaToken[];
  #place = 0;
  #depth = 0;

  constructor(tokens: readonly FormulaToken[]) {
    this.#tokens = tokens;
  }

  finish(): void {
    if (this.#now.kind !== 'end') throw this.#unexpected('an operator');
  }

  /** `condition ? value : value`, to the right. */
  choice(): FormulaNode {
    return this.#deeper(() => {
      const condition = this.#level(0);
      if (!this.#took('?')) return condition;
      const yes = this.choice();
      this.#need(':');
      return call('?', condition, yes, this.choice());
    });
  }

  #level(level: number): FormulaNode {
    const own = levels[level];
    if (own === undefined) return this.#signed();
    let left = this.#level(level + 1);
    for (;;) {
      const { kind, text } = this.#now;
      if (kind !== 'sign' || !own.includes(text)) return left;
      this.#place += 1;
      left = call(text as OperatorName, left, this.#level(level + 1));
    }
  }

  #signed(): FormulaNode {
    return this.#deeper(() => {
      if (this.#took('-')) return call('negated', this.#signed());
      if (this.#took('!')) return call('!', this.#signed());
      return this.#took('+') ? this.#signed() : this.#power();
    });
  }

  /** Binds to the right, and more than the minus before it: -2 ^ 2 is -4. */
  #power(): FormulaNode {
    const base = this.#operand();
    const { text } = this.#now;
    if (!this.#took('^') && !this.#took('**')) return base;
    return call(signs[text] ?? '^', base, this.#signed());
  }

  #operand(): FormulaNode {
    const { kind, text, at } = this.#now;
    if (kind === 'end' || kind === 'sign') return this.#bracket();
    this.#place += 1;
    if (kind === 'number') return { kind: 'number', value: Number(text) };
    if (kind === 'name' && this.#is('(')) return this.#called(text, at);
    if (kind === 'name' && text === 'pi') return { kind: 'number', value: Math.PI };
    return { kind: 'column', name: text, at };
  }

  #bracket(): FormulaNode {
    if (!this.#took('(')) throw this.#unexpected('a number, a column or a bracket');
    const inside = this.choice();
    this.#need(')');
    return inside;
  }

  #called(name: string, at: number): FormulaNode {
    if (!isFunction(name))
      throw new FormulaError(
        at,
        `there is no function ${name}; there are ${listed(functionNames)}`,
      );
    this.#need('(');
    const given: FormulaNode[] = [];
    if (!this.#is(')')) {
      do given.push(this.choice());
      while (this.#took(','));
    }
    this.#need(')');
    const [wanted] = operations[name].arity;
    if (given.length !== wanted)
      throw new FormulaError(
        at,
        `${name} takes ${wanted} ${wanted === 1 ? 'value' : 'values'}, not ${given.length}`,
      );
    return { kind: 'call', operation: name, arguments: given };
  }

  get #now(): FormulaToken {
    return this.#tokens[this.#place]!;
  }

  #is(sign: string): boolean {
    return this.#now.kind === 'sign' && this.#now.text === sign;
  }

  #took(sign: string): boolean {
    if (!this.#is(sign)) return false;
    this.#place += 1;
    return true;
  }

  #need(sign: string): void {
    if (!this.#took(sign)) throw this.#unexpected(sign);
  }

  #unexpected(wanted: string): FormulaError {
    const { kind, text, at } = this.#now;
    const found = kind === 'end' ? 'the formula ends' : `${text} stands`;
    return new FormulaError(at, `${found} where ${wanted} is missing`);
  }

  #deeper(parse: () => FormulaNode): FormulaNode {
    this.#depth += 1;
    if (this.#depth > 2 * deepest)
      throw new FormulaError(this.#now.at, 'the formula is nested too deeply');
    const found = parse();
    this.#depth -= 1;
    return found;
  }
}

function call(operation: OperatorName, ...given: readonly FormulaNode[]): FormulaNode {
  return { kind: 'call', operation, arguments: given };
}
