import type { Explanation } from '../../shared/explanation';
import { type App, currentSession } from '../app';
import type { PageSession } from '../page/pageSession';
import { ui } from '../ui';

/** Asks for a number that a script printed and lists the conventions under which these rows give it. */
export async function whichNumber(app: App): Promise<void> {
  const session = currentSession(app);
  if (session === undefined) {
    void ui.info('Inspect the data first, then ask where a number comes from.');
    return;
  }
  const value = await ui.input({
    title: 'Which Number Is This?',
    prompt: 'The value that your script printed, with all its digits',
    validateInput: text => (isNumber(text) ? undefined : 'This is not a number.'),
  });
  if (value === undefined) return;
  const explanations = await explanationsOf(session, value.trim());
  if (explanations === undefined) return;
  if (explanations.length === 0) {
    void ui.info(`No usual convention gives ${value.trim()} for these rows.`);
    return;
  }
  const items = explanations.map(({ text, value: given, model, digits }) => ({
    label: text,
    description: model,
    detail: `${given}, ${digits} digits agree`,
  }));
  await ui.pick(items, { title: `${value.trim()} can be` });
}

/** undefined when a person did not want to wait for the end of the search. */
async function explanationsOf(
  session: PageSession,
  value: string,
): Promise<readonly Explanation[] | undefined> {
  const controller = new AbortController();
  let found: readonly Explanation[] | undefined;
  await ui.progress(`Looking for ${value}`, async (_, token) => {
    token.onCancellationRequested(() => controller.abort());
    try {
      const answer = await session.ask({ kind: 'explain', value }, controller.signal);
      if (answer.kind === 'explain') found = answer.explanations;
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    }
  });
  return found;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}
