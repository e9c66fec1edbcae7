import { type Binding, BindingList, type Bindings, type Scope } from './binding';
import { type Code, isName, isSign } from './code';
import { chainFrom } from './nameChain';
import { type ImportedName, importedNames, namesImportedFrom } from './pythonImports';

interface Block {
  readonly scope: Scope;
  /** Width of the line that opens it; -1 of the module. */
  readonly indent: number;
}

/** Imports, functions, classes and assignments of a text in Python, each in its scope. */
export function pythonBindings(code: Code): Bindings {
  return new PythonBinder(code).run();
}

/** How far the variables of a loop or of a small function are looked for, in tokens. */
const reach = 200;

class PythonBinder {
  readonly #code: Code;
  readonly #list: BindingList;
  #blocks: Block[];
  /** By the word that a statement begins with; all others may assign something. */
  readonly #readers: ReadonlyMap<string, (first: number, end: number) => void> = new Map([
    ['import', (first, end) => this.#bindAll(importedNames(this.#code, first + 1, end))],
    [
      'from',
      (first, end) => this.#bindAll(namesImportedFrom(this.#code, first + 1, end, this.#list)),
    ],
    ['def', (first, end) => this.#definition('function', first, end)],
    ['class', (first, end) => this.#definition('class', first, end)],
    ['for', (first, end) => this.#targets(first + 1, this.#wordIn('in', first, end), end)],
    ['with', (first, end) => this.#named(first, end)],
    ['except', (first, end) => this.#named(first, end)],
    ['del', (first, end) => this.#targets(first + 1, end, end)],
  ]);

  constructor(code: Code) {
    this.#code = code;
    this.#list = new BindingList(code.text.length + 1);
    this.#blocks = [{ scope: this.#list.scopes[0]!, indent: -1 }];
  }

  run(): Bindings {
    const { tokens } = this.#code;
    for (let i = 0; i < tokens.length; i = this.#statement(i));
    return this.#list;
  }

  get #scope(): Scope {
    return this.#blocks.at(-1)!.scope;
  }

  /** Reads the statement at `start` and says where the next one begins. */
  #statement(start: number): number {
    const { tokens } = this.#code;
    let end = start + 1;
    while (end < tokens.length && tokens[end]!.kind !== 'line') end++;
    if (tokens[start]!.kind !== 'line') return end;
    this.#leaveBlocks(widthOf(tokens[start]!.text), tokens[start]!.start);
    let first = start + 1;
    if (isName(this.#code, first, 'async')) first++;
    this.#read(first, end);
    this.#inner(first, end);
    return end;
  }

  #leaveBlocks(indent: number, at: number): void {
    while (this.#blocks.at(-1)!.indent >= indent) this.#blocks.pop()!.scope.end = at;
  }

  #read(first: number, end: number): void {
    const word = this.#code.tokens[first];
    const read = word?.kind === 'name' ? this.#readers.get(word.text) : undefined;
    if (read === undefined) this.#assignment(first, end);
    else read(first, end);
  }

  #definition(kind: 'function' | 'class', first: number, end: number): void {
    const name = this.#code.tokens[first + 1];
    if (name?.kind !== 'name') return;
    const { start } = name;
    this.#bind(name.text, { kind: 'own', at: start });
    const scope = this.#list.open(kind, name.end, this.#scope);
    const indent = widthOf(this.#lineOf(first).text);
    this.#blocks.push({ scope, indent });
    const open = first + 2;
    const close = this.#code.partner[open] ?? -1;
    if (kind === 'class' || !isSign(this.#code, open, '(') || close === -1) return;
    for (const parameter of this.#parameters(open, Math.min(close, end))) {
      this.#bind(parameter, { kind: 'own', at: start });
    }
  }

  #lineOf(first: number): { readonly text: string } {
    const { tokens } = this.#code;
    let i = first;
    while (i > 0 && tokens[i]!.kind !== 'line') i--;
    return tokens[i]!;
  }

  /** Names right behind the bracket or a comma of it. */
  #parameters(open: number, close: number): readonly string[] {
    const { tokens, opener } = this.#code;
    const found: string[] = [];
    for (let i = open + 1; i < close; i++) {
      if (opener[i] !== open || !isName(this.#code, i)) continue;
      const before = tokens[i - 1]!.text;
      if (i - 1 === open || before === ',' || before === '*' || before === '**') {
        found.push(tokens[i]!.text);
      }
    }
    return found;
  }

  /** `as NAME` of with statements and of caught exceptions. */
  #named(first: number, end: number): void {
    for (let i = first; i + 1 < end; i++) {
      if (isName(this.#code, i, 'as')) this.#targets(i + 1, i + 2, end);
    }
  }

  #assignment(first: number, end: number): void {
    const { tokens, opener } = this.#code;
    const depth = opener[first] ?? -1;
    let from = first;
    for (let i = first; i < end; i++) {
      const isEqual =
        opener[i] === depth && tokens[i]!.kind === 'sign' && /^[+*/-]?=$/.test(tokens[i]!.text);
      if (!isEqual) continue;
      this.#targets(from, i, end);
      from = i + 1;
    }
  }

  /** Binds the names of tokens `from` to `to`, which are given what stands at the end of the statement. */
  #targets(from: number, to: number, end: number): void {
    const { tokens } = this.#code;
    const { chain, next } = chainFrom(this.#code, from);
    const isAnnotated = isSign(this.#code, next, ':');
    if (chain.length > 0 && (next === to || isAnnotated)) {
      const binding = this.#valueOf(tokens[from]!.start, to, end);
      if (binding !== undefined) this.#bind(chain.join('.'), binding);
      return;
    }
    for (let i = from; i < to; i++) {
      const before = tokens[i - 1]?.text;
      const isPart =
        before === '.' || isSign(this.#code, i + 1, '.') || isSign(this.#code, i + 1, '[');
      if (isName(this.#code, i) && !isPart) {
        this.#bind(tokens[i]!.text, { kind: 'own', at: tokens[i]!.start });
      }
    }
  }

  /** What `name = value` binds; undefined for None, which stands where a library may be missing. */
  #valueOf(at: number, equal: number, end: number): Binding | undefined {
    if (!isSign(this.#code, equal, '=')) return { kind: 'own', at };
    const from = equal + 1;
    const { chain, next } = chainFrom(this.#code, from);
    // The name means its old self until the statement has ended.
    const bound = this.#code.tokens[end - 1]!.end;
    if (next === end && chain[0] === 'None') return undefined;
    if (next === end && chain.length > 0) return { kind: 'alias', at: bound, chain };
    return { kind: 'value', at: bound, from, to: end };
  }

  /** Names that live inside an expression: of lambdas, comprehensions and `:=`. */
  #inner(first: number, end: number): void {
    const { tokens, opener } = this.#code;
    for (let i = first; i < end; i++) {
      const around = opener[i] ?? -1;
      if (isName(this.#code, i, 'lambda')) {
        this.#hide(i + 1, this.#signIn(':', i, end), this.#stop(around, end));
      } else if (around !== -1 && isName(this.#code, i, 'for')) {
        const to = this.#wordIn('in', i, end);
        this.#hide(i + 1, to, this.#stop(around, end), tokens[around]!.start);
      } else if (isSign(this.#code, i, ':=') && isName(this.#code, i - 1)) {
        this.#bind(tokens[i - 1]!.text, { kind: 'own', at: tokens[i - 1]!.start });
      }
    }
  }

  /** Where the bracket `around` is closed, else where the statement ends. */
  #stop(around: number, end: number): number {
    const close = around === -1 ? -1 : (this.#code.partner[around] ?? -1);
    return this.#code.tokens[close === -1 ? end - 1 : close]!.end;
  }

  #hide(from: number, to: number, stop: number, start?: number): void {
    const { tokens } = this.#code;
    for (let i = from; i < to; i++) {
      const before = tokens[i - 1]!.text;
      if (isName(this.#code, i) && before !== '.' && before !== '=') {
        this.#list.shadow(tokens[i]!.text, start ?? tokens[i]!.start, stop);
      }
    }
  }

  #wordIn(word: string, from: number, end: number): number {
    const last = Math.min(end, from + reach);
    for (let i = from; i < last; i++) if (isName(this.#code, i, word)) return i;
    return from;
  }

  #signIn(sign: string, from: number, end: number): number {
    const { opener } = this.#code;
    const last = Math.min(end, from + reach);
    for (let i = from; i < last; i++) {
      if (opener[i] === opener[from] && isSign(this.#code, i, sign)) return i;
    }
    return from;
  }

  #bindAll(imported: readonly ImportedName[]): void {
    for (const { name, at, path } of imported) this.#bind(name, { kind: 'import', at, path });
  }

  #bind(name: string, binding: Binding): void {
    this.#list.bind(this.#scope, name, binding);
  }
}

function widthOf(indentation: string): number {
  let width = 0;
  for (const char of indentation) width = char === '\t' ? (width | 7) + 1 : width + 1;
  return width;
}
