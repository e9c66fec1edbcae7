import type { DataTable } from '../../shared/figure';
import { percent, plural } from '../../shared/text';
import type { Cell } from '../result/cell';
import { chosenModel, classesOf, type SumsFigure } from './sumsFigure';

/** Which classes are taken for which. */
export const confusion: SumsFigure = {
  id: 'confusion',
  title: 'Confusion',
  about: 'Which classes are taken for which.',
  applies: ({ about }) => about.task === 'binary' || about.task === 'multiclass',
  build: (sums, options) => {
    const { name, cells, controls } = chosenModel(sums, options);
    const classes = classesOf(sums);
    const counts = countsOf(cells, classes.length);
    const shares = sharesOf(counts, classes.length);
    const isShare = options['normalise'] === 'true class';
    const most = counts.reduce((a, b) => Math.max(a, b), 1);
    const all = counts.reduce((a, b) => a + b, 0);
    const right = classes.reduce((sum, _, k) => sum + counts[k * (classes.length + 1)]!, 0);
    return {
      id: 'confusion',
      title: 'Confusion',
      reading: `${name}: ${all - right} of ${plural(all, 'row')} are wrong.`,
      controls: [
        ...controls,
        {
          kind: 'choice',
          id: 'normalise',
          label: 'Show',
          value: isShare ? 'true class' : 'counts',
          options: [
            { value: 'counts', label: 'counts' },
            { value: 'true class', label: 'shares of the true class' },
          ],
        },
      ],
      panels: [
        {
          kind: 'heat',
          rowTitle: 'true class',
          columnTitle: 'predicted class',
          rowLabels: classes,
          columnLabels: classes,
          values: isShare ? shares : counts,
          heat: isShare ? shares : counts.map(count => count / most),
        },
      ],
      table: tableOf(counts, shares, classes),
    };
  },
};

/** Rows, not weights, as in the figure of rows. */
function countsOf(cells: readonly Cell[], classes: number): Float64Array {
  const counts = new Float64Array(classes * classes);
  for (const { of, n } of cells) {
    const truth = of['truth'] ?? of['label']!;
    const guess = of['guess'] ?? Number(of['lo']! >= 0.5);
    counts[truth * classes + guess]! += n;
  }
  return counts;
}

function sharesOf(counts: Float64Array, classes: number): Float64Array {
  return counts.map((count, at) => {
    const row = Math.floor(at / classes) * classes;
    const total = counts.subarray(row, row + classes).reduce((a, b) => a + b, 0);
    return total === 0 ? 0 : count / total;
  });
}

function tableOf(
  counts: Float64Array,
  shares: Float64Array,
  classes: readonly string[],
): DataTable {
  const filled = [...counts.keys()].filter(at => counts[at]! > 0);
  return {
    caption: 'Rows by true and predicted class, the most frequent first',
    columns: ['true class', 'predicted class', 'rows', 'share of the true class'].map(
      (label, i) => ({
        label,
        numeric: i > 1,
      }),
    ),
    rows: filled
      .sort((a, b) => counts[b]! - counts[a]!)
      .slice(0, 1000)
      .map(at => ({
        cells: [
          classes[Math.floor(at / classes.length)]!,
          classes[at % classes.length]!,
          counts[at]!,
          percent(shares[at]!),
        ],
      })),
    omitted: Math.max(0, filled.length - 1000),
  };
}
