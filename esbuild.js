// Builds the extension, its page, its worker and its terminal command; with --tests, the unit tests.
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { minify } = require('terser');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** A name and no literal in the import: the compiler's types declare globals that others declare too. */
const assemblyScript = 'assemblyscript/asc';
/** @type {Map<string, Promise<Uint8Array>>} */
const assembled = new Map();

/**
 * Compiles `NAME.ts`, which is AssemblyScript, for everybody who imports `NAME.wasm`; once in each run.
 *
 * @param {string} path
 * @returns {Promise<Uint8Array>}
 */
async function assemble(path) {
  const { default: asc } = await import(assemblyScript);
  /** @type {Uint8Array | undefined} */
  let program;
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];
  const { error, stderr } = await asc.main([path, '--outFile', 'program.wasm', ...options], {
    writeFile: (/** @type {string} */ _, /** @type {string | Uint8Array} */ contents) => {
      if (typeof contents !== 'string') program = contents;
    },
  });
  if (error !== null || program === undefined) throw error ?? new Error(stderr.toString());
  return program;
}

/** @type {import('esbuild').Plugin} */
const webAssembly = {
  name: 'web-assembly',
  setup(build) {
    build.onResolve({ filter: /\.wasm$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/wasm$/, 'ts')),
      namespace: 'web-assembly',
    }));
    build.onLoad({ filter: /./, namespace: 'web-assembly' }, async ({ path }) => {
      const program = assembled.get(path) ?? assemble(path);
      assembled.set(path, program);
      // In hexadecimal, which a package compresses better than what the loader of binary files writes.
      const digits = Buffer.from(await program).toString('hex');
      return {
        contents: `export default Uint8Array.from('${digits}'.match(/../g), x => parseInt(x, 16));`,
      };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  plugins: [webAssembly],
  logLevel: 'info',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
/** @type {import('esbuild').BuildOptions} */
const anywhere = { ...node, platform: 'browser' };

/** Modules of the reader of delimited text that a thread which reads ranges needs too. */
const scanning = [
  ...['bytes', 'byteDictionary', 'cellValue', 'oddityCounts', 'rangeScanner', 'scanRange'],
  ...['splitRecord', 'textCoding'],
];

/** What is taken of the large libraries that only some files need. */
const parquet = {
  'hyparquet/src/constants.js': 'Encodings',
  'hyparquet/src/convert.js': 'convert, DEFAULT_PARSERS',
  'hyparquet/src/metadata.js': 'parquetMetadata',
  'hyparquet/src/snappy.js': 'snappyUncompress',
  'hyparquet-compressors': 'decompressGzip, decompressLz4, decompressLz4Raw, decompressZstd',
};

/**
 * Takes modules from the bundle beside, so that the package holds them once.
 *
 * @param {string} file
 * @param {readonly string[]} modules
 * @returns {import('esbuild').Plugin}
 */
function shared(file, modules = [file]) {
  return {
    name: `shared-${file}`,
    setup(build) {
      build.onResolve(
        { filter: new RegExp(`(^|/)(${modules.join('|').replaceAll('.', '[.]')})$`) },
        () => ({
          path: `./${file}.js`,
          external: true,
        }),
      );
    },
  };
}

/** Shapes on maps are read as missing: no loss takes them. */
const noShapes = 'export const wkbToGeojson = () => null;';

/**
 * Brotli, a second Snappy and shapes on maps are not used, but their packages do not say so.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    build.onResolve(
      { filter: /^(\.\/(brotli|compressors)\.js|hysnappy)$/ },
      ({ path, resolveDir }) => ({
        path: require.resolve(path, { paths: [resolveDir] }),
        sideEffects: false,
      }),
    );
    build.onLoad({ filter: /hyparquet.src.wkb\.js$/ }, () => ({ contents: noShapes }));
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: { extension: 'src/host/extension.ts' },
    external: ['vscode'],
    outdir: 'dist',
  },
  {
    ...anywhere,
    entryPoints: { inProcessEngine: 'src/engine/inProcessEngine.ts' },
    plugins: [webAssembly, shared('scanRange', scanning), shared('parquet', Object.keys(parquet))],
    outdir: 'dist',
  },
  {
    ...anywhere,
    stdin: {
      contents: scanning.map(name => `export * from './${name}';`).join('\n'),
      resolveDir: 'src/readers/delimited',
    },
    outfile: 'dist/scanRange.js',
  },
  {
    ...anywhere,
    stdin: {
      contents: Object.entries(parquet)
        .map(([name, taken]) => `export { ${taken} } from '${name}';`)
        .join('\n'),
      resolveDir: 'src/readers/parquet',
    },
    plugins: [withoutUnused],
    outfile: 'dist/parquet.js',
  },
  {
    ...node,
    entryPoints: {
      nodeEnvironment: 'src/engine/node/nodeEnvironment.ts',
      rangeWorker: 'src/engine/ranges/rangeWorker.ts',
    },
    plugins: [shared('scanRange', scanning)],
    outdir: 'dist',
  },
  {
    ...node,
    entryPoints: {
      cli: 'src/cli/main.ts',
      engineWorker: 'src/engine/node/engineWorker.ts',
      webWorker: 'src/engine/browser/webWorker.ts',
    },
    plugins: [shared('inProcessEngine'), shared('nodeEnvironment')],
    outdir: 'dist',
  },
  {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: { webview: 'src/webview/main.ts', page: 'media/page.css' },
    outdir: 'dist',
  },
];

/**
 * Tests as they are found in the folders; `outdir` is emptied first so that deleted tests stop running.
 *
 * @param {string[]} patterns
 * @param {string} outdir
 * @returns {import('esbuild').BuildOptions}
 */
function testBundle(patterns, outdir) {
  rmSync(outdir, { recursive: true, force: true });
  return {
    ...node,
    logLevel: 'warning',
    minify: false,
    sourcemap: 'inline',
    entryPoints: patterns,
    outbase: 'test',
    outdir,
    packages: 'external',
    alias: { vscode: './test/support/fakeVscode.ts' },
  };
}

/**
 * A second look at what was minified: the package stays small enough to be loaded without a thought.
 *
 * @param {string} folder
 */
async function squeeze(folder) {
  const scripts = readdirSync(folder).filter(name => name.endsWith('.js'));
  for (const file of scripts.map(name => join(folder, name))) {
    const { code } = await minify(readFileSync(file, 'utf8'), {
      ecma: 2022,
      toplevel: true,
      // No getter of ours does anything but answer.
      compress: { passes: 3, inline: 1, pure_getters: true, unsafe_arrows: true },
    });
    if (code !== undefined) writeFileSync(file, code);
  }
}

async function main() {
  if (process.argv.includes('--tests')) {
    await esbuild.build(
      testBundle(['test/unit/**/*.test.ts', 'test/golden/**/*.test.ts'], 'out/test'),
    );
    return;
  }
  if (!watch) {
    rmSync('dist', { recursive: true, force: true });
    await Promise.all(bundles.map(bundle => esbuild.build(bundle)));
    if (production) await squeeze('dist');
    return;
  }
  const contexts = await Promise.all(bundles.map(bundle => esbuild.context(bundle)));
  await Promise.all(contexts.map(context => context.watch()));
}

module.exports = { testBundle, webAssembly };
if (require.main === module) {
  main().catch(() => process.exit(1));
}
