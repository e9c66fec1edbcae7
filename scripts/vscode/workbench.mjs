import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.mjs';
import { startServer } from './startServer.mjs';
import { workbenchAddress } from './workbenchAddress.mjs';

/** The four themes every state of the page is looked at in, and the class that shows each is applied. */
const themeClasses = {
  'Dark Modern': 'dark_modern-json',
  'Light Modern': 'light_modern-json',
  'Default High Contrast': 'hc_black-json',
  'Default High Contrast Light': 'hc_light-json',
};
/** @typedef {keyof typeof themeClasses} Theme */
export const themes = /** @type {readonly Theme[]} */ (Object.keys(themeClasses));

const screenshotFolder = 'screenshots';
/** How long anything may take on a machine that is busy with other things, ms. */
const patience = 120_000;
/** Of the extension's pages and scripts. A checkout may have its name, too, and the workbench is below it. */
const isOurs =
  /loss-lens\.loss-lens|\/dist\/(?:extension|webview|webWorker|inProcessEngine|scanRange|parquet)\.js/;
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'files.autoSave': 'off',
  // A file that opens late would take the selection of several files away.
  'explorer.autoReveal': false,
  'editor.minimap.enabled': false,
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
};

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;

async function launchBrowser() {
  return chromium.launch(await findChromium());
}

/** Ends the browser that all workbenches of this process share. */
export async function closeBrowser() {
  const open = await browser;
  browser = undefined;
  await open?.close();
}

/**
 * A real VS Code workbench with Loss Lens in it, driven as a person drives it.
 *
 * @param {object} options
 * @param {string} options.folder the folder to open
 * @param {Theme} [options.theme]
 * @param {number} [options.width]
 * @param {number} [options.height]
 * @param {Record<string, unknown>} [options.settings] user settings
 * @param {boolean} [options.trustAll] false opens the folder in Restricted Mode
 * @param {string} [options.extension] the extension's folder, by default this repository
 * @param {string} [options.tests] a module to run inside the extension host
 * @param {NodeJS.ProcessEnv} [options.env] the environment of the extension host
 */
