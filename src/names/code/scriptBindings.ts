import { type Binding, BindingList, type Bindings } from './binding';
import { type Code, isName, isSign } from './code';
import { chainFrom } from './nameChain';

/**
 * Imports, functions and assignments of a text in JavaScript, TypeScript, Julia or R. What is bound anywhere
 * is taken to be bound from there on; parameters hide names as far as their function goes.
 */
export function scriptBindings(code: Code): Bindings {
  const list = new BindingList(code.text.length + 1);
  const binder = binders[code.language];
  code.tokens.forEach((_, i) => {
    if (code.tokens[i - 1]?.text !== '.') binder(code, i, list);
    hideParameters(code, i, list);
  });
  return list;
}

type Binder = (code: Code, i: number, list: BindingList) => void;

const binders: Readonly<Record<Code['language'], Binder>> = {
  javascript: bindJavaScript,
  julia: bindJulia,
  r: bindR,
  python: () => undefined,
};

function bind(list: BindingList, name: string, binding: Binding): void {
  list.bind(list.scopes[0]!, name, binding);
}

function own(code: Code, i: number, list: BindingList): void {
  const token = code.tokens[i];
  if (token?.kind === 'name') bind(list, token.text, { kind: 'own', at: token.start });
}

function bindJavaScript(code: Code, i: number, list: BindingList): void {
  const word = code.tokens[i]!;
  if (word.kind !== 'name') return;
  if (word.text === 'import') importJavaScript(code, i, list);
  else if (/^(?:function|class|enum|interface)$/.test(word.text)) own(code, i + 1, list);
  else if (/^(?:const|let|var)$/.test(word.text)) declare(code, i + 1, list);
}

/** `import tf from`, `import * as tf from` and `import { losses as l } from 'module'`. */
function importJavaScript(code: Code, start: number, list: BindingList): void {
  const { tokens } = code;
  let from = start + 1;
  while (from < tokens.length && from < start + 400 && !isName(code, from, 'from')) from++;
  const source = tokens[from + 1];
  if (source?.kind !== 'text') return;
  const module = moduleOf(source.text);
  for (let i = start + 1; i < from; i++) {
    if (!isName(code, i) || isName(code, i, 'as') || isName(code, i, 'type')) continue;
    if (isName(code, i + 1, 'as')) continue;
    const renamed = isName(code, i - 1, 'as');
    const isWhole = code.opener[i] === code.opener[start];
    const part = tokens[renamed ? i - 2 : i]!.text;
    bind(list, tokens[i]!.text, {
      kind: 'import',
      at: tokens[i]!.start,
      path: isWhole ? module : `${module}.${part}`,
    });
  }
}

/** What a module is called in the table: TensorFlow.js comes in several packages. */
function moduleOf(source: string): string {
  return source.startsWith('@tensorflow/tfjs') ? 'tfjs' : source.replaceAll('.', '_');
}

function declare(code: Code, i: number, list: BindingList): void {
  const close = code.partner[i] ?? -1;
  const equal = isSign(code, i, '{') || isSign(code, i, '[') ? close + 1 : i + 1;
  const module = isSign(code, equal, '=') ? required(code, equal + 1) : undefined;
  const last = equal === i + 1 ? i : close;
  for (let k = i; k <= last; k++) {
    const token = code.tokens[k];
    if (token?.kind !== 'name' || isSign(code, k + 1, ':')) continue;
    if (module === undefined) own(code, k, list);
    else {
      const path = last === i ? module : `${module}.${token.text}`;
      bind(list, token.text, { kind: 'import', at: token.start, path });
    }
  }
}

/** The module of `require('module')`. */
function required(code: Code, i: number): string | undefined {
  const isCall = isName(code, i, 'require') && isSign(code, i + 1, '(');
  const source = code.tokens[i + 2];
  return isCall && source?.kind === 'text' ? moduleOf(source.text) : undefined;
}

