// What can be changed in a source file, found on its syntax tree.
import { isTypeNode, SyntaxKind as Kind } from 'typescript/unstable/ast';

/**
 * One change. `form` says how it is switched: an expression for another one, a statement left out, or a value that is
 * changed when it is there.
 *
 * @typedef {{ start: number, end: number, at: number, kind: string, form: 'expression' | 'statement' | 'value', changed: string }} Change
 */

/** @type {Readonly<Record<string, readonly (readonly [kind: string, operator: string])[]>>} */
const operators = {
  '<': [
    ['boundary', '<='],
    ['comparison', '>='],
  ],
  '<=': [
    ['boundary', '<'],
    ['comparison', '>'],
  ],
  '>': [
    ['boundary', '>='],
    ['comparison', '<='],
  ],
  '>=': [
    ['boundary', '>'],
    ['comparison', '<'],
  ],
  '===': [['comparison', '!==']],
  '!==': [['comparison', '===']],
  '+': [['arithmetic', '-']],
  '-': [['arithmetic', '+']],
  '*': [['arithmetic', '/']],
  '/': [['arithmetic', '*']],
  '%': [['arithmetic', '*']],
  '**': [['arithmetic', '*']],
  '<<': [['arithmetic', '>>']],
  '>>': [['arithmetic', '<<']],
  '>>>': [['arithmetic', '<<']],
  '&': [['arithmetic', '|']],
  '|': [['arithmetic', '&']],
  '+=': [['arithmetic', '-=']],
  '-=': [['arithmetic', '+=']],
  '*=': [['arithmetic', '/=']],
  '/=': [['arithmetic', '*=']],
  '&&': [['logic', '||']],
  '||': [['logic', '&&']],
};

/**
 * All changes of a file, types left alone.
 *
 * @returns {Change[]}
 */
export function changesOf(file) {
  const { text } = file;
  /** @type {Change[]} */
  const found = [];
  const source = node => text.slice(node.getStart(file), node.end);
  const add = (node, kind, changed, form = 'expression', at = node.getStart(file)) =>
    found.push({ start: node.getStart(file), end: node.end, at, kind, form, changed });

  const visit = node => {
    if (isTypeNode(node) || node.kind === Kind.ImportDeclaration) return;
    for (const rule of [binary, unary, literal, condition, removed, returned]) rule(node);
    node.forEachChild(visit);
  };

  function binary(node) {
    if (node.kind !== Kind.BinaryExpression) return;
    const { left, operatorToken, right } = node;
    const sign = source(operatorToken);
    if (sign === '+' && [left, right].some(isText)) return;
    for (const [kind, other] of Object.hasOwn(operators, sign) ? operators[sign] : [])
      add(
        node,
        kind,
        `${source(left)} ${other} ${source(right)}`,
        'expression',
        operatorToken.getStart(file),
      );
  }

  function unary(node) {
    const postfix = node.kind === Kind.PostfixUnaryExpression;
    if (!postfix && node.kind !== Kind.PrefixUnaryExpression) return;
    const operand = source(node.operand);
    const sign = source(node).replace(operand, '').trim();
    if (sign === '!') add(node, 'negation', operand);
    if (sign === '-' && node.operand.kind !== Kind.NumericLiteral) add(node, 'arithmetic', operand);
    const other = { '++': '--', '--': '++' }[sign];
    if (other !== undefined) add(node, 'arithmetic', postfix ? operand + other : other + operand);
  }

  function literal(node) {
    if (node.kind === Kind.TrueKeyword) add(node, 'negation', 'false');
    if (node.kind === Kind.FalseKeyword) add(node, 'negation', 'true');
    if (node.kind !== Kind.NumericLiteral || node.parent.name === node) return;
    for (const step of ['+', '-']) add(node, 'constant', `${source(node)} ${step} 1`);
  }

  function condition(node) {
    const tested = testedBy(node);
    if (tested === undefined || tested.kind === Kind.BinaryExpression) return;
    if (tested.kind !== Kind.PrefixUnaryExpression) add(tested, 'negation', `!(${source(tested)})`);
  }

  function removed(node) {
    if (!isRemovable(node) || source(node).startsWith('super(')) return;
    add(node, 'removal', '', 'statement');
  }

  function returned(node) {
    const value = node.kind === Kind.ReturnStatement ? node.expression : bodyOf(node);
    if (value !== undefined && !isNothing(source(value))) add(value, 'return', '', 'value');
  }

  visit(file);
  return found;
}

/** Nothing else of the same type can be returned for it. */
function isNothing(text) {
  return text === 'null' || text === 'undefined';
}

function isText({ kind }) {
  return [Kind.StringLiteral, Kind.TemplateExpression, Kind.NoSubstitutionTemplateLiteral].includes(
    kind,
  );
}

function testedBy(node) {
  if (node.kind === Kind.ConditionalExpression || node.kind === Kind.ForStatement)
    return node.condition;
  return [Kind.IfStatement, Kind.WhileStatement].includes(node.kind) ? node.expression : undefined;
}

function isRemovable({ kind, elseStatement, expression }) {
  if (kind === Kind.IfStatement) return elseStatement === undefined;
  if (kind === Kind.ExpressionStatement) return expression.kind !== Kind.StringLiteral;
  if (kind === Kind.ReturnStatement) return expression === undefined;
  return [Kind.ContinueStatement, Kind.BreakStatement, Kind.ThrowStatement].includes(kind);
}

function bodyOf(node) {
  return node.kind === Kind.ArrowFunction && node.body.kind !== Kind.Block ? node.body : undefined;
}
