import {
  constantOf,
  type List,
  type Literal,
  numberOf,
  type Scalar,
  type Written,
} from './literal';
import type { Token } from './token';

/** A token, or a closed bracket: its value, or `opaque` when it holds more than literals. */
export type Node = Token | ValueNode | OpaqueNode;

export interface ValueNode {
  readonly kind: 'value';
  readonly value: Literal;
  readonly start: number;
  readonly line: number;
  readonly spaced: boolean;
}

export interface OpaqueNode {
  readonly kind: 'opaque';
  readonly start: number;
  readonly line: number;
  readonly spaced: boolean;
}

/** What a single token or bracket stands for, or undefined. */
export function nodeValue(node: Node): Literal | undefined {
  if (node.kind === 'value') return node.value;
  if (node.kind === 'number') return numberScalar(node);
  if (node.kind === 'string') return quotedScalar(node.text, writtenAt(node));
  if (node.kind === 'word') return constantOf(node.text, writtenAt(node));
  return undefined;
}

function numberScalar(token: Token): Scalar {
  const text = token.text.replaceAll('_', '');
  return { kind: 'number', text, number: numberOf(text), ...writtenAt(token) };
}

/** Where a token stands. */
function writtenAt({ line, character, start, end }: Token): Written {
  return { line, character, width: end - start };
}

/** A string as a cell: a number stays one in quotes, all else is a text. */
export function quotedScalar(text: string, { line, character, width }: Written): Scalar {
  const at = { line, character, width };
  const trimmed = text.trim();
  if (trimmed === '' || /^nan$/i.test(trimmed)) {
    return { kind: 'missing', text: '', number: Number.NaN, ...at };
  }
  const number = numberOf(trimmed);
  return { kind: Number.isNaN(number) ? 'text' : 'number', text: trimmed, number, ...at };
}

/** Words that may stand before a value and words that end it. */
const before = new Set(['new', 'return', 'await', 'yield', 'export', 'default']);
const after = new Set(['as', 'satisfies']);

/** The value written by the nodes between two commas, or undefined when they are an expression. */
export function literalOf(nodes: readonly Node[]): Literal | undefined {
  if (nodes.length === 1) return nodeValue(nodes[0]!);
  const end = nodes.findIndex(node => node.kind === 'word' && after.has(node.text));
  const first = nodes.findIndex(node => node.kind !== 'word' || !before.has(node.text));
  const core = nodes.slice(Math.max(first, 0), end > 0 ? end : nodes.length);
  if (core.length === 1) return nodeValue(core[0]!);
  return repeated(core);
}

const maxRepeats = 1e6;

/** Python's `[0] * 5`. */
function repeated(nodes: readonly Node[]): List | undefined {
  const [left, sign, right] = nodes;
  if (nodes.length !== 3 || sign?.kind !== 'operator' || sign.text !== '*') return undefined;
  const list = nodeValue(left!);
  const count = nodeValue(right!);
  if (list?.kind !== 'list' || count?.kind !== 'number') return undefined;
  const { number } = count;
  if (!Number.isInteger(number) || number < 0 || number * list.items.length > maxRepeats) {
    return undefined;
  }
  return { ...list, items: Array.from({ length: number }, () => list.items).flat() };
}

/** Values with nothing but blanks between them: `1. 2. 3.` */
export function spacedList(nodes: readonly Node[]): List | undefined {
  const items: Literal[] = [];
  let elidedAt: number | undefined;
  for (const [i, node] of nodes.entries()) {
    if (i > 0 && !node.spaced) return undefined;
    const value = nodeValue(node);
    if (node.kind === 'ellipsis') elidedAt = node.line;
    else if (value === undefined) return undefined;
    else items.push(value);
  }
  return items.length === 0 ? undefined : listOf(items, nodes[0]!.line, elidedAt);
}

/** A list that is elided when it says so or when one of its items is. */
export function listOf(items: readonly Literal[], line: number, elidedAt?: number): List {
  const inner = items.find(
    (item): item is List => item.kind === 'list' && item.elidedAt !== undefined,
  );
  const at = elidedAt ?? inner?.elidedAt;
  return at === undefined
    ? { kind: 'list', items, line }
    : { kind: 'list', items, line, elidedAt: at };
}
