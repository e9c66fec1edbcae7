import { window } from 'vscode';
import { filesInput } from '../input/filesInput';
import type { PageHandle } from '../page/pageHandle';

/** Asks for the file that has the true values and reads it together with the predictions. */
export async function joinTruth(session: PageHandle): Promise<void> {
  if (session.input?.kind !== 'files') return;
  const chosen = await window.showOpenDialog({
    title: 'The File with the True Values',
    openLabel: 'Join',
  });
  if (chosen === undefined) return;
  await session.inspect(await filesInput([...session.input.uris, ...chosen]));
}
