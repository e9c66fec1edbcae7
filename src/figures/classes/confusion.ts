import {
  type Classifier,
  type ConfusionCounts,
  confusionCounts,
  isClassifier,
} from '../../core/measures/confusionCounts';
import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle, shortened } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { Control, DataRow, DataTable, Figure, FigureOptions } from '../../shared/figure';
import { percent, plural } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { textOption } from '../options';
import { thresholdCut } from '../threshold/thresholdCut';

const title = 'Confusion';
const maxClasses = 50;
const maxRows = 1000;

/** Which classes are taken for which. */
export const confusion: PredictionFigure = {
  title,
  about: 'Which classes are taken for which.',
  applies: data => modelsWith(data, isClassifier).length > 0,
  build,
};

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, controls } = modelChoice(data, options, isClassifier);
  const cut = thresholdCut(model, options);
  const own = () => ({ counts: confusionCounts(cut.model, maxClasses), wrong: wrongOf(cut.model) });
  const { counts, wrong } = cut.model === model ? memoOf(model).get('confusion', own) : own();
  const by = textOption(options, 'normalise', ['counts', 'true class'], 'counts');
  const labels = counts.codes.map(code => model.classes[code]!);
  const shares = sharesOfRow(counts);
  const largest = counts.counts.reduce((a, b) => Math.max(a, b), 1);
  return {
    id: 'confusion',
    title,
    reading: `${modelTitle(model)}${cut.text}: ${wrongText(model.n, wrong)}${worstText(counts, labels)}${hiddenText(counts)}`,
    controls: [...controls, ...cut.controls, normaliseControl(by)],
    panels: [
      {
        kind: 'heat',
        rowTitle: 'true class',
        columnTitle: 'predicted class',
        rowLabels: labels,
        columnLabels: labels,
        values: by === 'counts' ? counts.counts : shares,
        heat: by === 'counts' ? counts.counts.map(count => count / largest) : shares,
      },
    ],
    table: confusionTable(counts, labels, shares),
  };
}

function normaliseControl(value: string): Control {
  return {
    kind: 'choice',
    id: 'normalise',
    label: 'Show',
    value,
    options: [
      { value: 'counts', label: 'counts' },
      { value: 'true class', label: 'shares of the true class' },
    ],
  };
}

function sharesOfRow({ codes, counts }: ConfusionCounts): Float64Array {
  const width = codes.length;
  const totals = codes.map((_, row) =>
    counts.subarray(row * width, (row + 1) * width).reduce((a, b) => a + b, 0),
  );
  return counts.map((count, at) => (count === 0 ? 0 : count / totals[Math.floor(at / width)]!));
}

function wrongOf({ n, target, predicted }: Classifier): number {
  let wrong = 0;
  for (let i = 0; i < n; i++) wrong += Number(target[i] !== predicted[i]);
  return wrong;
}

function wrongText(n: number, wrong: number): string {
  return wrong === 0
    ? `all ${plural(n, 'row')} are right.`.replace('all 1 row are', 'the only row is')
    : `${wrong} of ${plural(n, 'row')} ${wrong === 1 ? 'is' : 'are'} wrong.`;
}

function worstText({ codes, counts }: ConfusionCounts, labels: readonly string[]): string {
  let worst = -1;
  for (const [at, count] of counts.entries()) {
    const diagonal = at % (codes.length + 1) === 0;
    if (!diagonal && count > (worst < 0 ? 0 : counts[worst]!)) worst = at;
  }
  if (worst < 0) return '';
  const truth = shortened(labels[Math.floor(worst / codes.length)]!);
  const taken = shortened(labels[worst % codes.length]!);
  return ` The most frequent mistake: ${truth} predicted as ${taken}, ${plural(counts[worst]!, 'row')}.`;
}

function hiddenText({ codes, hiddenClasses, hiddenSamples }: ConfusionCounts): string {
  if (hiddenClasses === 0) return '';
  return ` Only the ${codes.length} most frequent classes are shown; ${plural(hiddenClasses, 'class', 'classes')} with ${plural(hiddenSamples, 'row')} ${hiddenClasses === 1 ? 'is' : 'are'} left out.`;
}

function confusionTable(
  { codes, counts }: ConfusionCounts,
  labels: readonly string[],
  shares: Float64Array,
): DataTable {
  const filled = [...counts.keys()]
    .filter(at => counts[at]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b);
  const rows: DataRow[] = filled.slice(0, maxRows).map(at => {
    const truth = labels[Math.floor(at / codes.length)]!;
    return {
      cells: [truth, labels[at % codes.length]!, counts[at]!, percent(shares[at]!)],
    };
  });
  return {
    caption: 'Rows by true and predicted class, the most frequent first',
    columns: [
      { label: 'true class', numeric: false },
      { label: 'predicted class', numeric: false },
      { label: 'rows', numeric: true },
      { label: 'share of the true class', numeric: true },
    ],
    rows,
    omitted: filled.length - rows.length,
  };
}
