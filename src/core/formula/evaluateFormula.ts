import type { FormulaNode } from './formulaNode';
import { operations } from './operations';

/** The columns of as many samples as are computed together. */
export type BlockOf = (column: string) => Float64Array;

/** Writes the values of a formula over blocks of its columns to `out`: as many as it holds. */
export type FormulaBlock = (blockOf: BlockOf, out: Float64Array) => void;

/** A formula as loops over blocks of columns, one for each operation; they keep their scratch space. */
export function formulaBlock(node: FormulaNode): FormulaBlock {
  if (node.kind === 'number') return (_, out) => void out.fill(node.value);
  if (node.kind === 'column') return (blockOf, out) => out.set(blockOf(node.name));
  const { value } = operations[node.operation];
  const parts = node.arguments.map(formulaBlock);
  const scratch = parts.map(() => new Float64Array(0));
  return (blockOf, out) => {
    const [a, b, c] = parts.map((part, k) => {
      if (scratch[k]!.length < out.length) scratch[k] = new Float64Array(out.length);
      const own = scratch[k]!.subarray(0, out.length);
      part(blockOf, own);
      return own;
    });
    const second = b ?? a!;
    const third = c ?? a!;
    for (let i = 0; i < out.length; i++) out[i] = value(a![i]!, second[i]!, third[i]!);
  };
}

/** Value and derivative of a formula at one sample. */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

/**
 * A formula at one sample with its derivative by whatever `of` gives the columns' own derivatives by: the chain
 * rule, operation by operation.
 */
export function formulaDual(node: FormulaNode, of: (column: string) => Dual): Dual {
  if (node.kind === 'number') return { value: node.value, slope: 0 };
  if (node.kind === 'column') return of(node.name);
  const { value, slopes } = operations[node.operation];
  const parts = node.arguments.map(part => formulaDual(part, of));
  const [a = 0, b = 0, c = 0] = parts.map(part => part.value);
  const own = slopes(a, b, c);
  // A part that does not move adds nothing, however steep the operation is there.
  const slope = parts.reduce(
    (sum, part, k) => sum + (part.slope === 0 ? 0 : own[k]! * part.slope),
    0,
  );
  return { value: value(a, b, c), slope };
}
