import { type App, currentSession } from '../app';
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
  const answer = await session.ask({ kind: 'explain', value: value.trim() });
  if (answer.kind !== 'explain') return;
  if (answer.explanations.length === 0) {
    void ui.info(`No usual convention gives ${value.trim()} for these rows.`);
    return;
  }
  const items = answer.explanations.map(({ text, value: given, model, digits }) => ({
    label: text,
    description: model,
    detail: `${given}, ${digits} digits agree`,
  }));
  await ui.pick(items, { title: `${value.trim()} can be` });
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}
