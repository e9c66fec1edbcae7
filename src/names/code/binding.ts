/** What a name stands for from some place on. */
export type Binding =
  /** Something of a library, by its full name. */
  | { readonly kind: 'import'; readonly at: number; readonly path: string }
  /** Another name of something: `crit = nn.MSELoss`. */
  | { readonly kind: 'alias'; readonly at: number; readonly chain: readonly string[] }
  /** A value that is worked out: tokens `from` to `to`. */
  | { readonly kind: 'value'; readonly at: number; readonly from: number; readonly to: number }
  /** Something of the person's own. */
  | { readonly kind: 'own'; readonly at: number };

/** A stretch of the text in which names are bound of their own. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly start: number;
  end: number;
  readonly parent: Scope | null;
  readonly names: Map<string, Binding[]>;
}

/** What is bound where in a text. */
export interface Bindings {
  /** By their start; the first one is the whole text. */
  readonly scopes: readonly Scope[];
  /** Variables of comprehensions and small functions, which hide a name over a short stretch. */
  readonly shadows: ReadonlyMap<
    string,
    readonly { readonly start: number; readonly end: number }[]
  >;
  /** Modules of which everything was imported. */
  readonly stars: readonly string[];
  /** Top-level packages that the text imports. */
  readonly packages: ReadonlySet<string>;
  /** Every name that is bound somewhere. */
  readonly bound: ReadonlySet<string>;
  /** What the imports of a place bring in. */
  readonly imports: ReadonlyMap<number, string>;
  /** Where each attribute of `self` is set. */
  readonly attributes: ReadonlyMap<string, readonly Attribute[]>;
}

/** A value that a method gives to an attribute of `self`. */
export interface Attribute {
  readonly scope: Scope;
  readonly binding: Binding;
}

/** Collects bindings. */
export class BindingList implements Bindings {
  readonly scopes: Scope[];
  readonly shadows: Map<string, { start: number; end: number }[]> = new Map();
  readonly stars: string[] = [];
  readonly packages: Set<string> = new Set();
  readonly bound: Set<string> = new Set();
  readonly imports: Map<number, string> = new Map();
  readonly attributes: Map<string, Attribute[]> = new Map();

  constructor(length: number) {
    this.scopes = [{ kind: 'module', start: 0, end: length, parent: null, names: new Map() }];
  }

  open(kind: Scope['kind'], start: number, parent: Scope): Scope {
    const scope: Scope = { kind, start, end: this.scopes[0]!.end, parent, names: new Map() };
    this.scopes.push(scope);
    return scope;
  }

  bind(scope: Scope, name: string, binding: Binding): void {
    const known = scope.names.get(name);
    if (known === undefined) scope.names.set(name, [binding]);
    else known.push(binding);
    this.bound.add(name);
    if (name.startsWith('self.')) this.#setAttribute(name, { scope, binding });
    if (binding.kind !== 'import') return;
    this.use(binding.path);
    this.imports.set(binding.at, binding.path);
  }

  #setAttribute(name: string, attribute: Attribute): void {
    const known = this.attributes.get(name);
    if (known === undefined) this.attributes.set(name, [attribute]);
    else known.push(attribute);
  }

  shadow(name: string, start: number, end: number): void {
    const known = this.shadows.get(name);
    if (known === undefined) this.shadows.set(name, [{ start, end }]);
    else known.push({ start, end });
  }

  star(module: string): void {
    this.stars.push(module);
    this.use(module);
  }

  use(path: string): void {
    this.packages.add(path.split('.')[0]!);
  }
}

/** The innermost scope around a place. */
export function scopeAt({ scopes }: Bindings, offset: number): Scope {
  let scope = scopes[Math.max(0, countUpTo(scopes.length, i => scopes[i]!.start <= offset) - 1)]!;
  while (scope.end <= offset && scope.parent !== null) scope = scope.parent;
  return scope;
}

/** What `name` stands for at a place; undefined when nothing binds it there. */
export function bindingAt(bindings: Bindings, name: string, offset: number): Binding | undefined {
  const hiding = shadowAt(bindings.shadows.get(name) ?? [], offset);
  if (hiding !== undefined) return { kind: 'own', at: hiding };
  const innermost = scopeAt(bindings, offset);
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.parent) {
    if (scope.kind === 'class' && scope !== innermost) continue;
    const known = scope.names.get(name);
    // A function runs when its module has been read to the end; its own lines run one after the other.
    const found = scope === innermost ? lastBefore(known ?? [], offset) : known?.at(-1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The last binding up to a place; they stand in the order of the text. */
function lastBefore(known: readonly Binding[], offset: number): Binding | undefined {
  return known[countUpTo(known.length, i => known[i]!.at <= offset) - 1];
}

/** How many small stretches around a place are looked at, from the inside out. */
const nearest = 16;

/** Where the stretch begins that hides a name at a place. */
function shadowAt(
  shadows: readonly { readonly start: number; readonly end: number }[],
  offset: number,
): number | undefined {
  const count = countUpTo(shadows.length, i => shadows[i]!.start <= offset);
  const near = shadows.slice(Math.max(0, count - nearest), count);
  return near.findLast(({ end }) => offset < end)?.start;
}

/** How many of `length` things in order are still `before` a place. */
export function countUpTo(length: number, before: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
