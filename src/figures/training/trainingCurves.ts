import { describeRun } from '../../core/training/describeRun';
import type { History } from '../../core/training/history';
import type { Figure, FigureOptions } from '../../shared/figure';
import type { RunReport } from '../../shared/lossReport';
import { plural } from '../../shared/text';
import type { TrainingFigure } from '../figureDefinition';
import { curveControls } from './curveControls';
import { curvePanels } from './curvePanels';
import { type CurveRequest, curveRequest } from './curveRequest';
import { curveTable } from './curveTable';
import { type DrawnCurve, drawnCurve } from './drawnCurve';
import { meanCurves } from './meanCurves';
import { shownQuantities } from './shownSeries';

const maxNamed = 8;

/** The curves of one or several runs, with their verdicts. */
export const trainingCurves: TrainingFigure = {
  title: 'Training curves',
  about: 'Every curve of the log, its best point and the verdict on the run.',
  applies: () => true,
  build: (histories, options) =>
    trainingCurvesFigure(histories, histories.map(describeRun), options),
  zoomAsks: true,
};

/** `runs[i]` describes `histories[i]`. */
export function trainingCurvesFigure(
  histories: readonly History[],
  runs: readonly RunReport[],
  options: FigureOptions,
): Figure {
  const request = curveRequest(histories, options);
  const { quantities, control } = shownQuantities(histories, options);
  const curves = drawnCurves(histories, quantities, request);
  return {
    id: 'training-curves',
    title: 'Training curves',
    reading: reading(runs),
    panels: curvePanels(histories, curves, quantities, request),
    controls: curveControls(histories.length > 1, request, control),
    table: curveTable(histories),
  };
}

function drawnCurves(
  histories: readonly History[],
  quantities: readonly string[],
  request: CurveRequest,
): readonly DrawnCurve[] {
  const several = histories.length > 1;
  const wanted = new Set([...quantities, 'lr']);
  const curves = histories.flatMap((history, run) =>
    history.series
      .filter(({ quantity }) => wanted.has(quantity))
      .map(series => drawnCurve(history, series, run, several, request)),
  );
  return request.together === 'mean' && several ? meanCurves(curves) : curves;
}

function reading(runs: readonly RunReport[]): string {
  const only = runs[0];
  if (runs.length === 1 && only !== undefined) return only.text;
  const verdicts = runs.map(({ name, verdict }) => `${name}: ${verdict ?? 'no verdict'}`);
  const left = verdicts.length - maxNamed;
  const more = left > 0 ? `; and ${left} more` : '';
  return `${plural(runs.length, 'run')}. ${verdicts.slice(0, maxNamed).join('; ')}${more}.`;
}
