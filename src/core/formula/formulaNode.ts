import type { FunctionName, OperatorName } from './operations';

/** A formula as a tree. `at` is where it stands in the text. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'column'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'call';
      readonly operation: OperatorName | FunctionName;
      readonly arguments: readonly FormulaNode[];
    };

/** The columns that a formula names, each once, with the place where it is named first. */
export function columnsOf(node: FormulaNode): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (one: FormulaNode): void => {
    if (one.kind === 'column' && !found.has(one.name)) found.set(one.name, one.at);
    if (one.kind === 'call') one.arguments.forEach(visit);
  };
  visit(node);
  return found;
}
