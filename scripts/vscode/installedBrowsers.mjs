import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './onPath.mjs';

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];
const windowsRoots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const linuxCommands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Browsers of Chromium's kind where the system's installers put them.
 *
 * @returns {string[]} paths of executables
 */
export function installedBrowsers() {
  if (process.platform === 'darwin') {
    return macApplications.map(path => join('/Applications', path)).filter(existsSync);
  }
  if (process.platform === 'win32') {
    return windowsRoots
      .map(name => process.env[name] ?? '')
      .filter(root => root !== '')
      .flatMap(root => windowsPrograms.map(path => join(root, path)))
      .filter(existsSync);
  }
  return linuxCommands.map(onPath).filter(path => path !== undefined);
}
