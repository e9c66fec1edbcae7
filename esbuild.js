// Builds the extension, its page, its worker and its terminal command; with --tests, the unit tests.
const { rmSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const esbuild = require('esbuild');

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
  const { error, stderr } = await asc.main(
    [relative('.', path), '--outFile', 'program.wasm', ...options],
    {
      writeFile: (/** @type {string} */ _, /** @type {string | Uint8Array} */ contents) => {
        if (typeof contents !== 'string') program = contents;
      },
    },
  );
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
      return { contents: await program, loader: 'binary' };
    });
  },
};

/** @type {Promise<string> | undefined} */
let drawn;

/**
 * Answers every import of `NAME.mathml` with the formulas of the catalogue, by the ids of their metrics.
 *
 * @type {import('esbuild').Plugin}
 */
const formulas = {
  name: 'formulas',
  setup(build) {
    build.onResolve({ filter: /\.mathml$/ }, ({ path }) => ({ path, namespace: 'formulas' }));
    build.onLoad({ filter: /./, namespace: 'formulas' }, async () => {
      drawn ??= import('./scripts/formulas.mjs')
        .then(({ drawFormulas }) => drawFormulas([webAssembly]))
        .then(found => JSON.stringify(found));
      return { contents: await drawn, loader: 'json' };
    });
  },
};

/** What is made from sources of other kinds. */
const builtFiles = [webAssembly, formulas];

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  plugins: builtFiles,
  logLevel: 'info',
  minify: production,
  sourcemap: production ? false : 'linked',
  // Their notices stand in a file of their own.
  legalComments: 'none',
  metafile: true,
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

/** Libraries that only Parquet and Zstandard files need: a bundle of their own, which is loaded when such a file is met. */
const parquet = [
  ...['constants', 'convert', 'metadata', 'snappy'].map(name => `hyparquet/src/${name}.js`),
  'hyparquet-compressors',
  // Unpacks whole files too, and pages of Parquet files.
  'fzstd',
];

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
    plugins: [...builtFiles, shared('scanRange', scanning), shared('parquet', parquet)],
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
      contents: parquet.map(module => `export * from '${module}';`).join('\n'),
      resolveDir: 'src/readers/parquet',
    },
    outfile: 'dist/parquet.js',
  },
  {
    ...node,
    entryPoints: {
      nodeEnvironment: 'src/engine/node/nodeEnvironment.ts',
      rangeWorker: 'src/engine/ranges/rangeWorker.ts',
    },
    plugins: [shared('scanRange', scanning), shared('parquet', ['fzstd'])],
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

let building = 0;

/**
 * Says when the first of several builds starts and the last ends, in words that the tasks of the editor wait for.
 *
 * @type {import('esbuild').Plugin}
 */
const watchLog = {
  name: 'watch-log',
  setup(build) {
    build.onStart(() => {
      if (building++ === 0) console.log('[watch] build started');
    });
    build.onEnd(() => {
      if (--building === 0) console.log('[watch] build finished');
    });
  },
};

/** @param {readonly import('esbuild').BuildOptions[]} all */
async function keepBuilding(all) {
  const logged = all.map(options => ({
    ...options,
    plugins: [...(options.plugins ?? []), watchLog],
  }));
  const contexts = await Promise.all(logged.map(options => esbuild.context(options)));
  await Promise.all(contexts.map(context => context.watch()));
}

async function main() {
  if (process.argv.includes('--tests')) {
    const tests = testBundle(['test/unit/**/*.test.ts', 'test/golden/**/*.test.ts'], 'out/test');
    await (watch ? keepBuilding([tests]) : esbuild.build(tests));
    return;
  }
  if (!watch) {
    rmSync('dist', { recursive: true, force: true });
    const built = await Promise.all(bundles.map(options => esbuild.build(options)));
    const { thirdPartyNotices } = await import('./scripts/thirdPartyNotices.mjs');
    const metafiles = built.flatMap(({ metafile }) => metafile ?? []);
    writeFileSync('dist/third-party-notices.txt', thirdPartyNotices(metafiles));
    return;
  }
  await keepBuilding(bundles);
}

module.exports = { builtFiles, testBundle, webAssembly };
if (require.main === module) {
  main().catch(() => process.exit(1));
}
