import { Disposable, languages } from 'vscode';
import { codeLanguageIds } from '../../names/code/language';
import type { App } from '../app';
import { ArrayLens } from './arrayLens';
import { lossHover } from './lossHover';
import { MisuseMarks } from './misuseMarks';

/** What is said in source texts themselves. Nothing is read before something is pointed at or can be marked. */
export interface CodeWatch extends Disposable {
  /** Looks again, after a setting has changed. */
  refresh(): void;
}

/** Hovers over losses, marks of misuse and losses above arrays, in every language in which losses are known. */
export function watchCode(app: App): CodeWatch {
  const marks = new MisuseMarks(app.services);
  const lens = new ArrayLens(app.services);
  const parts = Disposable.from(
    marks,
    languages.registerHoverProvider(codeLanguageIds, lossHover(app)),
    languages.registerCodeLensProvider(codeLanguageIds, lens),
  );
  return {
    refresh: () => {
      marks.refresh();
      lens.refresh();
    },
    dispose: () => parts.dispose(),
  };
}
