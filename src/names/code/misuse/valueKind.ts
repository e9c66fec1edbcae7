import { type Binding, bindingAt, countUpTo, type Scope, scopeAt } from '../binding';
import { argumentsOf } from '../callArguments';
import { pathAt } from '../calledLoss';
import { type Code, isName, isSign } from '../code';
import { chainFrom, chainTo } from '../nameChain';
import type { Source } from '../source';

/** What an expression is known to give. */
export type ValueKind = 'softmax' | 'sigmoid' | 'logarithm' | 'one-hot integers' | 'rates';

/** Functions, layers and methods by their last name. */
const functions: Readonly<Record<string, ValueKind>> = {
  softmax: 'softmax',
  Softmax: 'softmax',
  sigmoid: 'sigmoid',
  Sigmoid: 'sigmoid',
  log_softmax: 'logarithm',
  LogSoftmax: 'logarithm',
  logsigmoid: 'logarithm',
  one_hot: 'one-hot integers',
  exp: 'rates',
  softplus: 'rates',
  Softplus: 'rates',
};
const homes = /^(?:torch|jax|keras|tensorflow|flax)\b/;
/** Methods that a tensor has of these. */
const methods: ReadonlySet<string> = new Set(['softmax', 'sigmoid', 'log_softmax', 'exp']);
/** Methods that give the same numbers in another shape or place. */
const passing: ReadonlySet<string> = new Set([
  ...['squeeze', 'unsqueeze', 'view', 'reshape', 'flatten', 'permute', 'transpose', 'contiguous'],
  ...['detach', 'clone', 'cpu', 'cuda', 'numpy', 'mean'],
]);
const mostSteps = 8;
/** Texts that set an attribute of the same name in more classes were written by a program. */
const mostClasses = 1000;
/** More ways out of a function are not followed. */
const mostReturns = 8;

/** What the tokens `from` to `to` give; undefined where that is not certain. */
export function valueKind(
  source: Source,
  from: number,
  to: number,
  steps: number = mostSteps,
): ValueKind | undefined {
  if (steps === 0 || to <= from) return undefined;
  const { code } = source;
  const { chain, next } = chainFrom(code, from);
  if (chain.length > 0 && next === to) return namedKind(source, chain, from, steps);
  const open = isSign(code, to - 1, ')') ? (code.partner[to - 1] ?? -1) : -1;
  return open > from ? calledKind(source, from, open, steps) : undefined;
}

/** What a name was given last. */
function namedKind(
  source: Source,
  chain: readonly string[],
  at: number,
  steps: number,
): ValueKind | undefined {
  const value = boundTo(source, chain, source.code.tokens[at]!.start);
  return value?.kind === 'value' ? valueKind(source, value.from, value.to, steps - 1) : undefined;
}

/** What a variable or an attribute of `self` is bound to. */
export function boundTo(
  { bindings }: Source,
  chain: readonly string[],
  offset: number,
): Binding | undefined {
  const name = chain.join('.');
  if (!bindings.bound.has(name)) return undefined;
  if (chain[0] !== 'self') return bindingAt(bindings, name, offset);
  const home = classAround(scopeAt(bindings, offset));
  const set = bindings.attributes.get(name) ?? [];
  if (home === undefined || set.length > mostClasses) return undefined;
  const found = set.filter(({ scope }) => isWithin(scope, home));
  // An attribute that is set in several places may be any of them.
  return found.length === 1 ? found[0]!.binding : undefined;
}

function classAround(scope: Scope): Scope | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.parent)
    if (at.kind === 'class') return at;
  return undefined;
}

function isWithin(scope: Scope, home: Scope): boolean {
  for (let at: Scope | null = scope; at !== null; at = at.parent) if (at === home) return true;
  return false;
}

/** What the call gives whose bracket is `open`. */
function calledKind(
  source: Source,
  from: number,
  open: number,
  steps: number,
): ValueKind | undefined {
  const { code } = source;
  // `nn.Softmax(dim=1)(x)` and `Dense(1, activation="sigmoid")(x)` call what a call gives.
  if (isSign(code, open - 1, ')')) return layerKind(source, from, open, steps);
  if (!isName(code, open - 1)) return undefined;
  const { text } = code.tokens[open - 1]!;
  const link = chainTo(code, open - 1);
  const isMethod = link === undefined || link.first > from;
  if (isMethod || pathAt(source, open - 1) === undefined) {
    if (isSign(code, open - 2, '.') && passing.has(text)) {
      return valueKind(source, from, open - 2, steps - 1);
    }
    if (isSign(code, open - 2, '.') && methods.has(text)) return functions[text];
    return link === undefined ? undefined : ownKind(source, link.chain, open, steps);
  }
  return isKnown(source, open - 1) ? functions[text] : undefined;
}

