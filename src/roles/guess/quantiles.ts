import type { NameRole } from '../../names/nameRole';
import type { Candidate } from './candidate';

/**
 * Columns that only make sense together with quantiles: the quantiles themselves where their names are bare,
 * a point forecast without a median, and texts that name what is forecast.
 */
export function asQuantiles(candidates: readonly Candidate[]): readonly Candidate[] {
  const named = withBareLevels(candidates);
  const levels = named.map(({ said }) => (said?.role === 'quantile' ? said.level : undefined));
  if (levels.filter(level => level !== undefined).length < 3) return candidates;
  const hasMedian = levels.includes(0.5);
  return named.map(one => {
    if (!hasMedian && one.words.join(' ') === 'point') return { ...one, said: quantileOf(0.5) };
    const isNumber = one.column.kind === 'number' || one.column.kind === 'boolean';
    return one.said?.role === 'target' && !isNumber ? { ...one, said: group } : one;
  });
}

const nothingElse = { stem: '', before: '', after: '' } as const;
const group = { ...nothingElse, role: 'group', strength: 2 } as const;

function quantileOf(level: number): NameRole {
  return { ...nothingElse, role: 'quantile', strength: 2, level };
}

interface BareLevel {
  /** What stands in front of the level: `forecast` in `forecast_p50`. */
  readonly prefix: string;
  readonly level: number;
}

/** `p10`, `p50`, `p90`, also behind a word for a forecast, unless they hold probabilities, and bare `0.1`, `0.5`, `0.9`. */
function withBareLevels(candidates: readonly Candidate[]): readonly Candidate[] {
  const levels = candidates.map(bareLevel);
  const sets = new Map<string, number[]>();
  for (const one of levels) {
    if (one !== undefined) sets.set(one.prefix, [...(sets.get(one.prefix) ?? []), one.level]);
  }
  return candidates.map((candidate, i) => {
    const { prefix, level } = levels[i] ?? { prefix: '', level: 0 };
    const set = sets.get(prefix) ?? [];
    const isSet = levels[i] !== undefined && set.length >= 3 && set.includes(0.5);
    return isSet ? { ...candidate, said: quantileOf(level) } : candidate;
  });
}

function bareLevel({ name, said, facts, column }: Candidate): BareLevel | undefined {
  const [, prefix = '', percent, share] =
    /^(?:(.*?)[_\s.-])?(?:p(\d\d)|(0?\.\d+))$/i.exec(name.trim()) ?? [];
  if (column.kind !== 'number' || (prefix !== '' && said?.role !== 'prediction')) return undefined;
  if (percent === undefined && share === undefined) return undefined;
  if (share !== undefined) return prefix === '' ? { prefix, level: Number(share) } : undefined;
  return facts.unitShare === 1 ? undefined : { prefix, level: Number(percent) / 100 };
}
