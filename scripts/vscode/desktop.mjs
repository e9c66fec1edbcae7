import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { onPath } from './onPath.mjs';

/**
 * The desktop VS Code that `@vscode/test-electron` downloads, or undefined where there is no way to
 * download it or no display to show it on.
 *
 * @returns {Promise<string | undefined>}
 */
export async function downloadDesktop() {
  if (!hasDisplay()) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', timeout: 30_000 });
  } catch (error) {
    console.log(
      `VS Code could not be downloaded (${error instanceof Error ? error.message : error}).`,
    );
    return undefined;
  }
}

/** The `code` command of an installed VS Code. */
export function installedCode() {
  return hasDisplay() ? onPath('code') : undefined;
}

/** Whether a desktop VS Code has a screen to show itself on. */
export function hasDisplay() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}
