import { defaultParameters, type MetricId } from '../../shared/metricId';
import { definitionOf } from '../catalogue/catalogue';
import type { ModelSamples } from '../samples/modelSamples';
import type { CodeLine } from './recipe';

/** Lines of Python that return a score of several labels from arrays with one column for each label. */
export function labelSetLines(model: ModelSamples, metric: MetricId): readonly CodeLine[] {
  const lines = definitionOf(metric).code({
    model,
    parameters: defaultParameters,
    weighted: model.weight !== undefined,
    binary: true,
    classes: 2,
  });
  return lines.map(({ library, code }) => ({
    library,
    code: `${code}  # ${explained(code)}: one column for each label`,
  }));
}

function explained(code: string): string {
  const scores = code.includes('y_score') ? 'y_score probabilities' : 'y_pred 0 or 1';
  return `y_true 0 or 1, ${scores}`;
}
