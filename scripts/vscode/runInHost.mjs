// Runs the bundled tests of test/vscode/host inside the extension host: of the desktop VS Code where it can be
// had, else of the npm-borne one.
import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { downloadDesktop } from './desktop.mjs';

try {
  process.exitCode = await runTests({
    vscodeExecutablePath: (await downloadDesktop()) ?? resolve('scripts/vscode/substitute.mjs'),
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: resolve('out/vscode/host/index.js'),
    extensionTestsEnv: process.env,
    launchArgs: [resolve('samples')],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
