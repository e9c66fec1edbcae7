import type { RuleMark } from '../../shared/figure';

/** The line where the prediction is the target. */
export function noError(along: RuleMark['along']): RuleMark {
  return { kind: 'rule', name: 'no error', tone: { meaning: 'neutral' }, along, value: 0 };
}
