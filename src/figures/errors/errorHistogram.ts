import { keyFill } from '../../core/fastPaths/sketch/keys';
import { spreadOf } from '../../core/fastPaths/sketch/spread';
import { hasErrors, type WithErrors } from '../../core/measures/errorsOf';
import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import { weightedMean } from '../../core/statistics/weightedMean';
import type { DataTable, Figure, FigureOptions } from '../../shared/figure';
import { plural, significant } from '../../shared/text';
import { binsBetween } from '../bins';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { type ErrorRange, errorRange } from './errorRange';
import { type Histogram, histogram } from './histogram';
import { noError } from './noError';

const title = 'Errors';

/** How many samples have which error, on the axis of `loss-versus-error`. */
export const errorHistogram: PredictionFigure = {
  title,
  about: 'How often errors of each size occur.',
  applies: data => modelsWith(data, hasErrors).length > 0,
  build,
  sharedAxis: 'error',
};

function build(data: PredictionData, options: FigureOptions): Figure {
  const choice = modelChoice(data, options, hasErrors);
  const range = errorRange(data, options);
  const bins = binsOf(choice.model, range);
  const mean = meanError(choice.model);
  return {
    id: 'error-histogram',
    title,
    reading: `${spreadText(choice.model, mean)}${outsideText(choice.model.n, bins.counts)}`,
    controls: [...choice.controls, ...range.controls],
    panels: [
      {
        kind: 'plot',
        x: {
          label: 'error = prediction - target',
          scale: 'linear',
          min: range.min,
          max: range.max,
        },
        y: { label: 'samples', scale: 'linear', min: 0 },
        marks: [
          {
            kind: 'bars',
            name: 'samples',
            tone: { series: choice.index },
            edges: bins.edges,
            heights: bins.counts,
            bins: binsBetween(bins.edges, 'error', choice.model),
          },
          noError('x'),
          {
            kind: 'rule',
            name: 'mean error',
            tone: { meaning: 'accent' },
            along: 'x',
            value: mean,
          },
        ],
      },
    ],
    table: binsTable(bins),
  };
}

/** Kept while the range stays. */
function binsOf(model: WithErrors, { edges, step }: ErrorRange): Histogram {
  return memoOf(model).get(`histogram from ${edges[0]} to ${edges.at(-1)} by ${step}`, () =>
    histogram(model.n, keyFill(model, 'error'), edges, step),
  );
}

function meanError(model: WithErrors): number {
  const { values, weights } = spreadOf(model, 'error', model.weight).nodes;
  return weightedMean(values, weights);
}

function spreadText(model: WithErrors, mean: number): string {
  const name = modelTitle(model);
  const { values, weights } = spreadOf(model, 'error').nodes;
  let high = 0;
  let low = 0;
  for (const [i, error] of values.entries()) {
    if (error > 0) high += weights[i]!;
    if (error < 0) low += weights[i]!;
  }
  const exact = model.n - high - low;
  const rest = exact > 0 ? ` and ${exact} exact` : '';
  return `${name}: ${plural(high, 'prediction')} too high, ${low} too low${rest}; the mean error is ${significant(mean)}.`;
}

/** Says how many of n samples the axis leaves out, of which `counts` holds those within. */
export function outsideText(n: number, counts: Float64Array): string {
  const outside = n - counts.reduce((sum, count) => sum + count, 0);
  if (outside === 0) return '';
  const verb = outside === 1 ? 'lies' : 'lie';
  return ` ${plural(outside, 'error')} ${verb} outside this axis.`;
}

function binsTable({ edges, counts }: Histogram): DataTable {
  const columns = ['from', 'up to', 'samples'].map(label => ({ label, numeric: true }));
  const rows = Array.from(counts, (count, i) => ({ cells: [edges[i]!, edges[i + 1]!, count] }));
  return { caption: 'Samples by error', columns, rows };
}
