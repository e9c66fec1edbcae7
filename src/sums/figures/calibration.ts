import type { Figure } from '../../shared/figure';
import { significant } from '../../shared/text';
import { calibrationGap } from '../losses/calibration';
import type { Cell } from '../result/cell';
import { chosenModel, classesOf, numberIn, type SumsFigure } from './sumsFigure';

const title = 'Calibration';

/** Predicted probabilities against observed frequencies. */
export const calibration: SumsFigure = {
  id: 'calibration',
  title,
  about: 'Whether events happen as often as their probability says.',
  applies: ({ about }) => about.task === 'binary' || about.task === 'multiclass',
  build: (sums, options, parameters): Figure => {
    const { name, index, cells, controls } = chosenModel(sums, options);
    const count = Math.round(
      numberIn(options, 'calibrationBins', { usual: parameters.calibrationBins, min: 2, max: 50 }),
    );
    const of = sums.about.task === 'binary' ? classesOf(sums)[1]! : 'the predicted class';
    const bins = binsOf(cells, count);
    const gap = calibrationGap(cells, count, isRight);
    const ece = 'value' in gap ? significant(gap.value, 3) : 'undefined';
    return {
      id: 'calibration',
      title,
      reading: `${name}: the calibration error (ECE) is ${ece}${boundText(gap)}.`,
      controls: [
        ...controls,
        {
          ...{ kind: 'slider', id: 'calibrationBins', label: 'Bins', scale: 'linear' },
          ...{ value: count, min: 2, max: 50, step: 1 },
        },
      ],
      panels: [
        {
          kind: 'plot',
          x: { label: `probability of ${of}`, scale: 'linear', min: 0, max: 1 },
          y: { label: 'observed frequency', scale: 'linear', min: 0, max: 1 },
          marks: [
            {
              ...{ kind: 'line', name: 'perfect calibration', dash: 'dashed' },
              tone: { meaning: 'neutral' },
              ...{ x: Float64Array.of(0, 1), y: Float64Array.of(0, 1) },
            },
            {
              ...{ kind: 'points', name: 'bins', tone: { series: index } },
              x: Float64Array.from(bins, bin => bin.predicted / bin.weight),
              y: Float64Array.from(bins, bin => bin.happened / bin.weight),
              labels: bins.map(({ n }) => `${n} rows`),
            },
          ],
        },
      ],
      table: {
        caption: 'Bins of probability',
        columns: ['bin', 'rows', 'mean probability', 'observed frequency'].map((label, i) => ({
          label,
          numeric: i > 0,
        })),
        rows: bins.map(({ at, n, weight, predicted, happened }) => ({
          cells: [
            `${significant(at / count, 3)} to ${significant((at + 1) / count, 3)}`,
            n,
            predicted / weight,
            happened / weight,
          ],
        })),
      },
    };
  },
};

function isRight({ of }: Cell): boolean {
  return of['label'] === undefined ? of['truth'] === of['guess'] : of['label'] === 1;
}

interface Bin {
  readonly at: number;
  n: number;
  weight: number;
  predicted: number;
  happened: number;
}

/** Cells by the bin that their mean probability lies in. */
function binsOf(cells: readonly Cell[], count: number): readonly Bin[] {
  const bins = new Map<number, Bin>();
  for (const cell of cells) {
    const { w, p } = cell.of as Readonly<Record<'w' | 'p', number>>;
    if (w === 0) continue;
    const at = Math.min(count - 1, Math.floor((count * p) / w));
    const bin = bins.get(at) ?? { at, n: 0, weight: 0, predicted: 0, happened: 0 };
    bin.n += cell.n;
    bin.weight += w;
    bin.predicted += p;
    bin.happened += isRight(cell) ? w : 0;
    bins.set(at, bin);
  }
  return [...bins.values()].sort((a, b) => a.at - b.at);
}

function boundText(gap: ReturnType<typeof calibrationGap>): string {
  if ('undefined' in gap || gap.low === gap.high) return '';
  return `, certainly from ${significant(gap.low, 3)} to ${significant(gap.high, 3)}`;
}
