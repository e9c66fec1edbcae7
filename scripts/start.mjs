// Builds Loss Lens and opens it on samples/ in a VS Code: the installed one, a downloaded one or the npm-borne one.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { downloadDesktop, installedCode } from './vscode/desktop.mjs';
import { run } from './vscode/run.mjs';
import { startServer } from './vscode/startServer.mjs';
import { workbenchAddress } from './vscode/workbenchAddress.mjs';

const extension = resolve('.');
const folder = resolve('samples');

/** @param {string} executable */
function openDesktop(executable) {
  console.log(`Opening Loss Lens on samples/ in ${executable}.`);
  const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, folder];
  // A batch file is started by a shell, which takes words apart at spaces unless they are quoted.
  const shell = executable.endsWith('.cmd');
  const [command = '', ...rest] = [executable, ...args].map(word => (shell ? `"${word}"` : word));
  const child = spawn(command, rest, { detached: true, stdio: 'ignore', shell });
  child.unref();
}

async function openInBrowser() {
  const server = await startServer();
  console.log('\nLoss Lens is open on samples/. Show it in a browser:\n');
  console.log(`  ${workbenchAddress({ port: server.port, folder, extension })}\n`);
  console.log('Ctrl+C ends it.');
}

if ((await run(process.execPath, ['esbuild.js'])) === 0) {
  const desktop = installedCode() ?? (await downloadDesktop());
  if (desktop === undefined) await openInBrowser();
  else openDesktop(desktop);
} else {
  process.exitCode = 1;
}
