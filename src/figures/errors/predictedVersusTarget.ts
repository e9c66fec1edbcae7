import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples, RegressionModelSamples } from '../../core/samples/modelSamples';
import { extent } from '../../core/statistics/extent';
import { type LineFit, lineFit } from '../../core/statistics/lineFit';
import type { Figure, FigureOptions, Mark } from '../../shared/figure';
import { significant } from '../../shared/text';
import { density } from '../drawing/density';
import { maxPoints, placesOf } from '../drawing/drawnSamples';
import { padded } from '../drawing/padded';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { drawnByError } from './largestErrors';
import { worstErrorsTable } from './worstErrorsTable';

const title = 'Predicted against target';
const gridBins = 100;

/** Predictions over targets, with the line of perfect predictions and the fitted line. */
export const predictedVersusTarget: PredictionFigure = {
  title,
  about: 'Every prediction beside its target.',
  applies: data => modelsWith(data, isRegression).length > 0,
  build,
};

function isRegression(model: ModelSamples): model is RegressionModelSamples {
  return model.task === 'regression';
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, index, controls } = modelChoice(data, options, isRegression);
  const { fit, x, behind, min, max } = memoOf(model).get('predicted', () => measured(model));
  return {
    id: 'predicted-versus-target',
    title,
    reading: `${modelTitle(model)}: ${fitText(fit)}`,
    controls,
    panels: [
      {
        kind: 'plot',
        x: { label: 'target', scale: 'linear', min, max },
        y: { label: 'prediction', scale: 'linear', min, max },
        marks: [
          ...behind,
          pointsOf(data, model, index),
          straight('prediction = target', [min, max], [min, max], 'neutral'),
          ...fitMarks(fit, x),
        ],
      },
    ],
    table: worstErrorsTable(data, model),
  };
}

/** What takes all samples. */
function measured(model: RegressionModelSamples) {
  const { n, target, prediction } = model;
  const x = extent(target);
  const y = extent(prediction);
  const [min, max] = padded(Math.min(x[0], y[0]), Math.max(x[1], y[1]));
  const axis = { min, max, bins: gridBins };
  const behind = n > maxPoints ? [density('all samples', target, prediction, axis, axis)] : [];
  return { fit: lineFit(target, prediction), x, behind, min, max };
}

function pointsOf(data: PredictionData, model: RegressionModelSamples, index: number): Mark {
  const drawn = drawnByError(model);
  return {
    kind: 'points',
    name: model.n > maxPoints ? 'some samples, the worst among them' : 'samples',
    tone: { series: index },
    x: Float64Array.from(drawn, i => model.target[i]!),
    y: Float64Array.from(drawn, i => model.prediction[i]!),
    ...placesOf(data, model, drawn),
  };
}

function straight(
  name: string,
  x: readonly [number, number],
  y: readonly [number, number],
  meaning: 'neutral' | 'accent',
): Mark {
  return {
    kind: 'line',
    name,
    tone: { meaning },
    dash: meaning === 'neutral' ? 'dashed' : 'solid',
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  };
}

function fitMarks(fit: LineFit | undefined, x: readonly [number, number]): readonly Mark[] {
  if (fit === undefined) return [];
  const at = (target: number) => fit.intercept + fit.slope * target;
  return [straight('fitted line', x, [at(x[0]), at(x[1])], 'accent')];
}

/** A slope this close to 1 is not worth a remark. */
const nearlyOne = 0.05;

function fitText(fit: LineFit | undefined): string {
  if (fit === undefined) return 'the target does not vary, so no line can be fitted.';
  const slope = `the prediction changes by ${significant(fit.slope, 3)} for each unit of the target`;
  const correlation = `correlation ${significant(fit.correlation, 3)}`;
  if (Math.abs(fit.slope - 1) <= nearlyOne) return `${slope} (${correlation}).`;
  if (fit.slope < 0) return `${slope} (${correlation}): it falls where the target rises.`;
  return fit.slope < 1
    ? `${slope} (${correlation}): it varies less than the target.`
    : `${slope} (${correlation}): it varies more than the target.`;
}
