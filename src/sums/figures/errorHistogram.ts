import type { Panel } from '../../shared/figure';
import { plural, significant } from '../../shared/text';
import { total, totalOf } from '../losses/totals';
import type { Cell } from '../result/cell';
import { chosenModel, type SumsFigure } from './sumsFigure';

const title = 'Errors';

/** How many errors there are of each sign and size; the bins of the sums are those of the chart. */
export const errorHistogram: SumsFigure = {
  id: 'error-histogram',
  title,
  about: 'How the errors are spread, and how many are too high or too low.',
  applies: ({ about }) => about.task === 'regression' || about.task === 'errors',
  build: (sums, options) => {
    const { name, index, cells, controls } = chosenModel(sums, options);
    const rows = (sign: number) =>
      totalOf(
        cells.filter(({ of }) => of['sign'] === sign),
        ({ n }) => n,
      );
    const mean = total(cells, 'e') / total(cells, 'w');
    const binned = [...cells].sort((a, b) => fromOf(a) - fromOf(b));
    const exact = rows(0) > 0 ? ` and ${rows(0)} exact` : '';
    return {
      id: 'error-histogram',
      title,
      reading: `${name}: ${plural(rows(1), 'prediction')} too high, ${rows(-1)} too low${exact}; the mean error is ${significant(mean)}.`,
      controls,
      panels: [-1, 1].flatMap(sign => panelOf(cells, sign, index)),
      table: {
        caption: 'Rows by error',
        columns: ['from', 'up to', 'rows'].map(label => ({ label, numeric: true })),
        rows: binned.map(cell => ({ cells: [fromOf(cell), toOf(cell), cell.n] })),
      },
    };
  },
};

/** Errors of one sign over the logarithm of their size, in bins of a doubling. */
function panelOf(cells: readonly Cell[], sign: number, series: number): readonly Panel[] {
  const own = cells.filter(({ of }) => of['sign'] === sign);
  if (own.length === 0) return [];
  const counts = new Map<number, number>();
  for (const { of, n } of own) {
    const doubling = Math.floor(of['bin']! / 8);
    counts.set(doubling, (counts.get(doubling) ?? 0) + n);
  }
  const least = Math.min(...counts.keys());
  const length = Math.max(...counts.keys()) - least + 1;
  return [
    {
      kind: 'plot',
      x: { label: sign > 0 ? 'too high by' : 'too low by', scale: 'log' },
      y: { label: 'rows', scale: 'linear', min: 0 },
      marks: [
        {
          ...{ kind: 'bars', name: sign > 0 ? 'too high' : 'too low', tone: { series } },
          edges: Float64Array.from({ length: length + 1 }, (_, i) => 2 ** (least + i)),
          heights: Float64Array.from({ length }, (_, i) => counts.get(least + i) ?? 0),
        },
      ],
    },
  ];
}

function fromOf({ of }: Cell): number {
  return of['sign'] === -1 ? -of['hi']! : of['lo']!;
}

function toOf({ of }: Cell): number {
  return of['sign'] === -1 ? -of['lo']! : of['hi']!;
}
