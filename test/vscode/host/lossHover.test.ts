import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import {
  type CodeLens,
  commands,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  type TextDocument,
  window,
  workspace,
} from 'vscode';

const python = [
  'import torch.nn as nn',
  'criterion = nn.HuberLoss(delta=2)',
  'files = {"mse": "mse.png"}',
  '',
].join('\n');

/** What Loss Lens says over a word of a document. */
async function said(document: TextDocument, word: string): Promise<string> {
  const position = document.positionAt(document.getText().lastIndexOf(word) + 1);
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map(each => (each instanceof MarkdownString ? each.value : '')),
  );
  return texts.filter(text => text.startsWith('**')).join('\n');
}

async function waitFor(done: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 300 && !done(); tries++) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return done();
}

describe('losses in the source code of a real VS Code', () => {
  it('are explained in a file of Python, in a part of the engine that is not loaded before', async () => {
    const extension = extensions.getExtension('loss-lens.loss-lens');
    const document = await workspace.openTextDocument({ language: 'python', content: python });
    const text = await said(document, 'HuberLoss');
    assert.match(text, /^\*\*Huber loss\*\* · PyTorch HuberLoss, delta = 2/);
    assert.match(text, /data:image\/svg\+xml;base64,/);
    const dist = join(extension?.extensionPath ?? '', 'dist');
    const loaded = Object.keys(require.cache).filter(file => file.startsWith(dist));
    assert.deepEqual(
      loaded.map(file => basename(file)),
      ['extension.js'],
    );
  });

  it('are not seen where only their word is', async () => {
    const document = await workspace.openTextDocument({ language: 'python', content: python });
    assert.equal(await said(document, 'mse.png'), '');
    assert.equal(await said(document, 'criterion'), '');
  });

  it('are explained in a cell of a notebook whose imports stand in the cell above', async () => {
    const cells = ['import keras', 'model.compile(loss=keras.losses.Huber(delta=1.5))'].map(
      text => new NotebookCellData(NotebookCellKind.Code, text, 'python'),
    );
    const notebook = await workspace.openNotebookDocument(
      'jupyter-notebook',
      new NotebookData(cells),
    );
    const text = await said(notebook.cellAt(1).document, 'Huber');
    assert.match(text, /^\*\*Huber loss\*\* · Keras Huber, delta = 1\\?\.5/);
  });

  it('are marked when they are fed with what they do not take, until the settings say otherwise', async () => {
    const content =
      'import torch.nn.functional as F\nloss = F.cross_entropy(F.softmax(x, dim=1), y)\n';
    const document = await workspace.openTextDocument({ language: 'python', content });
    await window.showTextDocument(document);
    const marks = (): readonly unknown[] =>
      languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Loss Lens');
    assert.ok(await waitFor(() => marks().length === 1));
    const settings = workspace.getConfiguration('lossLens');
    await settings.update('misuseMarks', false, true);
    assert.ok(await waitFor(() => marks().length === 0));
    await settings.update('misuseMarks', undefined, true);
  });

  it('stand above arrays once the settings ask for them', async () => {
    const content = 'y_true = [3, -0.5, 2, 7]\ny_pred = [2.5, 0.0, 2, 8]\n';
    const document = await workspace.openTextDocument({ language: 'python', content });
    const lenses = async (): Promise<readonly string[]> => {
      const found = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return found.flatMap(({ command }) => command?.title ?? []);
    };
    assert.deepEqual(await lenses(), []);
    const settings = workspace.getConfiguration('lossLens');
    await settings.update('codeLens', true, true);
    assert.deepEqual(await lenses(), ['Mean squared error 0.375 · Mean absolute error 0.5']);
    await settings.update('codeLens', undefined, true);
  });
});
