import type { App } from '../app';
import type { Failure } from '../failure';
import type { Input } from '../input/input';
import type { PageSession } from '../page/pageSession';
import { goToLine } from '../source/goToLine';
import { ui } from '../ui';
import { joinTruth } from './joinTruth';
import { pool } from './pool';

/** Shows the report of `input` beside the editor; a failure is told. A doubt stands on the page itself. */
export async function inspectInPanel({ panel }: App, input: Input): Promise<void> {
  const session = panel.show(input.name);
  const failure = await session.inspect(input);
  if (failure !== undefined) void tellFailure(failure, session);
}

/** A notification with what can be done about the failure. */
async function tellFailure(
  { text, line, source = 0, joinable, poolable }: Failure,
  session: PageSession,
): Promise<void> {
  const { input } = session;
  const ways = new Map<string, () => Promise<void>>();
  if (line !== undefined)
    ways.set('Go to Line', () =>
      goToLine(input?.uris[source], line, { covered: session.place.column }),
    );
  if (joinable && input?.kind === 'files') ways.set('Join a Truth File', () => joinTruth(session));
  if (poolable && input?.kind === 'files')
    ways.set('These Are Parts of One Table', () => pool(session));
  const answer = await ui.error(text, ...ways.keys());
  await ways.get(answer ?? '')?.();
}
