import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Frame } from 'playwright-core';
import { closeBrowser, openWorkbench, type Workbench } from '../../scripts/vscode/workbench.mjs';

export interface UsedWorkbench {
  readonly workbench: Workbench;
  /** The opened folder: a copy of samples/ with the extra files. */
  readonly folder: string;
  /** The panel once it shows a report or a problem about `title`. */
  panelAbout(title: string): Promise<Frame>;
}

/** Opens one workbench for the tests of a `describe`; a test that fails leaves a screenshot. */
export function useWorkbench(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: {
    readonly settings?: Record<string, unknown>;
    readonly trustAll?: boolean;
    /** The extension's folder; this repository by default. */
    readonly extension?: string;
  } = {},
): UsedWorkbench {
  const folder = mkdtempSync(join(tmpdir(), 'loss-lens-folder-'));
  let workbench: Workbench | undefined;

  before(async () => {
    cpSync('samples', folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    workbench = await openWorkbench({
      folder,
      extension: process.env.LOSS_LENS_EXTENSION ?? '.',
      ...options,
    });
  });
  afterEach(async function () {
    const name = this.currentTest?.fullTitle().replace(/\W+/g, '-') ?? '';
    if (this.currentTest?.state === 'failed') await workbench?.screenshot(`failed-${name}`);
  });
  after(async () => {
    await workbench?.close();
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    folder,
    get workbench() {
      if (workbench === undefined) throw new Error('The workbench is not open.');
      return workbench;
    },
    async panelAbout(title) {
      const frame = await this.workbench.panelFrame();
      await frame.locator('h1').filter({ hasText: title }).waitFor();
      // While nothing is known of it yet, a file is named above how far its reading is.
      await frame.locator('main.state .progress').waitFor({ state: 'detached' });
      return frame;
    },
  };
}

/** A number of the loss table, whole; the table is opened to all losses when it is not among the first. */
export async function wholeValue(frame: Frame, model: string, metric: string): Promise<number> {
  const cell = frame.locator(`td[data-model="${model}"][data-metric="${metric}"] [data-whole]`);
  if ((await cell.count()) === 0) await frame.locator('#all-losses').click();
  await cell.first().waitFor();
  return Number(await cell.first().getAttribute('data-whole'));
}

/** Everything the page says, in one line, what is folded away included. */
export async function pageText(frame: Frame): Promise<string> {
  await frame.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const text = await frame.locator('#app').innerText();
  return text.replace(/\s+/g, ' ');
}

/** Waits until the page says something that matches; charts are drawn when they are opened. */
export async function pageSays(frame: Frame, sentence: RegExp): Promise<void> {
  await pageText(frame);
  const { source, flags } = sentence;
  const isSaid = frame.waitForFunction(
    pattern => {
      const text = document.querySelector<HTMLElement>('#app')?.innerText ?? '';
      return new RegExp(pattern.source, pattern.flags).test(text.replace(/\s+/g, ' '));
    },
    { source, flags },
  );
  await isSaid.catch(async () => assert.match(await pageText(frame), sentence));
}
