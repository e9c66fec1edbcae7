import type { Headline } from '../../shared/headline';
import { listed, plural, readable } from '../../shared/text';
import type { ComparedModels } from '../comparison/comparedModels';
import { modelTitle, shortened } from '../modelTitle';
import { linesAt } from '../places';
import type { PredictionData } from '../predictionData';
import type { ModelSamples } from '../samples/modelSamples';
import { decidingRows } from './decidingRows';
import type { Perspective } from './perspectives';
import { meanOf, type Ranking, rankedBy } from './ranking';

type Said = Pick<Headline, 'text' | 'detail' | 'lines'>;

const maxNamed = 4;

/** Who is best by what over the rows that all models share, or that it cannot be told. */
export function severalModels(
  data: PredictionData,
  compared: ComparedModels<ModelSamples>,
  perspectives: readonly Perspective[],
): Said {
  const { models, common } = compared;
  const names = models.map(({ name }) => shortened(name));
  const rankings = perspectives
    .map(perspective => rankedBy(compared, perspective, data.parameters))
    .filter(ranking => ranking !== null);
  if (rankings.length === 0)
    return { text: `${namedAll(names)} have no loss to be compared by.`, detail: '' };
  const endless = endlessText(compared, names, perspectives, rankings, data);
  if (models.some(({ n }) => n > common.n)) return onDifferentRows(names, common.n, rankings);
  if (!rankings.some(({ isTold }) => isTold))
    return {
      text: `${plural(common.n, 'row')} are too few to tell ${namedAll(names)} apart.`,
      detail: '',
    };
  const standing = standingText(names, rankings, common.n, endless !== '');
  return {
    text: `${endless}${standing}.`,
    ...detailOf(data, compared, names, rankings),
  };
}

/** Models that were judged on other rows are not ranked; what holds on the shared ones is said as that. */
function onDifferentRows(names: readonly string[], n: number, rankings: readonly Ranking[]): Said {
  const text = `${namedAll(names)} were judged on different rows, so they are not ranked.`;
  const told = n > 0 && rankings.some(({ isTold }) => isTold);
  return {
    text,
    detail: told
      ? `On the ${plural(n, 'row')} they share, ${standingText(names, rankings, n)}.`
      : '',
  };
}

/** `boosted is best by typical error, forest by squared error`, without the full stop. */
function standingText(
  names: readonly string[],
  rankings: readonly Ranking[],
  n: number,
  isPart = false,
): string {
  const apart = rankings.filter(({ tied, isTold }) => isTold && tied.length === 0);
  const open = rankings.filter(ranking => !apart.includes(ranking));
  const [first, second] = apart;
  if (first === undefined) return isPart ? tiedText(names, open[0]!) : openText(names, open, n);
  const winner = `${names[first.best]} is best by ${first.perspective.name}`;
  if (second === undefined) {
    const rest = open[0];
    return rest === undefined ? winner : `${winner}; ${tiedText(names, rest)}`;
  }
  return first.best === second.best
    ? `${winner} and by ${second.perspective.name}`
    : `${winner}, ${names[second.best]} by ${second.perspective.name}`;
}

/** Who has an infinite main loss, which no ranking can hold; empty where nobody has. */
function endlessText(
  { models, common }: ComparedModels<ModelSamples>,
  names: readonly string[],
  [main]: readonly Perspective[],
  rankings: readonly Ranking[],
  { parameters }: PredictionData,
): string {
  if (main === undefined || rankings.some(({ perspective }) => perspective === main)) return '';
  const endless = models.flatMap((model, m) => {
    const mean = meanOf(model, common.samples[m] ?? null, main.metric, parameters);
    return mean === Number.POSITIVE_INFINITY ? [names[m]!] : [];
  });
  if (endless.length === 0) return '';
  return `${namedAll(endless)} ${endless.length === 1 ? 'has' : 'have'} an infinite ${main.name}; `;
}

/** By a loss that does not tell. */
function tiedText(names: readonly string[], { perspective, best, tied, means }: Ranking): string {
  const isEqual = tied.length > 0 && tied.every(m => means[m] === means[best]);
  const who = leaders(names, best, tied);
  if (isEqual) return `by ${perspective.name} ${who} are equal`;
  return `by ${perspective.name} ${who} cannot be told apart`;
}

function openText(names: readonly string[], open: readonly Ranking[], n: number): string {
  const [first, second] = open;
  if (first === undefined) return namedAll(names);
  const same = second === undefined || sameLeaders(first, second);
  if (same && first.tied.length === names.length - 1)
    return `${namedAll(names)} cannot be told apart on these ${plural(n, 'row')}`;
  const lead = `${leaders(names, first.best, first.tied)} lead by ${first.perspective.name} and cannot be told apart`;
  return second === undefined || same ? lead : `${lead}; ${tiedText(names, second)}`;
}

function sameLeaders(a: Ranking, b: Ranking): boolean {
  const of = ({ best, tied }: Ranking) => [best, ...tied].toSorted((x, y) => x - y).join(' ');
  return of(a) === of(b);
}

function leaders(names: readonly string[], best: number, tied: readonly number[]): string {
  const order = [best, ...tied].toSorted((x, y) => x - y);
  return namedAll(order.map(m => names[m]!));
}

function namedAll(names: readonly string[]): string {
  const left = names.length - maxNamed;
  return listed(left > 0 ? [...names.slice(0, maxNamed), `${left} more`] : names);
}

function detailOf(
  data: PredictionData,
  compared: ComparedModels<ModelSamples>,
  names: readonly string[],
  rankings: readonly Ranking[],
): Pick<Said, 'detail' | 'lines'> {
  const [main, other] = rankings;
  const deciding =
    other === undefined || main!.best === other.best
      ? null
      : decidingRows(compared, main!.best, other.best);
  if (deciding !== null) return decidingText(data, compared, main!.best, deciding);
  const told = rankings.find(({ tied, isTold }) => isTold && tied.length === 0);
  return { detail: meansText(names, told ?? main!) };
}

function decidingText(
  data: PredictionData,
  { models, common }: ComparedModels<ModelSamples>,
  m: number,
  rows: readonly number[],
): Pick<Said, 'detail' | 'lines'> {
  const samples = common.samples[m]!;
  const lines = linesAt(
    data,
    models[m]!,
    rows.map(i => samples?.[i] ?? i),
  );
  const verb = rows.length === 1 ? 'makes' : 'make';
  return {
    detail: `${plural(rows.length, 'row')} of ${modelTitle(models[m]!)} ${verb} the difference: without ${rows.length === 1 ? 'it' : 'them'} its squared error would be the smaller one.`,
    ...(lines.length > 0 && { lines }),
  };
}

/** The means behind the sentence, best first. */
function meansText(names: readonly string[], { means, perspective, best }: Ranking): string {
  const sign = perspective.metric === 'accuracy' ? -1 : 1;
  const order = [...means.keys()].sort((a, b) => sign * (means[a]! - means[b]!));
  const [first, second] = [best, order.find(m => m !== best) ?? best];
  return `${capital(perspective.name)} ${readable(means[first]!)} for ${names[first]}, ${readable(means[second]!)} for ${names[second]}${order.length > 2 ? ', the next best' : ''}.`;
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
