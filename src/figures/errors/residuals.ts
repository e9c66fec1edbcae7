import { hasErrors, type WithErrors } from '../../core/measures/errorsOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import { rowOf } from '../../core/samples/modelSamples';
import type { Control, Figure, FigureOptions, Plot } from '../../shared/figure';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { textOption } from '../options';
import { tailsTable, tailsText } from './errorTails';
import { normalPlot } from './normalPlot';
import { residualCloud } from './residualCloud';
import type { ResidualRequest } from './residualRequest';

const title = 'Residuals';

/** Residuals over the prediction, over the row, or against the normal distribution. */
export const residuals: PredictionFigure = {
  title,
  about: 'Whether errors depend on the prediction, on the row or stray from the normal.',
  applies: data => modelsWith(data, hasErrors).length > 0,
  build,
};

const views = {
  prediction: 'over the prediction',
  row: 'over the row',
  normal: 'against a normal distribution (Q-Q)',
} as const;
type View = keyof typeof views;

const plots: Readonly<Record<View, (request: ResidualRequest) => Plot>> = {
  prediction: request => residualCloud(request, 'prediction', predictionOf(request.model)),
  row: request => residualCloud(request, 'row', i => rowOf(request.model, i)),
  normal: normalPlot,
};

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, index, controls } = modelChoice(data, options, hasErrors);
  const offered = viewsOf(model);
  const view = textOption(options, 'over', offered, offered[0]!);
  return {
    id: 'residuals',
    title,
    reading: `${modelTitle(model)}: ${tailsText(model)}`,
    controls: [...controls, viewControl(view, offered)],
    panels: [plots[view]({ data, model, index })],
    table: tailsTable(data, model),
  };
}

function predictionOf(model: WithErrors): (i: number) => number {
  if (model.task === 'errors') return () => 0;
  const { prediction } = model;
  return i => prediction[i]!;
}

function viewsOf(model: WithErrors): readonly View[] {
  return model.task === 'regression' ? ['prediction', 'row', 'normal'] : ['row', 'normal'];
}

function viewControl(value: View, offered: readonly View[]): Control {
  return {
    kind: 'choice',
    id: 'over',
    label: 'Show residuals',
    value,
    options: offered.map(view => ({ value: view, label: views[view] })),
  };
}
