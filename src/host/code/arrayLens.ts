import { CodeLens, type CodeLensProvider, type Event, EventEmitter, Range } from 'vscode';
import { codeLanguageOf } from '../../names/code/language';
import type { Services } from '../services';
import { setting } from '../settings';
import { title } from '../ui';

/** What files of a language are called, for texts without a name of their own. */
const extensions = { python: 'py', r: 'r', julia: 'jl', javascript: 'js' } as const;

/** Above arrays that are written out in a source text: their losses, which lead to the report. Off by default. */
export class ArrayLens implements CodeLensProvider {
  readonly #services: Services;
  readonly #changed: EventEmitter<void> = new EventEmitter();
  readonly onDidChangeCodeLenses: Event<void> = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Asks VS Code to look again, after a setting has changed. */
  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses: CodeLensProvider['provideCodeLenses'] = async (document, token) => {
    const language = codeLanguageOf(document.languageId);
    if (!setting('codeLens') || language === undefined) return [];
    const name = `text.${extensions[language]}`;
    const text = document.getText();
    const lenses = await this.#services.engine().readCode({ kind: 'lenses', name, text });
    if (token.isCancellationRequested) return [];
    return lenses.map(({ line, text: losses }) => {
      const place = new Range(line - 1, 0, line - 1, 0);
      const command = 'lossLens.inspectFile';
      return new CodeLens(place, { title: title(losses), command, arguments: [document.uri] });
    });
  };
}
