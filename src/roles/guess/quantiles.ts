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

/** `p10`, `p50`, `p90` unless they hold probabilities, and bare `0.1`, `0.5`, `0.9`. */
function withBareLevels(candidates: readonly Candidate[]): readonly Candidate[] {
  const levels = candidates.map(bareLevel);
  const isSet = levels.includes(0.5) && levels.filter(level => level !== undefined).length >= 3;
  if (!isSet) return candidates;
  return candidates.map((candidate, i) => {
    const level = levels[i];
    return level === undefined ? candidate : { ...candidate, said: quantileOf(level) };
  });
}

function bareLevel({ name, facts, column }: Candidate): number | undefined {
  const digits = /^(?:p(\d\d)|(0?\.\d+))$/i.exec(name.trim());
  if (digits === null || column.kind !== 'number') return undefined;
  if (digits[1] === undefined) return Number(digits[2]);
  return facts.unitShare === 1 ? undefined : Number(digits[1]) / 100;
}
