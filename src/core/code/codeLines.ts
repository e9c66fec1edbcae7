import type { MetricId, Parameters } from '../../shared/metricId';
import { definitionOf } from '../catalogue/catalogue';
import { evaluate } from '../report/evaluate';
import type { ModelSamples } from '../samples/modelSamples';
import { type CodeNames, namedCode, withoutZeros } from './namedCode';
import type { CodeContext, CodeLine } from './recipe';

/** What the variables of a line hold, in the order in which they are explained. */
const variables: readonly (readonly [string, (context: CodeContext) => string])[] = [
  [
    'y_true',
    ({ binary, classes }) => (binary ? '0 or 1' : classes > 0 ? 'class numbers from 0' : 'targets'),
  ],
  ['y_pred', ({ classes }) => (classes > 0 ? 'predicted labels' : 'predictions')],
  ['y_prob', ({ binary }) => (binary ? 'P(positive)' : 'one column of probabilities per class')],
  ['first_prob', () => 'the same of the first model'],
  ['y_score', ({ binary }) => (binary ? 'margins' : 'one column of logits per class')],
  ['lower', () => 'lower bounds'],
  ['upper', () => 'upper bounds'],
  ['variance', () => 'predicted variances'],
  ['weight', () => 'sample weights'],
];

/**
 * Lines of Python that return exactly the value of the report from NumPy arrays of the usable rows; the
 * comment says what they hold. `names` are the source's own for them. Empty when the value does not exist.
 */
export function codeLines(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
  names: CodeNames = {},
): readonly CodeLine[] {
  const context = contextOf(model, parameters);
  if (!exists(model, metric, parameters)) return [];
  const lines = definitionOf(metric).code(context);
  return (model.task === 'errors' ? lines.map(withoutZeros) : lines).map(({ library, code }) =>
    namedCode({ library, code: `${code}  # ${explain(code, context)}` }, names),
  );
}

function contextOf(model: ModelSamples, parameters: Parameters): CodeContext {
  return {
    model,
    parameters,
    weighted: model.weight !== undefined,
    binary: model.task === 'binary',
    classes: 'classes' in model ? model.classes.length : 0,
  };
}

function exists(model: ModelSamples, metric: MetricId, parameters: Parameters): boolean {
  if (metric === 'kl_divergence') return true;
  const options = { parameters, metrics: [metric], worst: 0, lineOf: () => null, baseline: false };
  return evaluate([model], options)[0]!.values[metric] !== undefined;
}

function explain(code: string, context: CodeContext): string {
  const errorsAlone = context.model.task === 'errors';
  return variables
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(code))
    .map(([name, meaning]) => `${name}: ${errorsAlone ? alone(name) : meaning(context)}`)
    .join(', ');
}

function alone(name: string): string {
  return name === 'y_pred' ? 'errors' : 'sample weights';
}
