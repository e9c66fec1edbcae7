import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { MisuseMark } from '../../shared/protocol/code';
import { Later } from '../later';
import type { Services } from '../services';
import { setting } from '../settings';
import { codeDocument } from './codeDocument';

const delay = 800;
/** Without a loss and without what it may be fed with by mistake there is nothing to mark, and nothing is started. */
const losses = /Loss\b|_loss\b|cross_?entropy|kl_div|_score\b|_error\b|_deviance\b/i;
const mistakes = /softmax|sigmoid|one_hot|\bexp\b|softplus|y_pred|y_true|target|label/i;

/** Marks losses in Python that are fed with what they do not take, in the editors that are seen. */
export class MisuseMarks implements Disposable {
  readonly #services: Services;
  readonly #marks: DiagnosticCollection = languages.createDiagnosticCollection('lossLens');
  readonly #later: Later = new Later(delay, () => this.#look());
  readonly #listeners: Disposable;

  constructor(services: Services) {
    this.#services = services;
    const soon = (): void => this.#later.call();
    this.#listeners = Disposable.from(
      window.onDidChangeVisibleTextEditors(soon),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'python') soon();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#marks.delete(uri)),
    );
    soon();
  }

  /** Looks again, after a setting has changed. */
  refresh(): void {
    this.#later.call();
  }

  dispose(): void {
    this.#later.dispose();
    this.#listeners.dispose();
    this.#marks.dispose();
  }

  async #look(): Promise<void> {
    if (!setting('misuseMarks')) return this.#marks.clear();
    const seen = new Set(window.visibleTextEditors.map(({ document }) => document));
    for (const document of seen) {
      if (document.languageId === 'python') await this.#mark(document);
    }
  }

  async #mark(document: TextDocument): Promise<void> {
    const code = codeDocument(document);
    const isWorth = code !== undefined && losses.test(code.text) && mistakes.test(code.text);
    if (!isWorth) return this.#marks.delete(document.uri);
    const { version } = document;
    const marks = await this.#services.engine().readCode({ kind: 'marks', ...code });
    if (document.isClosed || document.version !== version) return;
    this.#marks.set(
      document.uri,
      marks.map(mark => diagnosticOf(document, mark)),
    );
  }
}

function diagnosticOf(
  document: TextDocument,
  { start, end, id, text, address }: MisuseMark,
): Diagnostic {
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const diagnostic = new Diagnostic(range, text, DiagnosticSeverity.Information);
  diagnostic.source = 'Loss Lens';
  diagnostic.code = { value: id, target: Uri.parse(address) };
  return diagnostic;
}