function bindJulia(code: Code, i: number, list: BindingList): void {
  const word = code.tokens[i]!;
  if (word.kind !== 'name') return;
  if (word.text === 'using' || word.text === 'import') importJulia(code, i, list);
  else if (/^(?:function|struct|macro)$/.test(word.text)) own(code, i + 1, list);
  else if (code.tokens[i - 1]?.kind === 'line' || isName(code, i - 1, 'const')) {
    const behind = isSign(code, i + 1, '(') ? (code.partner[i + 1] ?? -2) + 1 : i + 1;
    if (isSign(code, behind, '=')) own(code, i, list);
  }
}

/** `using A`, `import A as B` and `using A.B: c, d as e`. */
function importJulia(code: Code, start: number, list: BindingList): void {
  const whole = chainFrom(code, start + 1);
  const isPart = isSign(code, whole.next, ':');
  const module = isPart ? `${whole.chain.join('.')}.` : '';
  let i = isPart ? whole.next + 1 : start + 1;
  while (i < code.tokens.length && code.tokens[i]!.kind !== 'line') {
    i = isName(code, i) ? importedByJulia(code, i, module, list) : i + 1;
  }
}

/** Binds `A.b` or `A.b as c` at token `i` and says which token stands behind it. */
function importedByJulia(code: Code, i: number, module: string, list: BindingList): number {
  const { chain, next } = chainFrom(code, i);
  const renamed = isName(code, next, 'as') ? code.tokens[next + 1] : undefined;
  const path = `${module}${chain.join('.')}`;
  const { start } = code.tokens[i]!;
  bind(list, renamed?.text ?? chain.at(-1)!, { kind: 'import', at: start, path });
  if (module === '' && chain.length > 1) list.star(path);
  return renamed === undefined ? next : next + 2;
}

function bindR(code: Code, i: number, list: BindingList): void {
  const word = code.tokens[i]!;
  if (word.kind !== 'name') return;
  if (/^(?:library|require)$/.test(word.text) && isSign(code, i + 1, '(')) {
    const module = code.tokens[i + 2];
    if (module?.kind === 'name' || module?.kind === 'text') list.star(module.text);
  } else if (isSign(code, i + 1, '::')) list.use(word.text);
  else if (isSign(code, i + 1, '<-') || isSign(code, i + 1, '<<-')) own(code, i, list);
  else if (code.tokens[i - 1]?.kind === 'line' && isSign(code, i + 1, '=')) own(code, i, list);
}

/** `function (a, b)` and `(a, b) =>` hide `a` and `b` until the body has ended. */
function hideParameters(code: Code, i: number, list: BindingList): void {
  const { tokens, partner } = code;
  const isFunction = isName(code, i, 'function');
  const open = isFunction && !isSign(code, i + 1, '(') ? i + 2 : i + (isFunction ? 1 : 0);
  const close = isSign(code, open, '(') ? (partner[open] ?? -1) : -1;
  if (close === -1 || !(isFunction || isSign(code, close + 1, '=>'))) return;
  const end = bodyEnd(code, close + (isFunction ? 1 : 2));
  for (let k = open + 1; k < close; k++) {
    const isParameter = k - 1 === open || tokens[k - 1]!.text === ',';
    if (isParameter && isName(code, k)) list.shadow(tokens[k]!.text, tokens[k]!.start, end);
  }
}

function bodyEnd(code: Code, body: number): number {
  const last = isSign(code, body, '{') ? (code.partner[body] ?? -1) : endOfExpression(code, body);
  return code.tokens[last === -1 ? code.tokens.length - 1 : last]?.end ?? code.text.length;
}

function endOfExpression(code: Code, from: number): number {
  const around = code.opener[from] ?? -1;
  if (around !== -1) return code.partner[around] ?? -1;
  for (let i = from; i < code.tokens.length; i++) if (code.tokens[i]!.kind === 'line') return i;
  return -1;
}
