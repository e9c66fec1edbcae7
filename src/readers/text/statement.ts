import type { Literal } from './literal';
import { listOf, literalOf, type Node, spacedList } from './node';

/** A value found in a text and the name it is given there. */
export interface Binding {
  readonly name: string | null;
  readonly value: Literal;
  readonly line: number;
  /** `argument`: an unnamed list inside an expression. `bare`: values without name and bracket. */
  readonly from: 'name' | 'bracket' | 'argument' | 'bare';
}

interface Part {
  readonly name: string | null;
  readonly line: number;
  readonly value: Literal | undefined;
  readonly bare: boolean;
  /** The word that stands alone: the left side of `a, b = [1], [2]`. */
  readonly word: string | null;
}

/** Values of a statement: `a = [1, 2]`, `a, b = [1], [2]`, `"a": [1], "b": [2]`, `a = 1, 2`, `1, 2`. */
export function statementBindings(items: readonly (readonly Node[])[]): Binding[] {
  const found: { name: string | null; line: number; values: Part[] }[] = [];
  const left: string[] = [];
  const scattered: Binding[] = [];
  for (const item of items) {
    const part = partOf(item);
    const last = found.at(-1);
    if (part.value === undefined) {
      scattered.push(...scatteredLists(item));
      if (part.word !== null && last === undefined) left.push(part.word);
    } else if (part.name !== null || last === undefined) {
      found.push({ name: part.name, line: part.line, values: [part] });
    } else {
      last.values.push(part);
    }
  }
  const bound = found.flatMap(({ name, line, values }) => {
    const names = name === null ? [] : [...left, name];
    if (left.length > 0 && names.length === values.length) return unpacked(names, values);
    return [tuple(name, line, values)];
  });
  return [...bound, ...scattered];
}

/** Lists in a printed line, with the word in front: `predictions: [1 2] targets: [1 3]`. */
function scatteredLists(nodes: readonly Node[]): Binding[] {
  return nodes.flatMap((node, i): Binding[] => {
    const value = node.kind === 'value' ? node.value : undefined;
    if (value?.kind !== 'list') return [];
    const before = nodes[i - 1];
    const next = nodes[i + 1]?.kind;
    if (before?.kind === 'operator' || next === 'operator' || next === 'number') return [];
    const signed = before?.kind === 'colon' || before?.kind === 'assign';
    const key = signed ? nodes[i - 2] : before;
    const named = key?.kind === 'word' || key?.kind === 'string';
    const from = named ? 'name' : 'argument';
    return [{ name: named ? key.text : null, value, line: node.line, from }];
  });
}

/** Values between the brackets of an expression: arguments of a call, cells of a list of objects. */
export function argumentBindings(items: readonly (readonly Node[])[]): Binding[] {
  return items.flatMap((item): Binding[] => {
    const { name, line, value } = partOf(item);
    if (value === undefined) return [];
    if (name !== null) return [{ name, line, value, from: 'name' }];
    if (value.kind === 'dict') return [{ name, line, value, from: 'bracket' }];
    return value.kind === 'list' ? [{ name, line, value, from: 'argument' }] : [];
  });
}

function unpacked(names: readonly string[], values: readonly Part[]): Binding[] {
  return values.map((part, i) => ({
    name: names[i]!,
    value: part.value!,
    line: part.value!.line,
    from: 'name',
  }));
}

function tuple(name: string | null, line: number, parts: readonly Part[]): Binding {
  const values = parts.map(part => part.value!);
  const value = values.length === 1 ? values[0]! : listOf(values, values[0]!.line);
  const bare = parts.length > 1 || parts[0]!.bare;
  return { name, value, line, from: name !== null ? 'name' : bare ? 'bare' : 'bracket' };
}

function partOf(nodes: readonly Node[]): Part {
  const { name, from } = nameOf(nodes);
  const rest = from === 0 ? nodes : nodes.slice(from);
  const line = nodes[0]?.line ?? 0;
  const value = literalOf(rest) ?? (rest.length > 1 ? spacedList(rest) : undefined);
  const word = nodes.length === 1 && nodes[0]!.kind === 'word' ? nodes[0]!.text : null;
  const bare =
    rest.length > 1 || (value !== undefined && value.kind !== 'list' && value.kind !== 'dict');
  return { name, line, value, bare, word };
}

/** Words before a colon that name nothing. */
const blocks = new Set([
  'def',
  'class',
  'async',
  'except',
  'finally',
  'match',
  'if',
  'else',
  'elif',
  'for',
  'while',
  'with',
  'try',
  'lambda',
  'case',
  'In',
  'Out',
]);

/** True for the first word of a block: `def f(a, b):`, `class T:`, `for x in xs:`. */
export function opensBlock(node: Node | undefined): boolean {
  return node?.kind === 'word' && blocks.has(node.text);
}

/** The name a value is given by `=`, `<-` or `:`, and the number of the node after that sign. */
function nameOf(nodes: readonly Node[]): { name: string | null; from: number } {
  const sign = nodes.findLastIndex(node => node.kind === 'assign');
  if (sign > 0) return { name: nameBefore(nodes.slice(0, sign)), from: sign + 1 };
  if (nodes[1]?.kind !== 'colon') return { name: null, from: 0 };
  const key = nodes[0]!;
  const named = (key.kind === 'word' && !blocks.has(key.text)) || key.kind === 'string';
  return { name: named ? key.text : null, from: 2 };
}

function nameBefore(nodes: readonly Node[]): string | null {
  const first = nodes[0]!;
  const colon = nodes.findIndex(node => node.kind === 'colon');
  const block = first.kind === 'word' && blocks.has(first.text);
  const left = colon > 0 && !block ? nodes.slice(0, colon) : nodes;
  const named = left.findLast(node => node.kind === 'word' || node.kind === 'string');
  return named === undefined ? null : (named as { text: string }).text;
}
