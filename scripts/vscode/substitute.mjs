#!/usr/bin/env node
// Stands in for desktop VS Code: understands --extensionDevelopmentPath= and --extensionTestsPath=, opens the
// workbench of the npm-borne server in a headless Chromium and exits with the code of the test run.
import { resolve } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.mjs';
import { startServer } from './startServer.mjs';
import { workbenchAddress } from './workbenchAddress.mjs';

const runLimit = 20 * 60_000;

/** @param {string} name */
function option(name) {
  const prefix = `--${name}=`;
  return process.argv.find(argument => argument.startsWith(prefix))?.slice(prefix.length);
}

/** @param {number} port */
function address(port) {
  const extension = option('extensionDevelopmentPath');
  const tests = option('extensionTestsPath');
  const folder = process.argv.slice(2).find(argument => !argument.startsWith('-'));
  if (extension === undefined || tests === undefined) {
    throw new Error('--extensionDevelopmentPath= and --extensionTestsPath= are needed.');
  }
  return workbenchAddress({
    port,
    extension: resolve(extension),
    tests: resolve(tests),
    ...(folder === undefined ? {} : { folder: resolve(folder) }),
  });
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {number} port
 * @returns {Promise<number>} exit code of the test run
 */
async function runTests(browser, port) {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  return new Promise((done, fail) => {
    const open = async () => {
      await page.exposeFunction('codeAutomationExit', done);
      await page.exposeFunction('codeAutomationLog', printLog);
      await page.goto(address(port), { timeout: runLimit });
    };
    open().catch(fail);
    setTimeout(
      () => fail(new Error('The tests in VS Code did not end in time.')),
      runLimit,
    ).unref();
  });
}

/**
 * The extension host's `console.log` arrives as `info`; all else is the workbench talking to itself.
 *
 * @param {string} type
 * @param {readonly unknown[]} args
 */
function printLog(type, args) {
  if (type === 'info') process.stdout.write(`${format(...args)}\n`);
}

const server = await startServer({ settings: { 'chat.disableAIFeatures': true } });
let browser;
try {
  browser = await chromium.launch(await findChromium());
  process.exitCode = await runTests(browser, server.port);
} finally {
  await browser?.close();
  await server.stop();
}
