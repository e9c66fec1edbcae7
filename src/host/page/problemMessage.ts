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
  const canJoin = failure.joinable === true && input?.kind === 'files';
  return { ...problemMessage(failure), actions: canJoin ? [join, again] : [again] };
}
