import type { ModelReport } from './lossReport';
import { titleOf } from './lossRows';
import { significant } from './text';

/** What a table of failing groups says of each. */
export const sliceHeads: readonly [group: string, ...numbers: string[]] = [
  'group',
  'rows',
  'mean loss',
  'over the rest',
  'excess',
  'p',
];

export type SliceCells = readonly [
  group: string,
  rows: number,
  loss: number,
  rest: number,
  excess: number,
  p: string,
];

/** The groups where models fail, in the order of `sliceHeads`; with the model's name where there are several. */
export function sliceRows(
  models: readonly Pick<ModelReport, 'name' | 'split' | 'slices'>[],
): readonly SliceCells[] {
  const isOnly = models.length === 1;
  return models.flatMap(model =>
    (model.slices ?? []).map(
      ({ text, n, loss, rest, excess, p }): SliceCells => [
        isOnly ? text : `${titleOf(model)}: ${text}`,
        n,
        loss,
        rest,
        excess,
        probabilityText(p),
      ],
    ),
  );
}

/** Digits of a tiny p say nothing. */
export function probabilityText(p: number): string {
  return p < 0.001 ? '< 0.001' : significant(p, 2);
}

/** How the groups were found, below a table of them. */
export const sliceNote: string =
  'Found on one half of the rows and confirmed on the other; the p is of the confirming half. Excess is what the mean would fall by if the group were as the rest.';
