import { commands, Uri, window, workspace } from 'vscode';
import { visible } from '../../shared/plainText';
import type { ExportKind } from '../../shared/protocol/messages';
import { ui } from '../ui';

interface Kind {
  readonly label: string;
  readonly extension: string;
  readonly bytes: (data: string) => Uint8Array;
}

const asText = (data: string): Uint8Array => new TextEncoder().encode(data);

const kinds: Readonly<Record<ExportKind, Kind>> = {
  png: { label: 'PNG image', extension: 'png', bytes: bytesOfDataUrl },
  svg: { label: 'SVG image', extension: 'svg', bytes: asText },
  csv: { label: 'CSV table', extension: 'csv', bytes: asText },
  markdown: { label: 'Markdown', extension: 'md', bytes: asText },
  html: { label: 'HTML page', extension: 'html', bytes: asText },
};

/** Writes what the page made to the place the person chooses; nothing is written without the dialog. */
export async function saveExport(kind: ExportKind, name: string, data: string): Promise<void> {
  const { label, extension, bytes } = kinds[kind];
  const stem = fileName(name).replace(new RegExp(`\\.${extension}$`, 'i'), '');
  const place = await window.showSaveDialog({
    defaultUri: defaultPlace(`${stem}.${extension}`),
    filters: { [label]: [extension] },
  });
  if (place === undefined) return;
  await workspace.fs.writeFile(place, bytes(data));
  const open = 'Open';
  const answer = await ui.info(`Saved ${fileName(place.path)}.`, open);
  if (answer === open) await commands.executeCommand('vscode.open', place);
}

function defaultPlace(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name);
}

/** The last part of a path, without characters that file systems refuse. */
export function fileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const printed = visible(last.replace(/\p{Cc}/gu, '-'));
  const safe = Array.from(printed, c => ('<>:"|?*\\'.includes(c) ? '-' : c)).join('');
  return safe.slice(0, 120).replace(/^[. ]+$/, '') || 'report';
}

/** `data:image/png;base64,....` */
function bytesOfDataUrl(data: string): Uint8Array {
  return Uint8Array.from(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'));
}
