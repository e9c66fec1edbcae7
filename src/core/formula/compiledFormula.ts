import type { OwnLoss } from '../../shared/ownLoss';
import { remembered } from '../../shared/remembered';
import { type FormulaBlock, formulaBlock } from './evaluateFormula';
import { FormulaError } from './formulaError';
import { columnsOf, type FormulaNode } from './formulaNode';
import { parseFormula } from './parseFormula';

/** A formula that can be computed, or what is wrong with it. */
export type CompiledFormula =
  | {
      readonly tree: FormulaNode;
      readonly block: FormulaBlock;
      /** The columns that it names, with the place where each stands first. */
      readonly columns: ReadonlyMap<string, number>;
    }
  | { readonly mistake: FormulaError };

/** Compiled once for each loss. */
export const compiledFormula: (loss: OwnLoss) => CompiledFormula = remembered(compile);

function compile({ formula }: OwnLoss): CompiledFormula {
  try {
    const tree = parseFormula(formula);
    return { tree, block: formulaBlock(tree), columns: columnsOf(tree) };
  } catch (error) {
    if (error instanceof FormulaError) return { mistake: error };
    throw error;
  }
}

/** Whether a loss is a curve over the error alone. */
export function isOfErrorAlone(loss: OwnLoss): boolean {
  const compiled = compiledFormula(loss);
  return 'tree' in compiled && [...compiled.columns.keys()].every(name => name === 'error');
}
