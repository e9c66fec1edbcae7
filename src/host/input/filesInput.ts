import { FileType, type TextDocument, type Uri, workspace } from 'vscode';
import type { SourceRef } from '../../engine/engine';
import { title } from '../ui';
import type { Input } from './input';

/** Files as they are now: an editor's unsaved text, else what lies on the disk. */
export async function filesInput(uris: readonly Uri[]): Promise<Input> {
  const names = namesOf(uris);
  const sizes = await Promise.all(uris.map(sizeOf));
  return {
    name: title(names.join(', ')),
    kind: 'files',
    uris,
    names,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    load: () => Promise.all(uris.map((uri, i) => sourceOf(uri, names[i] ?? uri.path))),
  };
}

/** 0 where the file cannot be asked; reading it will say why. */
async function sizeOf(uri: Uri): Promise<number> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    return type === FileType.Directory ? 0 : size;
  } catch {
    return 0;
  }
}

async function sourceOf(uri: Uri, name: string): Promise<SourceRef> {
  const unsaved = unsavedDocument(uri);
  if (unsaved !== undefined) {
    return { kind: 'bytes', name, bytes: new TextEncoder().encode(unsaved.getText()) };
  }
  // The engine reads local files itself, piece by piece, off this thread.
  if (uri.scheme === 'file') return { kind: 'file', name, path: uri.fsPath };
  return { kind: 'bytes', name, bytes: await workspace.fs.readFile(uri) };
}

function unsavedDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find(
    document =>
      document.uri.toString() === uri.toString() && (document.isDirty || document.isUntitled),
  );
}

/** File names; where two are alike, with as many of their folders as tell them apart. */
export function namesOf(uris: readonly Pick<Uri, 'path'>[]): readonly string[] {
  const paths = uris.map(uri => uri.path.split('/').filter(part => part !== ''));
  const alike = new Map<string, (readonly string[])[]>();
  for (const path of paths) {
    const name = path.at(-1) ?? '';
    alike.set(name, [...(alike.get(name) ?? []), path]);
  }
  const parts = new Map([...alike].map(([name, group]) => [name, partsNeeded(group)]));
  return paths.map(path => path.slice(-(parts.get(path.at(-1) ?? '') ?? 1)).join('/'));
}

/** How many last parts of these paths make them all different; all parts where a path occurs twice. */
function partsNeeded(paths: readonly (readonly string[])[]): number {
  const longest = paths.reduce((most, path) => Math.max(most, path.length), 1);
  for (let parts = 1; parts < longest; parts++) {
    const names = new Set(paths.map(path => path.slice(-parts).join('/')));
    if (names.size === paths.length) return parts;
  }
  return longest;
}
