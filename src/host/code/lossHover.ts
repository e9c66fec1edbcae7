import {
  type CancellationToken,
  type Hover,
  type HoverProvider,
  type Position,
  Range,
  type TextDocument,
} from 'vscode';
import { type App, currentSession } from '../app';
import { setting } from '../settings';
import { ui } from '../ui';
import { type CodeDocument, codeDocument } from './codeDocument';
import { hoverMarkdown } from './hoverMarkdown';
import { pictureColours } from './pictureColours';
import { reportedValues } from './reportedValues';
import { showLossCommand } from './showLossCommand';

/** A dotted name, or the whole of a string such as "reg:squarederror". */
const word = /[A-Za-z][\w.:-]*/;

/** Explains a loss where it is written. The engine reads the text; nothing is started for a word that is no loss's. */
export function lossHover(app: App): HoverProvider {
  return {
    provideHover: async (document, position, token) => {
      const range = setting('hover') ? document.getWordRangeAtPosition(position, word) : undefined;
      const code = range === undefined ? undefined : await candidate(document, range);
      return code === undefined ? undefined : explain(app, document, code, position, token);
    },
  };
}

/** The text to be read, where the word can be a loss. */
async function candidate(document: TextDocument, range: Range): Promise<CodeDocument | undefined> {
  const { mayBeLoss } = await import('../../names/losses/mayBeLoss');
  const code = codeDocument(document);
  if (code === undefined) return undefined;
  const source = (): string => `${code.before}\n${code.text}`;
  return mayBeLoss(document.getText(range), source) ? code : undefined;
}

async function explain(
  app: App,
  document: TextDocument,
  code: CodeDocument,
  position: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const { version } = document;
  const explanation = await app.services.engine().readCode({
    kind: 'explain',
    ...code,
    offset: document.offsetAt(position),
    colours: pictureColours(),
  });
  if (explanation === null || token.isCancellationRequested || document.version !== version) {
    return undefined;
  }
  const inspection = currentSession(app)?.inspection;
  const own = inspection === undefined ? null : reportedValues(inspection, explanation.metric);
  const range = new Range(
    document.positionAt(explanation.start),
    document.positionAt(explanation.end),
  );
  return ui.hover(hoverMarkdown(explanation, own), showLossCommand, range);
}
