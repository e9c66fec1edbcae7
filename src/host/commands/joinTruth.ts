import { window } from 'vscode';
import { filesInput } from '../input/filesInput';
import type { PageSession } from '../page/pageSession';

/** Asks for the file that has the true values and reads it together with the predictions. */
export async function joinTruth(session: PageSession): Promise<void> {
  if (session.target?.kind !== 'files') return;
  const chosen = await window.showOpenDialog({
    title: 'The File with the True Values',
    openLabel: 'Join',
  });
  if (chosen === undefined) return;
  await session.inspect(await filesInput([...session.target.uris, ...chosen]));
}