export async function openWorkbench({
  folder,
  theme = 'Dark Modern',
  width = 1400,
  height = 900,
  settings = {},
  trustAll = true,
  extension = '.',
  tests,
  env = process.env,
}) {
  const server = await startServer({
    trustAll,
    env,
    settings: { ...quietSettings, 'workbench.colorTheme': theme, ...settings },
  });
  try {
    browser ??= launchBrowser();
    const context = await (await browser).newContext({ viewport: { width, height } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(page, server);
    await page.goto(
      workbenchAddress({
        port: server.port,
        folder: resolve(folder),
        extension: resolve(extension),
        ...(tests === undefined ? {} : { tests: resolve(tests) }),
      }),
    );
    await workbench.ready();
    return workbench;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** @param {import('playwright-core').Locator} locator */
function disappears(locator) {
  return locator.waitFor({ state: 'hidden', timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** @param {import('playwright-core').Frame} frame */
async function isDrawn(frame) {
  const text = await frame
    .locator('#app')
    .textContent({ timeout: 500 })
    .catch(() => '');
  return text?.trim() !== '';
}

/** Runs in the workbench's window: whether the commands, menus and views of extensions are there. */
function extensionsAreLoaded() {
  return performance.getEntriesByName('code/didLoadExtensions').length > 0;
}

/**
 * @param {import('playwright-core').Locator} locator
 * @param {number} timeout ms
 */
function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Runs in the workbench's window. */
function firstGroupIsActive() {
  return document.querySelector('.editor-group-container')?.classList.contains('active') ?? true;
}

/** Runs in the workbench's window: returns when timers of up to 100 ms, set before, have run. */
function laterTimers() {
  return new Promise(resolve => setTimeout(resolve, 110));
}

/** What a person sees and does; every method waits until the workbench has followed. */
export class Workbench {
  /** @type {import('playwright-core').Page} */
  page;
  /**
   * What a content security policy refused, and errors of the extension's own scripts.
   *
   * @type {string[]}
   */
  complaints = [];
  /** @type {import('./startServer.mjs').Server} */
  #server;

  /**
   * @param {import('playwright-core').Page} page
   * @param {import('./startServer.mjs').Server} server
   */
  constructor(page, server) {
    this.page = page;
    this.#server = server;
    page.on('console', message => {
      const { url } = message.location();
      const ours = isOurs.test(url) || isOurs.test(message.text());
      const refused = message.text().includes('Content Security Policy');
      if (message.type() === 'error' && (ours || refused)) {
        this.complaints.push(message.text().slice(0, 2000));
      }
    });
  }

  /** Returns when the folder is shown and the extension's commands and menus are there. */
  async ready() {
    await this.page.waitForFunction(extensionsAreLoaded, undefined, { timeout: 2 * patience });
    await this.page.locator('.monaco-workbench.file-icons-enabled').waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /**
   * Chooses an entry of the explorer's context menu.
   *
   * @param {string | readonly string[]} files names; several are selected together
   * @param {string} label
   */
  async rightClickInExplorer(files, label) {
    const names = typeof files === 'string' ? [files] : files;
    await this.focusFirstGroup();
    for (const [index, name] of names.entries()) {
      const row = this.explorerRow(name);
      await row.click({ modifiers: index === 0 ? [] : ['ControlOrMeta'] });
      // The editor that a click opens would close the menu.
      if (index === 0 && (await row.getAttribute('aria-expanded')) === null) await this.#tab(name);
    }
    await this.#rightClick(this.explorerRow(names[names.length - 1] ?? ''), label);
  }

  /** @param {string} name */
  explorerRow(name) {
    return this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /**
   * Labels of the context menu that a right click opens; the menu is closed again.
   *
   * @param {import('playwright-core').Locator} target
   */
  async menuOf(target) {
    await target.click({ button: 'right' });
    const menu = this.page.locator('.context-view .monaco-menu');
    await menu.waitFor();
    const labels = await menu.locator('.action-label').allInnerTexts();
    await this.page.keyboard.press('Escape');
    await disappears(menu);
    return labels.map(label => label.trim()).filter(label => label !== '');
  }

  /**
   * @param {import('playwright-core').Locator} target
   * @param {string} label
   */
  async #rightClick(target, label) {
    const menu = this.page.locator('.context-view .monaco-menu');
    const entry = menu.getByText(label, { exact: true });
    await target.click({ button: 'right' });
    await entry.waitFor();
    // A menu takes no click in its first 100 ms, which might be the end of the one that opened it.
    await this.page.evaluate(laterTimers);
    await entry.click();
    await menu.waitFor({ state: 'hidden' });
  }

  /** @param {string} name of a file whose editor is awaited */
  async #tab(name) {
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
  }

  /**
   * Opens a file of the folder in an editor and waits for its text.
   *
   * @param {string} name
   */
  async openFile(name) {
    await this.focusFirstGroup();
    await this.explorerRow(name).dblclick();
    await this.#tab(name);
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** A click in the explorer opens the file in the active group, which else may be that of the report. */
  async focusFirstGroup() {
    await this.#leaveFrames();
    await this.page.keyboard.press('Control+1');
    await this.page.waitForFunction(firstGroupIsActive);
  }

  /** A frame that is just being drawn does not pass on keys to the workbench. */
  async #leaveFrames() {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
    });
  }

  /** The active text editor. */
  editor() {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /**
   * Selects whole lines of the active editor by keyboard.
   *
   * @param {number} from 1-based
   * @param {number} to 1-based, included
   */
  async selectLines(from, to) {
    await this.goToLine(from);
    await this.page.keyboard.press('Home');
    for (let line = from; line < to; line++) await this.page.keyboard.press('Shift+ArrowDown');
    await this.page.keyboard.press('Shift+End');
  }

  /** @param {number} line 1-based */
  async goToLine(line) {
    await this.editor()
      .locator('.view-lines')
      .click({ position: { x: 5, y: 5 } });
    await this.page.keyboard.press('Control+g');
    await this.#type(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput().waitFor({ state: 'hidden' });
  }

  /**
   * Chooses an entry of the editor's context menu, the pointer on a line that holds `text`.
   *
   * @param {string} text
   * @param {string} label
   */
  async rightClickInEditor(text, label) {
    await this.#rightClick(this.lineWith(text), label);
  }

  /**
   * The text of a line; the line itself is as wide as the longest of the file, so its middle may be out of sight.
   *
   * @param {string} text
   */
  lineWith(text) {
    return this.editor().locator('.view-line > span').filter({ hasText: text }).first();
  }

  quickInput() {
    return this.page.locator('.quick-input-widget');
  }

  /** @param {string} text */
  async #type(text) {
    const box = this.quickInput().locator('input[type="text"]').first();
    await box.waitFor();
    await box.fill(text);
  }

  /**
   * Runs a command through the palette, as `Loss Lens: Inspect Loss`.
   *
   * @param {string} title
   */
  async runCommand(title) {
    const entry = this.quickInput().locator('.monaco-list-row').filter({ hasText: title }).first();
    await this.#leaveFrames();
    await this.page.keyboard.press('F1');
    await this.#type(`>${title}`);
    await entry.click();
  }

  /**
   * Chooses an entry of an open quick pick, by what a screen reader reads out of it: a row that
   * the workbench uses again for the next list keeps the text of its old detail, hidden.
   *
   * @param {string} label
   */
  async pick(label) {
    const entry = this.quickInput().getByRole('option', { name: label }).first();
    await entry.click();
    await entry.waitFor({ state: 'hidden' });
  }

  /**
   * Types into an open input box and presses Enter.
   *
   * @param {string} text
   */
  async answer(text) {
    await this.#type(text);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Answers the workbench's own dialog for files, to save to one or to choose one.
   *
   * @param {string} file absolute path
   */
  async answerDialog(file) {
    const input = this.quickInput();
    await input.locator('.quick-input-action, .monaco-button').first().waitFor();
    const box = input.locator('input[type="text"]').first();
    // While it lists a folder the dialog takes no Enter, and then writes the folder's path over what was typed.
    const listed = async () =>
      input.locator('.monaco-progress-container.active').waitFor({ state: 'hidden' });
    await this.page.waitForFunction(
      field => field instanceof HTMLInputElement && field.value.includes('/'),
      await box.elementHandle(),
    );
    await listed();
    await box.fill(file);
    await listed();
    await box.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Loads the window anew; in a browser the workbench writes down every five seconds what it shows. */
  async reload() {
    await this.page.waitForTimeout(7_000);
    await this.page.reload();
    await this.ready();
  }

  /** The document of the report beside the editor. */
  async panelFrame() {
    return this.#pageFrame(false);
  }

  /** The document of the report in the side view. */
  async sideFrame() {
    return this.#pageFrame(true);
  }

  /**
   * A webview is two nested frames; the inner one holds the page.
   *
   * @param {boolean} side
   * @returns {Promise<import('playwright-core').Frame>}
   */
  async #pageFrame(side) {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      for (const frame of this.page.frames()) {
        const address = frame.parentFrame()?.url() ?? '';
        if (!address.includes('extensionId=loss-lens.loss-lens')) continue;
        if (address.includes('purpose=webviewView') === side && (await isDrawn(frame)))
          return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(
      `The ${side ? 'side view' : 'panel'} did not appear.\n${this.complaints.join('\n')}`,
    );
  }

  /**
   * A notification with this text, in the list of notifications: the smoke-test driver keeps toasts away.
   *
   * @param {string} text
   */
  async notification(text) {
    const center = this.page.locator('.notifications-center');
    if (!(await center.isVisible())) await this.runCommand('Notifications: Show Notifications');
    const notice = center.locator('.notification-list-item').filter({ hasText: text }).first();
    await notice.waitFor();
    return notice;
  }

  /**
   * The server's watcher of the settings file can miss a change that falls between two of its looks, so the
   * file is written anew, with another content, until the change has arrived.
   *
   * @param {Theme} theme
   */
  async setTheme(theme) {
    const applied = this.page.locator(`.monaco-workbench[class*="${themeClasses[theme]}"]`).first();
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      this.setSettings({ 'workbench.colorTheme': theme });
      if (await appears(applied, 3_000)) return;
      this.setSettings({ 'workbench.colorTheme': undefined });
      await this.page.waitForTimeout(500);
    }
    throw new Error(`The theme ${theme} was not applied.`);
  }

  /** @param {Record<string, unknown>} settings user settings to add or change */
  setSettings(settings) {
    const file = this.#server.settingsFile;
    const all = { ...JSON.parse(readFileSync(file, 'utf8')), ...settings };
    writeFileSync(file, JSON.stringify(all));
  }

  /**
   * Keeps what is on the screen as a PNG.
   *
   * @param {string} name without extension
   * @returns {Promise<string>} the file
   */
  async screenshot(name) {
    mkdirSync(screenshotFolder, { recursive: true });
    const path = join(screenshotFolder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  async close() {
    await this.page.context().close();
    await this.#server.stop();
  }
}
