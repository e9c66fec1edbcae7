import type { Mark } from '../../shared/figure';
import { percent, significant } from '../../shared/text';
import type { Cell } from '../result/cell';
import { chosenModel, classesOf, numberIn, type SumsFigure } from './sumsFigure';

const title = 'Threshold';
const kinds = ['accuracy', 'precision', 'recall', 'f1'] as const;
type Scores = Readonly<Record<(typeof kinds)[number], number>>;
/** Thresholds that are drawn: edges of the bins, where the counts are exact. */
const steps = 200;

/** Accuracy, precision, recall and F1 as the threshold for "positive" moves over the edges of the bins. */
export const thresholdSweep: SumsFigure = {
  id: 'threshold-sweep',
  title,
  about: 'Accuracy, precision, recall and F1 at every threshold.',
  applies: ({ about }) => about.task === 'binary',
  build: (sums, options) => {
    const { name, cells, controls } = chosenModel(sums, options);
    const own = numberIn(options, 'threshold', { usual: 0.5, min: 0, max: 1 });
    const value = Math.round(own * 1000) / 1000;
    const thresholds = Array.from({ length: steps + 1 }, (_, i) => i / steps);
    const scores = thresholds.map(threshold => scoresAt(cells, threshold));
    const now = scoresAt(cells, value);
    const best = scores.reduce((top, { f1 }, i) => (f1 > scores[top]!.f1 ? i : top), 0);
    return {
      id: 'threshold-sweep',
      title,
      reading: `${name} at ${significant(value, 4)}: accuracy ${percent(now.accuracy)}, ${precisionText(now)}, recall ${percent(now.recall)}, F1 ${significant(now.f1, 3)}. The best F1, ${significant(scores[best]!.f1, 3)}, is at ${significant(thresholds[best]!, 4)}; a threshold chosen on these rows flatters the model on them.`,
      controls: [
        ...controls,
        {
          ...{ kind: 'slider', id: 'threshold', label: 'Threshold', scale: 'linear' },
          ...{ value, min: 0, max: 1, step: 0.001 },
        },
      ],
      panels: [
        {
          kind: 'plot',
          x: {
            label: `threshold: ${classesOf(sums)[1]} when the probability is at least`,
            scale: 'linear',
            min: 0,
            max: 1,
          },
          y: { label: 'score', scale: 'linear', min: 0, max: 1 },
          marks: [
            ...kinds.map(
              (kind, series): Mark => ({
                ...{ kind: 'line', name: kind === 'f1' ? 'F1' : kind, tone: { series } },
                x: Float64Array.from(thresholds),
                y: Float64Array.from(scores, score => score[kind]),
              }),
            ),
            { kind: 'rule', name: 'threshold', tone: { meaning: 'accent' }, along: 'x', value },
          ],
        },
      ],
      table: {
        caption: 'Scores by threshold',
        columns: ['threshold', 'accuracy', 'precision', 'recall', 'F1'].map(label => ({
          label,
          numeric: true,
        })),
        rows: scores.map((score, i) => ({
          cells: [thresholds[i]!, ...kinds.map(kind => finite(score[kind]))],
        })),
      },
    };
  },
};

function scoresAt(cells: readonly Cell[], threshold: number): Scores {
  const weightOf = (test: (isTrue: boolean, isCalled: boolean) => boolean) =>
    cells.reduce((sum, { of }) => {
      const isCalled = of['bin']! >= Math.round(threshold * 1000);
      return test(of['label'] === 1, isCalled) ? sum + of['w']! : sum;
    }, 0);
  const hits = weightOf((isTrue, isCalled) => isTrue && isCalled);
  const called = weightOf((_, isCalled) => isCalled);
  const positives = weightOf(isTrue => isTrue);
  const right = weightOf((isTrue, isCalled) => isTrue === isCalled);
  return {
    accuracy: right / weightOf(() => true),
    precision: hits / called,
    recall: positives === 0 ? 0 : hits / positives,
    f1: called + positives === 0 ? 0 : (2 * hits) / (called + positives),
  };
}

function precisionText({ precision }: Scores): string {
  return Number.isNaN(precision) ? 'nothing is called positive' : `precision ${percent(precision)}`;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
