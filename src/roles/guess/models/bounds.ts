import type { NameRoleId } from '../../../names/nameRole';
import type { ModelRoles } from '../../roles';
import type { Candidate } from '../candidate';
import { named, type Survey } from '../survey';
import { modelKey } from './modelKey';

export type Bounds = Pick<
  ModelRoles,
  'lower' | 'upper' | 'level' | 'quantiles' | 'variance' | 'varianceIsSigma'
>;

/** Two are an interval. */
const fewestQuantiles = 3;

const boundRoles: ReadonlySet<NameRoleId> = new Set([
  'lower',
  'upper',
  'quantile',
  'sigma',
  'variance',
]);

/** Interval and spread columns by the model they are named after; the only model takes others as well. */
export function boundsOf(
  survey: Survey,
  target: Candidate,
  isOnly: boolean,
): (key: string) => Bounds {
  const columns = survey.candidates.filter(
    ({ said, column }) => said !== null && boundRoles.has(said.role) && column.kind === 'number',
  );
  const keyed = columns.map(column => ({ column, key: modelKey(column, target) }));
  return key => {
    const own = keyed.filter(one => one.key === key).map(({ column }) => column);
    const fitting = isOnly ? [...new Set([...own, ...columns])] : own;
    return { ...interval(survey, fitting), ...quantiles(fitting), ...spread(fitting) };
  };
}

function interval(survey: Survey, own: readonly Candidate[]): Bounds {
  const { choices } = survey;
  const lower =
    choices.lower === undefined ? byRole(own, 'lower') : named(survey, [choices.lower])[0];
  const upper =
    choices.upper === undefined ? byRole(own, 'upper') : named(survey, [choices.upper])[0];
  if (lower === undefined || upper === undefined) return quantilePair(own);
  const level = levelOf(lower, upper);
  return { lower: lower.name, upper: upper.name, ...(level === undefined ? {} : { level }) };
}

function byRole(own: readonly Candidate[], role: 'lower' | 'upper'): Candidate | undefined {
  return own.find(({ said }) => said?.role === role);
}

/** 95 in both names is the level; 5 and 95 are the quantiles that it lies between. */
function levelOf(lower: Candidate, upper: Candidate): number | undefined {
  const [from, to] = [lower.said?.level, upper.said?.level];
  if (from === undefined || to === undefined) return from ?? to ?? levelBetween(lower, upper);
  return from < to ? rounded(to - from) : from;
}

function levelBetween(lower: Candidate, upper: Candidate): number | undefined {
  const [from, to] = [quantileLevel(lower), quantileLevel(upper)];
  return from === undefined || to === undefined || to <= from ? undefined : rounded(to - from);
}

/** The widest pair of quantiles that lie the same way off the median. */
function quantilePair(own: readonly Candidate[]): Bounds {
  const levels = new Map(own.map(one => [quantileLevel(one), one]));
  for (const level of [...levels.keys()].sort((a, b) => (a ?? 1) - (b ?? 1))) {
    if (level === undefined || level >= 0.5) continue;
    const upper = levels.get(rounded(1 - level));
    const lower = levels.get(level);
    if (upper === undefined || lower === undefined) continue;
    return { lower: lower.name, upper: upper.name, level: rounded(1 - 2 * level) };
  }
  return {};
}

/** All quantiles of a model, where there are several. */
function quantiles(own: readonly Candidate[]): Bounds {
  const found = own
    .flatMap(one => {
      const level = quantileLevel(one);
      return level === undefined ? [] : [{ level, column: one.name }];
    })
    .sort((a, b) => a.level - b.level);
  return found.length < fewestQuantiles ? {} : { quantiles: found };
}

export function quantileLevel({ said }: Candidate): number | undefined {
  return said?.role === 'quantile' ? said.level : undefined;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function spread(own: readonly Candidate[]): Bounds {
  const found = own.find(
    one => (one.said?.role === 'variance' || one.said?.role === 'sigma') && one.facts.min >= 0,
  );
  if (found === undefined) return {};
  return { variance: found.name, varianceIsSigma: found.said?.role === 'sigma' };
}
