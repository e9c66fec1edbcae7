import type { ToPage } from '../../shared/protocol/messages';
import type { Failure } from '../failure';
import type { Input } from '../input/input';

type Problem = Extract<ToPage, { type: 'problem' }>;

/** What the page shows of a failure: its sentence and its line. */
export function problemMessage({ text, line, source }: Failure): Problem {
  return {
    type: 'problem',
    text,
    ...(line === undefined ? {} : { line }),
    ...(source === undefined ? {} : { source }),
  };
}

/** The same for a target that could not be read, with what can be done about it. */
export function unreadMessage(failure: Failure, input: Input | undefined): Problem {
  const join = { label: 'Join a Truth File', action: 'truth' as const };
  const again = { label: 'Read Again', action: 'retry' as const };
  const parts = { label: 'These Are Parts of One Table', action: 'pool' as const };
  const ways = [
    ...(failure.joinable === true ? [join] : []),
    ...(failure.poolable === true ? [parts] : []),
  ];
  return { ...problemMessage(failure), actions: [...(input?.kind === 'files' ? ways : []), again] };
}
