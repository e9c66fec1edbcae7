import type { Status } from '../statuses';
import { cases, largest, num } from './sql';

type Noun = 'target' | 'prediction' | 'error' | 'probability' | 'weight';

/** What a row is left out for, one check after the other; `then` is what comes of a row that passes. */
export type Check = (then: string) => string;

export const used: string = literal('used');

/** All checks in their order: the first that fails is the row's status. */
export function statusOf(checks: readonly Check[]): string {
  return checks.reduceRight((then, check) => check(then), used);
}

/**
 * Numbers that are there and finite. `x - x = 0` holds for no NULL, NaN or infinity in any dialect; NaN is the
 * largest number in some and equals itself there, so an infinity is told by its sign.
 */
export function finite(noun: Noun, columns: readonly string[]): Check {
  const all = (test: (x: string) => string, joint: string) => columns.map(test).join(joint);
  const isInfinite = (x: string) =>
    cases(
      [
        [`${x} - ${x} = 0`, '0'],
        [`${x} < 0 OR 0 - ${x} < 0`, '1'],
      ],
      '0',
    );
  const odd = cases(
    [[`${all(isInfinite, ' + ')} > 0`, literal(`${noun} infinite`)]],
    literal(`${noun} nan`),
  );
  return then =>
    cases(
      [
        [all(x => `${x} IS NULL`, ' OR '), literal(`${noun} missing`)],
        [all(x => `${x} - ${x} = 0`, ' AND '), then],
      ],
      odd,
    );
}

/** Fails where the condition holds. */
export function without(condition: string, status: Status): Check {
  return then => cases([[condition, literal(status)]], then);
}

export function tooLarge(columns: readonly string[]): Check {
  const isLarge = columns.map(x => `ABS(${x}) >= ${num(largest)}`).join(' OR ');
  return without(isLarge, 'too large');
}

function literal(status: Status): string {
  return `'${status}'`;
}
