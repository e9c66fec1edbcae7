import { FileType, type TextDocument, type Uri, workspace } from 'vscode';
import type { SourceRef } from '../../engine/engine';
import { pathNames } from '../../shared/pathNames';
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
  return pathNames(uris.map(({ path }) => path));
}
