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
    settings: { ...quietSettings, ...settings },
  });
  try {
    browser ??= launchBrowser();
    const context = await (await browser).newContext({ viewport: { width, height } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const workbench = new Workbench(page, server);
    await page.goto(
      workbenchAddress({
        port: server.port,
        folder: resolve(folder),
        extension: resolve(extension),
        ...(tests === undefined ? {} : { tests: resolve(tests) }),
      }),
    );
    await page.locator('.monaco-workbench.file-icons-enabled').waitFor({ timeout: 60_000 });
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await workbench.setTheme(theme);
    return workbench;
  } catch (error) {
    await server.stop();
    throw error;
  }
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

/**
 * @param {import('playwright-core').Locator} box
 * @param {string} text
 */
function filled(box, text) {
  return box.fill(text, { timeout: 2_000 }).then(
    () => true,
    () => false,
  );
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
      const ours = url.includes('loss-lens') || message.text().includes('loss-lens');
      const refused = message.text().includes('Content Security Policy');
      if (message.type() === 'error' && (ours || refused)) {
        this.complaints.push(message.text().slice(0, 2000));
      }
    });
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
      await this.explorerRow(name).click({ modifiers: index === 0 ? [] : ['ControlOrMeta'] });
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
   * Extensions add their entries a moment after the workbench is drawn: the menu is opened until they are there.
   *
   * @param {import('playwright-core').Locator} target
   * @param {string} label
   */
  async #rightClick(target, label) {
    const menu = this.page.locator('.context-view .monaco-menu');
    const entry = menu.getByText(label, { exact: true });
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      await target.click({ button: 'right' });
      if (await appears(entry, 1_500)) {
        // A menu takes no click in its first 100 ms, which might be the end of the one that opened it.
        await this.page.waitForTimeout(200);
        await entry.click();
        if (await disappears(menu)) return;
      }
      await this.page.keyboard.press('Escape');
      await disappears(menu);
    }
    throw new Error(`The menu has no entry ${label}.`);
  }

  /**
   * Opens a file of the folder in an editor and waits for its text.
   *
   * @param {string} name
   */
  async openFile(name) {
    await this.focusFirstGroup();
    await this.explorerRow(name).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** A click in the explorer opens the file in the active group, which else may be that of the report. */
  async focusFirstGroup() {
    await this.page.keyboard.press('Control+1');
    await this.page.waitForTimeout(200);
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

  /** @param {string} text */
  lineWith(text) {
    return this.editor().locator('.view-line').filter({ hasText: text }).first();
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
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      await this.page.keyboard.press('F1');
      const box = this.quickInput().locator('input[type="text"]').first();
      // A page that is just being drawn swallows the key.
      if (!(await appears(box, 2_000)) || !(await filled(box, `>${title}`))) continue;
      if (await appears(entry, 2_000)) break;
      await this.page.keyboard.press('Escape');
    }
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
    const deadline = Date.now() + 15_000;
    // While it lists a folder the dialog takes no Enter, and then writes the folder's path over what was typed.
    while (Date.now() < deadline) {
      const proposed = await box.inputValue({ timeout: 500 }).catch(() => '');
      if (!proposed.includes('/') || !(await filled(box, file))) {
        await this.page.waitForTimeout(100);
        continue;
      }
      await box.press('Enter', { timeout: 500 }).catch(() => undefined);
      if (await disappears(box)) return;
    }
    throw new Error(`The dialog did not take ${file}.`);
  }

  /** Loads the window anew; in a browser the workbench writes down every five seconds what it shows. */
  async reload() {
    await this.page.waitForTimeout(7_000);
    await this.page.reload();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
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
    const deadline = Date.now() + 30_000;
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
   * Only a change that the workbench sees is applied: the setting is taken away and written again until it is.
   *
   * @param {Theme} theme
   */
  async setTheme(theme) {
    const applied = this.page.locator(`.monaco-workbench[class*="${themeClasses[theme]}"]`).first();
    for (let tries = 0; tries < 15; tries++) {
      this.setSettings({ 'workbench.colorTheme': theme });
      if (await appears(applied, 2_000)) return;
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
