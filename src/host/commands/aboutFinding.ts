import { commands, Uri } from 'vscode';
import { type FindingId, findingIds } from '../../shared/findingId';
import type { App } from '../app';
import { ui } from '../ui';

/** Opens the page of a finding, which comes with the extension; without an id the person is asked for one. */
export async function aboutFinding({ services }: App, id?: unknown): Promise<void> {
  const known = findingIds.find(one => one === id) ?? (await askForFinding());
  if (known === undefined) return;
  const page = Uri.joinPath(services.extension, 'docs', 'findings', `${known}.md`);
  await commands.executeCommand('markdown.showPreview', page);
}

async function askForFinding(): Promise<FindingId | undefined> {
  const items = [...new Set(findingIds)].map(id => ({ label: id, id }));
  const picked = await ui.pick(items, { title: 'About a Finding', placeHolder: 'Which finding' });
  return picked?.id;
}
