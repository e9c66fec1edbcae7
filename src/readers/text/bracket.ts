import { type Entry, type List, type Literal, lastSegment, type Scalar } from './literal';
import { listOf, literalOf, type Node, nodeValue, quotedScalar, spacedList } from './node';

/** An open bracket and what has been read behind it. */
export interface Bracket {
  /** Empty for the statement that all brackets stand in. */
  readonly kind: '' | '(' | '[' | '{';
  readonly start: number;
  readonly line: number;
  readonly spaced: boolean;
  /** What stands between the commas so far. */
  items: Node[][];
  /** What stands behind the last comma. */
  item: Node[];
  /** Numbers of items at which a `;` ended a row of a MATLAB or Julia matrix. */
  rows: number[];
}

/** The value of a closed bracket on its own, or undefined when it holds more than literals. */
export function bracketValue(bracket: Bracket): Literal | undefined {
  if (bracket.kind === '{' && bracket.items.length === 0) return undefined;
  if (bracket.kind === '{') return dictValue(bracket) ?? listValue(bracket);
  if (bracket.kind === '(' && bracket.items.length === 1 && !bracket.rows.length) {
    return literalOf(bracket.items[0]!);
  }
  return listValue(bracket);
}

function listValue(bracket: Bracket): List | undefined {
  const { items, rows, line } = bracket;
  if (rows.length > 0) return matrixValue(bracket);
  if (items.length === 1 && items[0]!.length > 1) {
    const only = literalOf(items[0]!);
    return only === undefined ? spacedList(items[0]!) : listOf([only], line);
  }
  const values: Literal[] = [];
  let elidedAt: number | undefined;
  for (const item of items) {
    const value = literalOf(item);
    if (item.length === 1 && item[0]!.kind === 'ellipsis') elidedAt = item[0]!.line;
    else if (value === undefined) return undefined;
    else values.push(value);
  }
  return listOf(values, line, elidedAt);
}

/** `[1 2; 3 4]`: rows of cells; a matrix of one column is a plain list. */
function matrixValue(bracket: Bracket): List | undefined {
  const rows: List[] = [];
  let from = 0;
  for (const to of [...bracket.rows, bracket.items.length]) {
    const items = bracket.items.slice(from, to);
    from = to;
    if (items.length === 0) continue;
    const row = listValue({ ...bracket, items, rows: [], line: items[0]![0]!.line });
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const flat = rows.every(row => row.items.length === 1);
  return listOf(flat ? rows.map(row => row.items[0]!) : rows, bracket.line);
}

/** A dict or object; entries that are no literals are left out, unless all are. */
function dictValue(bracket: Bracket): Literal | undefined {
  const entries = bracket.items.flatMap(item => entryOf(item) ?? []);
  return entries.length === 0 ? undefined : { kind: 'dict', entries, line: bracket.line };
}

function entryOf(nodes: readonly Node[]): Entry | undefined {
  const [key, colon] = nodes;
  if (key === undefined || colon?.kind !== 'colon') return undefined;
  const value = literalOf(nodes.slice(2));
  const name = keyText(key);
  return value === undefined || name === undefined
    ? undefined
    : { key: name, value, line: key.line };
}

function keyText(node: Node): string | undefined {
  if (node.kind === 'word' || node.kind === 'string') return node.text;
  const value = nodeValue(node);
  return value === undefined || value.kind === 'list' || value.kind === 'dict'
    ? undefined
    : value.text;
}

type CallKind = 'first' | 'list' | 'number' | 'fields';

const wrappers: Readonly<Record<CallKind, string>> = {
  first:
    'array asarray Array DeviceArray matrix tensor as_tensor Tensor FloatTensor DoubleTensor LongTensor constant Variable convert_to_tensor tensor1d tensor2d Series DataFrame list tuple deque set from OrderedDict defaultdict Float64Array Float32Array Int32Array Int16Array Int8Array Uint8Array Uint16Array Uint32Array',
  list: 'c of listOf doubleArrayOf floatArrayOf Seq Vector',
  fields: 'dict tibble',
  number:
    'float int double float16 float32 float64 bfloat16 int8 int16 int32 int64 uint8 uint16 uint32 uint64 bool_ bool str_ Decimal Number parseFloat',
};

/** Calls that only wrap their values, by the last part of their name. */
const calls: ReadonlyMap<string, CallKind> = new Map(
  (['first', 'list', 'fields', 'number'] as const).flatMap(kind =>
    wrappers[kind].split(' ').map(name => [name, kind] as const),
  ),
);

/** Methods that keep the values as they are. */
const keepers = new Set(
  [
    'astype float double half int long bool numpy cpu cuda detach tolist to copy clone item eval',
    'reshape view ravel flatten squeeze values contiguous to_numpy to_list type requires_grad_ unsqueeze',
  ].flatMap(names => names.split(' ')),
);

/** True for `.astype`, `.reshape` and other methods behind which the values are the same. */
export function keepsValues(method: string): boolean {
  return method.split('.').every(name => name === '' || keepers.has(name));
}

/** The value of `head(arguments)`, or undefined when the call is more than a wrapping. */
export function callValue(head: string, bracket: Bracket): Literal | undefined {
  const name = lastSegment(head.replace(/^[+-]/, ''));
  const kind = calls.get(name);
  if (kind === undefined) return undefined;
  if (kind === 'list') return listValue({ ...bracket, items: bracket.items.map(withoutName) });
  if (kind === 'fields') return fieldsValue(bracket);
  const first = bracket.items.find(item => item[1]?.kind !== 'assign');
  const value = first === undefined ? undefined : literalOf(first);
  if (kind === 'first') return value?.kind === 'list' || value?.kind === 'dict' ? value : undefined;
  return value === undefined || value.kind === 'list' || value.kind === 'dict'
    ? undefined
    : numberCall(value, head.startsWith('-'));
}

/** R's `a = 1` in `c(a = 1, b = 2)`. */
function withoutName(item: readonly Node[]): Node[] {
  return item.slice(item[1]?.kind === 'assign' ? 2 : 0);
}

/** `float('nan')`, `np.float32(0.5)` */
function numberCall(value: Scalar, negative: boolean): Scalar {
  const scalar = value.kind === 'text' ? spelled(value) : value;
  return negative ? { ...scalar, number: -scalar.number, text: `-${scalar.text}` } : scalar;
}

const infinities = /^([+-]?)inf(?:inity)?$/i;

function spelled(value: Scalar): Scalar {
  const sign = infinities.exec(value.text)?.[1];
  if (sign === undefined) return quotedScalar(value.text, value);
  const number = sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return { ...value, kind: 'number', number };
}

/** `dict(actual=[...], predicted=[...])` */
function fieldsValue(bracket: Bracket): Literal | undefined {
  const entries = bracket.items.flatMap(item => {
    const [name, sign] = item;
    if (name?.kind !== 'word' || sign?.kind !== 'assign') return [];
    const value = literalOf(item.slice(2));
    return value === undefined ? [] : [{ key: name.text, value, line: name.line }];
  });
  return entries.length === 0 ? undefined : { kind: 'dict', entries, line: bracket.line };
}

const elementType = /^(?:Float|Int|UInt|Bool|String|Any)\d*$/;

/** True for Julia's `Float64[1, 2]`, where the word before the bracket is a type. */
export function isElementType(word: string): boolean {
  return elementType.test(word);
}
