import type { BindingList } from './binding';
import { type Code, isName, isSign } from './code';
import { chainFrom } from './nameChain';

/** A name that an import binds. */
export interface ImportedName {
  readonly name: string;
  readonly at: number;
  readonly path: string;
}

/** `import a.b, c.d as e`, whose words are the tokens `first` to `end`. */
export function importedNames(code: Code, first: number, end: number): readonly ImportedName[] {
  const found: ImportedName[] = [];
  for (let i = first; i < end; i++) {
    const { chain, next } = chainFrom(code, i);
    if (chain.length === 0) continue;
    const at = code.tokens[i]!.start;
    const renamed = isName(code, next, 'as') && isName(code, next + 1);
    if (renamed) found.push({ name: code.tokens[next + 1]!.text, at, path: chain.join('.') });
    else found.push({ name: chain[0]!, at, path: chain[0]! });
    i = renamed ? next + 1 : next - 1;
  }
  return found;
}

/** `from a.b import c, d as e`; of `import *` the module is told to `list`. A module of one's own begins with a dot. */
export function namesImportedFrom(
  code: Code,
  first: number,
  end: number,
  list: BindingList,
): readonly ImportedName[] {
  const { tokens } = code;
  let i = first;
  while (i < end && isSign(code, i, '.')) i++;
  const { chain, next } = chainFrom(code, i);
  const module = `${i > first ? '.' : ''}${chain.join('.')}`;
  if (!isName(code, next, 'import')) return [];
  if (isSign(code, next + 1, '*')) list.star(module);
  const found: ImportedName[] = [];
  for (let k = next + 1; k < end; k++) {
    if (!isName(code, k)) continue;
    const renamed = isName(code, k + 1, 'as') && isName(code, k + 2);
    const name = tokens[renamed ? k + 2 : k]!.text;
    found.push({ name, at: tokens[k]!.start, path: `${module}.${tokens[k]!.text}` });
    if (renamed) k += 2;
  }
  return found;
}
