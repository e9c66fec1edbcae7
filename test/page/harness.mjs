import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/vscode/findChromium.mjs';
import { themes } from './themes.mjs';

const nonce = 'abc123';

/** The page as the host builds it; `scripts` run before its own. */
function shell(place, scripts = []) {
  const safe = scripts.map(text => text.replaceAll('</', '<\\/'));
  const before = safe.map(text => `<script nonce="${nonce}">${text}</script>`).join('');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Loss Lens</title><link rel="stylesheet" href="/page.css"></head><body data-place="${place}"><div id="app"></div>${before}<script nonce="${nonce}" src="/webview.js"></script></body></html>`;
}

function fileOrShell(url, scriptsOf) {
  if (url.pathname.endsWith('.css'))
    return ['text/css', () => readFileSync(`media${url.pathname}`, 'utf8')];
  const place = url.searchParams.get('place') ?? 'panel';
  return ['text/html', () => shell(place, scriptsOf(url))];
}

async function bundle(entry, options) {
  const built = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    ...options,
  });
  return built.outputFiles[0].text;
}

/**
 * A browser and a server for the page under its real content policy; `open` gives a page that has said `ready`
 * and keeps its errors, and what the policy refused, in `problems`.
 */
export async function startHarness() {
  const browser = await chromium.launch(await findChromium());
  const server = createServer();
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await browser.close();
  };
  try {
    const fixtures = await serve(server);
    const { port } = server.address();
    return { open: options => openPage({ browser, port, fixtures }, options), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Serves the page.
 *
 * @param {import('node:http').Server} server
 * @param {{ port?: number, scriptsOf?: (url: URL, fixtures: string) => readonly string[] }} [options]
 *   `scriptsOf`: what runs before the page's own script
 * @returns {Promise<string>} the script of the fixtures
 */
export async function serve(server, { port = 0, scriptsOf = () => [] } = {}) {
  const script = await bundle('src/webview/main.ts', { minify: true });
  const fixtures = await bundle('test/page/fixtures.ts', { globalName: 'fixtures' });
  const files = { '/webview.js': ['text/javascript', () => script] };
  server.on('request', (request, response) => {
    const url = new URL(request.url, 'http://page');
    const [type, text] = files[url.pathname] ?? fileOrShell(url, () => scriptsOf(url, fixtures));
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text());
  });
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  return fixtures;
}

/** A page that has said `ready`, with messages from the fixtures at hand. */
async function openPage(
  { browser, port, fixtures },
  {
    theme = 'dark',
    width = 1200,
    height = 900,
    place = 'panel',
    state = null,
    reader = false,
  } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', error => page.problems.push(String(error)));
  page.on('console', message => message.type() === 'error' && page.problems.push(message.text()));
  await page.exposeFunction('refused', text => page.problems.push(text));
  await page.addInitScript({ content: fixtures.replace('var fixtures', 'globalThis.fixtures') });
  await page.addInitScript(setUp, { theme: themes[theme], state, reader });
  await page.goto(`http://127.0.0.1:${port}/?place=${place}`);
  await page.waitForFunction(() => globalThis.sent.some(message => message.type === 'ready'));
  return page;
}

/**
 * What `setUp` needs, as a script for a page that is opened by hand.
 *
 * @param {string} fixtures
 * @param {{ theme: object, state: unknown, reader: boolean }} options
 */
export function setUpScripts(fixtures, options) {
  return [
    fixtures.replace('var fixtures', 'globalThis.fixtures'),
    `globalThis.refused = console.error; (${setUp})(${JSON.stringify(options)});`,
  ];
}

/** Runs in the page before its own script: a theme, the workbench's API, answers from the fixtures. */
function setUp({ theme, state, reader }) {
  globalThis.sent = [];
  globalThis.stored = state;
  globalThis.about = undefined;
  globalThis.tell = message => {
    if (message.type === 'report') globalThis.about = message.inspection;
    window.postMessage(message, '*');
  };
  globalThis.applyTheme = ({ class: name, id, variables }) => {
    document.body.className = `${name}${reader ? ' vscode-using-screen-reader' : ''}`;
    document.body.dataset.vscodeThemeId = id;
    for (const [key, value] of Object.entries(variables))
      document.documentElement.style.setProperty(`--vscode-${key}`, value);
  };
  const answer = ({ id, question }) => {
    const found = globalThis.fixtures.answerTo(question, globalThis.about);
    const text = 'This figure needs probabilities, and the file has none.';
    globalThis.tell(
      found === undefined ? { type: 'problem', id, text } : { type: 'answer', id, answer: found },
    );
  };
  globalThis.acquireVsCodeApi = () => {
    globalThis.applyTheme(theme);
    return {
      postMessage: message => {
        globalThis.sent.push(structuredClone(message));
        if (message.type === 'query' && !globalThis.isSilent) setTimeout(answer, 5, message);
      },
      getState: () => globalThis.stored,
      setState: next => {
        globalThis.stored = structuredClone(next);
      },
    };
  };
  document.addEventListener('securitypolicyviolation', event =>
    globalThis.refused(`content policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
}
