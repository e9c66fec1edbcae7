import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { SelectionInput } from '../input/selectionInput';
import { Later } from '../later';
import type { PageSession } from '../page/pageSession';
import { SourceLook } from './sourceLook';

const settleDelay = 500;
const pollDelay = 2000;
const editDelay = 200;

/** Keeps the report of one page up to date with its files, and marks it as out of date otherwise. */
export function followSource(session: PageSession): Disposable {
  let watched = '';
  let watchers: Disposable = Disposable.from();
  const look = new SourceLook(session);
  const later = new Later(settleDelay, () => look.look());
  const timer = setInterval(() => void look.poll(), pollDelay);
  const rewatch = (): void => {
    const uris = session.input?.uris ?? [];
    const folders = session.input?.folders;
    const key = (folders ?? uris).join('\n');
    // A restored window has not seen what became of a text meanwhile.
    if (session.input instanceof SelectionInput) edited.call();
    if (key === watched) return;
    watched = key;
    watchers.dispose();
    watchers = Disposable.from(
      ...(folders === undefined
        ? uris.map(uri => watch(uri, () => later.call()))
        : folders.map(folder => watchFolder(folder, () => later.call()))),
    );
  };
  const edited = new Later(editDelay, () => look.look());
  const edits = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const { input } = session;
    const isSource = input?.uris.some(uri => uri.toString() === document.uri.toString());
    if (isSource !== true || contentChanges.length === 0) return;
    if (input instanceof SelectionInput) {
      input.follow(contentChanges);
      edited.call();
    } else if (document.isDirty) session.markStale('changed');
  });
  return Disposable.from(session.onDidChange(rewatch), edits, later, edited, {
    dispose: () => {
      clearInterval(timer);
      watchers.dispose();
    },
  });
}

function watch(uri: Uri, onChange: () => void): Disposable {
  const folder = Uri.joinPath(uri, '..');
  const name = uri.path.split('/').at(-1) ?? '';
  return watchPattern(new RelativePattern(folder, escapeGlob(name)), onChange);
}

/** Everything in a folder and below. */
function watchFolder(folder: Uri, onChange: () => void): Disposable {
  return watchPattern(new RelativePattern(folder, '**'), onChange);
}

function watchPattern(pattern: RelativePattern, onChange: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(pattern);
  watcher.onDidChange(onChange);
  watcher.onDidCreate(onChange);
  watcher.onDidDelete(onChange);
  return watcher;
}

/** A file may be called `run[1].csv`. */
export function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, character => `[${character}]`);
}
