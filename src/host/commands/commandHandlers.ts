import { commands } from 'vscode';
import { type App, sessionsOf } from '../app';
import { compareFiles } from './compareFiles';
import { copySql } from './copySql';
import { copyAsMarkdown, exportReport } from './exportReport';
import { inspectFile } from './inspectFile';
import { inspectSelection } from './inspectSelection';
import { openSample } from './openSample';
import { showLoss } from './showLoss';
import { walkWorst } from './walkWorst';
import { whichNumber } from './whichNumber';

export type CommandHandler = (app: App, ...args: readonly unknown[]) => PromiseLike<void> | void;

/** Every command of package.json. */
export const commandHandlers: Readonly<Record<string, CommandHandler>> = {
  'lossLens.inspectSelection': inspectSelection,
  'lossLens.inspectFile': inspectFile,
  'lossLens.compareFiles': compareFiles,
  'lossLens.openSample': openSample,
  'lossLens.copySql': copySql,
  'lossLens.exportReport': exportReport,
  'lossLens.copyAsMarkdown': copyAsMarkdown,
  'lossLens.showLoss': showLoss,
  'lossLens.copy': () => commands.executeCommand('editor.action.clipboardCopyAction'),
  'lossLens.whichNumber': whichNumber,
  'lossLens.nextWorst': app => walkWorst(app, 1),
  'lossLens.previousWorst': app => walkWorst(app, -1),
  'lossLens.cancel': app => {
    for (const session of sessionsOf(app)) session.cancel();
  },
};
