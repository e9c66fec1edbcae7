import { catalogue, definitionOf, reductionOf } from '../../core/catalogue/catalogue';
import type { ParameterName } from '../../core/catalogue/metricDefinition';
import { parameterDefinitions } from '../../core/catalogue/parameterDefinitions';
import { lossPlot } from '../../figures/drawing/lossPlot';
import { plotPicture } from '../../figures/drawing/plotPicture';
import type { LossUse } from '../../names/code/lossUse';
import { libraries } from '../../names/losses/libraries';
import type { LossIdea } from '../../names/losses/lossIdea';
import type { LossName } from '../../names/losses/lossName';
import { lossWords, nameInWords } from '../../names/losses/lossWords';
import { takesLogits, takesWords } from '../../names/losses/takesWords';
import { trapOf } from '../../names/losses/traps';
import { defaultParameters, type MetricId, type Parameters } from '../../shared/metricId';
import type { LossExplanation, PictureColours } from '../../shared/protocol/code';
import { dividesText } from './dividesText';

/** What is said of a loss where it is written. */
export function explainLoss(use: LossUse, colours: PictureColours): LossExplanation {
  const entry = use.entries[0]!;
  const loss = meantLoss(use);
  const metric = metricOf(loss);
  const { name, address } = libraries[entry.library];
  return {
    start: use.start,
    end: use.end,
    title: metric === null ? nameInWords(loss)! : definitionOf(metric).name,
    library: use.isSure ? name : null,
    written: use.written,
    parameters: Object.entries(use.parameters).map(([key, value]) => `${key} = ${value}`),
    ...pictureOf(use, entry, metric, colours),
    punishes: lossWords[loss].punishes,
    facts: facts(use, entry, loss),
    metric,
    address: use.isSure ? address : null,
  };
}

/** The root of a loss where `squared=False` asks for it. */
function meantLoss({ loss, parameters }: LossUse): LossIdea {
  if (parameters['squared'] !== false) return loss;
  return loss === 'mse' ? 'rmse' : loss === 'msle' ? 'rmsle' : loss;
}

function metricOf(loss: LossIdea): MetricId | null {
  return Object.hasOwn(catalogue, loss) ? (loss as MetricId) : null;
}

function pictureOf(
  use: LossUse,
  entry: LossName,
  metric: MetricId | null,
  colours: PictureColours,
): Pick<LossExplanation, 'picture' | 'pictureText'> {
  const { parameters, remarks } = curveParameters(use, entry);
  const plot = metric === null ? undefined : lossPlot(metric, parameters, entry.factor);
  if (plot === undefined) return { picture: null, pictureText: '' };
  const reading = `What one sample costs (${plot.y.label}) over the ${plot.x.label}.`;
  return { picture: plotPicture(plot, colours), pictureText: [reading, ...remarks].join(' ') };
}

/** The parameters that the curve is drawn with, and what is to be said of those that it is not. */
function curveParameters(
  use: LossUse,
  { parameters: known }: LossName,
): { readonly parameters: Parameters; readonly remarks: readonly string[] } {
  const remarks: string[] = [];
  const own: Partial<Record<ParameterName, number>> = {};
  for (const { name, shape } of known) {
    if (shape === undefined) continue;
    const { key, otherwise } = shape;
    const value = use.parameters[name];
    const { isAllowed, rule } = parameterDefinitions[key];
    if (typeof value === 'number' && isAllowed(value)) own[key] = value;
    else own[key] ??= otherwise;
    if (value !== undefined && own[key] !== value) {
      remarks.push(`${name} ${rule}: drawn with ${otherwise}.`);
    } else if (use.unknown.includes(name)) {
      remarks.push(`${name} is not written out as a number here: drawn with ${otherwise}.`);
    }
  }
  return { parameters: { ...defaultParameters, ...own } as Parameters, remarks };
}

function facts(use: LossUse, entry: LossName, loss: LossIdea): LossExplanation['facts'] {
  const trap = trapOf(use.isSure ? entry.library : undefined, entry.names, loss);
  const divides = use.isSure ? dividesText(use, entry, hasMean(loss)) : undefined;
  const all: readonly (readonly [label: string, text: string | undefined])[] = [
    ['Takes', use.isSure ? takesText(use, entry) : undefined],
    ['Divides by', divides === undefined ? undefined : `${divides}.`],
    ['Trap', trap],
    ['Instead', lossWords[loss].otherwise],
  ];
  return all.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function takesText({ parameters }: LossUse, { takes, way, library }: LossName): string {
  const order = way === 'call' ? `; called with ${libraries[library].order}` : '';
  if (parameters['from_logits'] === true) return `${takesLogits}${order}.`;
  if (takes === 'log rates' && parameters['log_input'] === false) {
    return `the rate itself, because of log_input=False${order}.`;
  }
  return `${takesWords[takes]}${order}.`;
}

/** Whether it is a mean over samples, so that it has something to divide by. */
function hasMean(loss: LossIdea): boolean {
  const metric = metricOf(loss);
  if (metric === null) return !withoutMean.has(loss);
  return meansOfAnotherKind.has(metric) || reductionOf(metric) === 'mean';
}

/** A root of a mean, and a mean over what another model says. */
const meansOfAnotherKind: ReadonlySet<MetricId> = new Set<MetricId>([
  'rmse',
  'rmsle',
  'kl_divergence',
]);

const withoutMean: ReadonlySet<LossIdea> = new Set<LossIdea>([
  ...(['pearson', 'spearman', 'concordance', 'd2_pinball', 'd2_tweedie'] as const),
  ...(['f_beta', 'specificity', 'jaccard_index', 'minkowski', 'cox', 'aft', 'lambdarank'] as const),
  ...(['pairwise_ranking', 'listwise_ranking', 'ndcg', 'dcg', 'map_ranking'] as const),
]);
