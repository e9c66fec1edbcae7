import { createReadStream, createWriteStream, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cached } from './cached.mjs';
import { npmInstall } from './npmInstall.mjs';

const version = '143.0.4';

/** The fonts of the package first, so that text is as wide on every machine; other scripts as installed. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <match target="pattern">
    <test name="family"><string>sans-serif</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`;

/**
 * The Chromium that the npm package `@sparticuz/chromium` carries for Linux on x64, with the libraries and
 * fonts that bare systems lack. Unpacked here and not by the package, which unpacks into the folder for
 * temporary files and takes whatever is there already.
 *
 * @returns {Promise<{ executablePath: string, args: string[], env: NodeJS.ProcessEnv }>}
 */
export async function fetchChromium() {
  const folder = await cached(`chromium-${version}`, async unfinished => {
    await npmInstall(unfinished, [`@sparticuz/chromium@${version}`]);
    await unpack(join(unfinished, 'node_modules/@sparticuz/chromium'), unfinished);
    writeFileSync(join(unfinished, 'fonts.conf'), fontSettings);
    rmSync(join(unfinished, 'node_modules'), { recursive: true });
  });
  return {
    executablePath: join(folder, 'chromium'),
    args: ['--no-zygote', '--headless=shell'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/**
 * @param {string} source the installed package
 * @param {string} folder
 */
async function unpack(source, folder) {
  const { extract } = createRequire(join(source, 'package.json'))('tar-fs');
  const archive = (/** @type {string} */ name) => [
    createReadStream(join(source, 'bin', `${name}.br`)),
    createBrotliDecompress(),
  ];
  for (const name of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
    await pipeline([...archive(name), extract(folder)]);
  }
  const program = createWriteStream(join(folder, 'chromium'), { mode: 0o755 });
  await pipeline([...archive('chromium'), program]);
}
