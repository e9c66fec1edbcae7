import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import {
  commands,
  extensions,
  Position,
  TabInputWebview,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { LossLensApi } from '../../../src/host/extension';

const extension = extensions.getExtension<LossLensApi>('loss-lens.loss-lens');

function sample(name: string): Uri {
  assert.ok(extension);
  return Uri.joinPath(extension.extensionUri, 'samples', name);
}

describe('the extension in a real VS Code', () => {
  let api: LossLensApi;

  before(async () => {
    assert.ok(extension, 'the extension is installed');
    assert.equal(extension.isActive, false, 'it is not active before its first command');
    api = await extension.activate();
  });

  it('activates without loading the engine or anything else that it does not need yet', () => {
    const dist = join(extension?.extensionPath ?? '', 'dist');
    const loaded = Object.keys(require.cache).filter(file => file.startsWith(dist));
    assert.deepEqual(
      loaded.map(file => basename(file)),
      ['extension.js'],
    );
  });

  it('registers every command of its manifest', async () => {
    const registered = new Set(await commands.getCommands(true));
    for (const { command } of extension?.packageJSON.contributes.commands ?? []) {
      assert.ok(registered.has(command), command);
    }
  });

  it('inspects a text for other extensions', async () => {
    const report = await api.inspect('errors = [20, -20, 2, -2]');
    assert.equal(report.task, 'errors');
    assert.equal(report.models[0]?.values.mse, 202);
  });

  it('inspects a file for other extensions', async () => {
    const report = await api.inspect(sample('two_models.csv'));
    const losses = report.models.map(model => model.values.log_loss?.toFixed(6));
    assert.deepEqual(losses, ['0.137793', '1.228829']);
  });

  it('rejects what cannot be read with one sentence that names it', async () => {
    await assert.rejects(api.inspect(sample('no-such-file.csv')), /no-such-file\.csv/);
    await assert.rejects(api.inspect('nothing to see'), /number|array/i);
  });

  it('inspects the unsaved text of an editor', async () => {
    const document = await workspace.openTextDocument(sample('one_large_error.py'));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(document.lineCount - 1, 0), 'predictions = [1]\n');
    const untitled = await workspace.openTextDocument({
      language: 'csv',
      content: 'errors\n3\n-3\n',
    });
    const report = await api.inspect(untitled.uri);
    assert.equal(report.models[0]?.values.mse, 9);
  });

  it('opens one panel beside the editor and uses it again', async () => {
    await commands.executeCommand('lossLens.inspectFile', sample('two_models.csv'));
    await commands.executeCommand('lossLens.inspectFile', sample('predictions.csv'));
    const panels = (): readonly string[] =>
      window.tabGroups.all
        .flatMap(group => group.tabs)
        .filter(tab => tab.input instanceof TabInputWebview)
        .map(tab => tab.label);
    // The tabs of this process follow those of the window with a delay.
    for (let tries = 0; tries < 50 && panels()[0] !== 'Loss: predictions.csv'; tries++) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    assert.deepEqual(panels(), ['Loss: predictions.csv']);
  });
});
