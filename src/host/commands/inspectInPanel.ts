import type { App } from '../app';
import type { Failure } from '../failure';
import type { Input } from '../input/input';
import type { PageSession } from '../page/pageSession';
import { goToLine } from '../source/goToLine';
import { ui } from '../ui';
import { joinTruth } from './joinTruth';

/** Shows the report of `target` beside the editor; a doubt is asked about, a failure is told. */
export async function inspectInPanel({ panel, services }: App, input: Input): Promise<void> {
  const session = panel.show(input.name);
  const failure = await session.inspect(input);
  if (failure !== undefined) {
    void tellFailure(failure, session);
    return;
  }
  const { inspection } = session;
  if (inspection === undefined || session.target !== input) return;
  if (services.choices.recall(input.uris, inspection.columns) === undefined) {
    await askDoubt(session);
  }
}

/** A notification with what can be done about the failure. */
async function tellFailure(
  { text, line, source = 0, joinable, poolable }: Failure,
  session: PageSession,
): Promise<void> {
  const { target: input } = session;
  const ways = new Map<string, () => Promise<void>>();
  if (line !== undefined)
    ways.set('Go to Line', () =>
      goToLine(input?.uris[source], line, { covered: session.place.column }),
    );
  if (joinable && input?.kind === 'files') ways.set('Join a Truth File', () => joinTruth(session));
  if (poolable && input?.kind === 'files')
    ways.set('These Are Parts of One Table', async () => {
      await session.inspect({ ...input, together: true });
    });
  const answer = await ui.error(text, ...ways.keys());
  await ways.get(answer ?? '')?.();
}

/** One quick pick where two readings are equally good; leaving it keeps the one that was taken. */
async function askDoubt(session: PageSession): Promise<void> {
  const doubt = session.inspection?.doubt ?? null;
  if (doubt === null) return;
  const options = doubt.options.map(({ label, choices }) => ({ label, choices }));
  const answer = await ui.pick(options, {
    title: doubt.question,
    placeHolder: doubt.question,
  });
  if (answer !== undefined) await session.configure({ choices: answer.choices });
}
