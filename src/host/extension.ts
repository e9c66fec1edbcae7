import {
  commands,
  type ExtensionContext,
  type Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { LossReport } from '../shared/lossReport';
import type { InspectOptions } from '../shared/protocol/inspection';
import { type App, currentSession, sessionsOf } from './app';
import { ChoiceMemory } from './choiceMemory';
import { watchCode } from './code/watchCode';
import { commandHandlers } from './commands/commandHandlers';
import { inspectForOthers } from './inspectForOthers';
import { LazyEngine } from './lazyEngine';
import type { PageSession } from './page/pageSession';
import { panelViewType, ReportPanel } from './page/panel';
import { SideView, sideViewId } from './page/sideView';
import type { Services } from './services';
import { inspectOptions } from './settings';
import { followCursor } from './source/followCursor';
import { followSource } from './source/followSource';

/** What other extensions get. */
export interface LossLensApi {
  /** Inspects a file, or text as if it were selected. Rejects with one sentence when it cannot be read. */
  inspect(source: Uri | string, options?: InspectOptions): Promise<LossReport>;
}

export function activate(context: ExtensionContext): LossLensApi {
  const engine = new LazyEngine(context.extensionUri);
  const services: Services = {
    extension: context.extensionUri,
    engine: () => engine.get(),
    choices: new ChoiceMemory(context.workspaceState),
  };
  const panel = new ReportPanel(services, attend);
  const side = new SideView(services, attend);
  const app: App = { services, panel, side };
  const code = watchCode(app);

  function attend(session: PageSession): void {
    const following = followSource(session);
    const changes = session.onDidChange(() => tellMenus(app));
    session.onDidDispose(() => {
      following.dispose();
      changes.dispose();
      tellMenus(app);
    });
  }

  context.subscriptions.push(
    engine,
    panel,
    side,
    code,
    followCursor(app),
    window.registerWebviewViewProvider(sideViewId, side),
    window.registerWebviewPanelSerializer(panelViewType, {
      deserializeWebviewPanel: (restored: WebviewPanel, state: unknown) =>
        panel.revive(restored, state),
    }),
    workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration('lossLens')) return;
      applySettings(app);
      code.refresh();
    }),
    ...Object.entries(commandHandlers).map(([id, run]) =>
      commands.registerCommand(id, (...args: unknown[]) => run(app, ...args)),
    ),
  );
  return { inspect: (source, options) => inspectForOthers(services, source, options) };
}

/** Context keys that the menus in package.json ask for. */
function tellMenus(app: App): void {
  const isReading = sessionsOf(app).some(session => session.isReading);
  void commands.executeCommand(
    'setContext',
    'lossLens.hasReport',
    currentSession(app) !== undefined,
  );
  void commands.executeCommand('setContext', 'lossLens.isReading', isReading);
}

function applySettings(app: App): void {
  for (const session of sessionsOf(app)) void session.configure(inspectOptions());
}