function isKnown(source: Source, i: number): boolean {
  const { text } = source.code.tokens[i]!;
  return Object.hasOwn(functions, text) && homes.test(pathAt(source, i) ?? '');
}

/** What a layer or model gives, which is called by the name of a variable. */
function ownKind(
  source: Source,
  chain: readonly string[],
  open: number,
  steps: number,
): ValueKind | undefined {
  const value = boundTo(source, chain, source.code.tokens[open]!.start);
  if (value?.kind !== 'value') return undefined;
  return layerKind(source, value.from, value.to, steps - 1);
}

/** What the layer or model gives that the tokens `from` to `to` make. */
export function layerKind(
  source: Source,
  from: number,
  to: number,
  steps: number = mostSteps,
): ValueKind | undefined {
  const { code } = source;
  const made = chainFrom(code, from);
  const open = made.next;
  const close = isSign(code, open, '(') ? (code.partner[open] ?? -1) : -1;
  // `Net().to(device)` is a Net.
  const isWhole = close === to - 1 || (isSign(code, close + 1, '.') && close < to);
  if (steps === 0 || made.chain.length === 0 || close === -1 || !isWhole) return undefined;
  const last = open - 1;
  const activation = activationOf(code, open);
  if (activation !== undefined && homes.test(pathAt(source, last) ?? '')) return activation;
  if (isName(code, last, 'Sequential')) return lastLayerKind(source, open, steps);
  if (isName(code, last, 'Model')) return outputKind(source, open, steps);
  if (isKnown(source, last)) return functions[code.tokens[last]!.text];
  return forwardKind(source, made.chain, from, steps);
}

/** The activation that a layer of Keras is given by its name. */
function activationOf(code: Code, open: number): ValueKind | undefined {
  const given = argumentsOf(code, open)?.find(({ name }) => name === 'activation');
  const text = given === undefined ? undefined : code.tokens[given.from];
  if (text?.kind !== 'text') return undefined;
  return text.text === 'softmax' || text.text === 'sigmoid' ? text.text : undefined;
}

function lastLayerKind(source: Source, open: number, steps: number): ValueKind | undefined {
  const { code } = source;
  const inner = isSign(code, open + 1, '[') ? open + 1 : open;
  const last = argumentsOf(code, inner)?.at(-1);
  return last === undefined ? undefined : layerKind(source, last.from, last.to, steps - 1);
}

/** `Model(inputs, outputs)`. */
function outputKind(source: Source, open: number, steps: number): ValueKind | undefined {
  const given = argumentsOf(source.code, open) ?? [];
  const outputs = given.find(({ name }) => name === 'outputs') ?? given[1];
  return outputs === undefined ? undefined : valueKind(source, outputs.from, outputs.to, steps - 1);
}

/** What `forward` or `call` of a class of this text returns, where all its returns give the same. */
function forwardKind(
  source: Source,
  chain: readonly string[],
  at: number,
  steps: number,
): ValueKind | undefined {
  const { code, bindings } = source;
  const own = bindingAt(bindings, chain.join('.'), code.tokens[at]!.start);
  if (own?.kind !== 'own') return undefined;
  const { scopes } = bindings;
  const place = countUpTo(scopes.length, i => scopes[i]!.start < own.at);
  const home = scopes[place]?.kind === 'class' ? scopes[place] : undefined;
  const forward = home === undefined ? undefined : forwardOf(code, scopes, place);
  if (home === undefined || forward === undefined) return undefined;
  const returns = returnsIn(code, forward);
  if (returns.length > mostReturns) return undefined;
  const kinds = new Set(returns.map(([from, to]) => valueKind(source, from, to, steps - 1)));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** The method that a model is called by. */
function forwardOf(code: Code, scopes: readonly Scope[], place: number): Scope | undefined {
  const home = scopes[place]!;
  for (let i = place + 1; i < scopes.length && scopes[i]!.start < home.end; i++) {
    const { kind, parent, start } = scopes[i]!;
    const isForward = /\b(?:forward|call)$/.test(code.text.slice(Math.max(0, start - 12), start));
    if (kind === 'function' && parent === home && isForward) return scopes[i];
  }
  return undefined;
}

/** The tokens of what a function returns. */
function returnsIn(code: Code, { start, end }: Scope): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let i = countUpTo(code.tokens.length, at => code.tokens[at]!.start < start);
  for (; i < code.tokens.length && code.tokens[i]!.start < end; i++) {
    if (!isName(code, i, 'return')) continue;
    let to = i + 1;
    while (to < code.tokens.length && code.tokens[to]!.kind !== 'line') to++;
    found.push([i + 1, to]);
  }
  return found;
}
