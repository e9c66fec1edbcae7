import type { Figure } from '../../shared/figure';
import { significant } from '../../shared/text';
import { groupsOfSums, rankingLoss } from '../modelsOfSums';
import { chosenModel, type SumsFigure } from './sumsFigure';

const title = 'Loss by group';
const maxBars = 30;

/** The loss of the groups that the statement was written for. */
export const groups: SumsFigure = {
  id: 'slices',
  title,
  about: 'Which groups of rows cost more than the others.',
  applies: ({ about }) => about.by.length > 0,
  build: (sums, options, parameters): Figure => {
    const { name, index, controls } = chosenModel(sums, options);
    const { by } = sums.about;
    const column = by.find(known => known === options['by']) ?? by[0]!;
    const loss = rankingLoss(sums);
    const found = groupsOfSums(sums, parameters).filter(
      group => group.column === column && group.model === name,
    );
    const shown = found.slice(0, maxBars);
    const nameOf = (value: string | null) => value ?? 'no value';
    const [worst] = found;
    const reading =
      worst === undefined
        ? `${name}: no group has rows that can be used.`
        : `${name}: ${column} ${nameOf(worst.value)} costs the most beyond the other rows, ${significant(worst.values[loss] ?? Number.NaN)} on average.`;
    return {
      id: 'slices',
      title,
      reading,
      controls: [
        ...controls,
        {
          ...{ kind: 'choice', id: 'by', label: 'By', value: column },
          options: by.map(value => ({ value, label: value })),
        },
      ],
      panels: [
        {
          kind: 'plot',
          x: {
            label: column,
            scale: 'linear',
            categories: shown.map(({ value }) => nameOf(value)),
          },
          y: {
            label: `mean ${loss === 'mse' ? 'squared error' : 'log loss'}`,
            scale: 'linear',
            min: 0,
          },
          marks: [
            {
              ...{ kind: 'bars', name, tone: { series: index } },
              edges: Float64Array.from({ length: shown.length + 1 }, (_, i) => i - 0.5),
              heights: Float64Array.from(shown, ({ values }) => finite(values[loss])),
            },
          ],
        },
      ],
      table: {
        caption: 'Groups, the costliest first',
        columns: ['group', 'rows', 'mean loss', 'share of the loss'].map((label, i) => ({
          label,
          numeric: i > 0,
        })),
        rows: found.map(({ value, n, values, share }) => ({
          cells: [nameOf(value), n, values[loss] ?? null, share],
        })),
      },
    };
  },
};

/** An infinite mean has no bar; the table tells it. */
function finite(x = Number.NaN): number {
  return Number.isFinite(x) ? x : 0;
}
