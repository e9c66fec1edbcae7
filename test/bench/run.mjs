// Measures Loss Lens beside others: npm run bench [-- --runs N] [-- DATASET...]; writes docs/performance.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import buildScript from '../../esbuild.js';
import { dataset, datasets } from './generate.mjs';
import { measure, median } from './measure.mjs';
import { packageBytes } from './packageBytes.mjs';
import { page } from './page.mjs';
import { measureWorkbench } from './workbench.mjs';

const here = import.meta.dirname;
const root = join(here, '..', '..');
const built = join(root, 'out', 'bench');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    data: { type: 'string', default: join(here, 'data') },
    python: {
      type: 'string',
      default: existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3',
    },
  },
});

const script = name => join(here, name);
const needed = { regression: 'y_true,y_pred', classes: `label,${classColumns()}` };

function classColumns() {
  return Array.from({ length: 10 }, (_, k) => `p${k}`).join(',');
}

/** Everything that is started for one file. The yardstick comes first. */
const contenders = [
  {
    name: 'DuckDB',
    prints: 'losses',
    command: (file, work) => ['node', script('duckdb.mjs'), file, work],
  },
  {
    name: 'Loss Lens, the same losses',
    prints: 'losses',
    command: (file, work) => ['node', join(built, 'lossLens.js'), file, work],
  },
  {
    name: 'Loss Lens, whole report',
    command: (file, work) => [
      'node',
      join(root, 'dist', 'cli.js'),
      ...['inspect', file, '--json'],
      ...(work === 'classes' ? ['--target', 'label', '--probability', `m=${classColumns()}`] : []),
    ],
  },
  {
    name: 'Loss Lens, reading alone',
    command: (file, work) => ['node', join(built, 'readColumns.js'), file, needed[work], '2'],
  },
  {
    name: 'Loss Lens, reading alone, 1 thread',
    command: (file, work) => ['node', join(built, 'readColumns.js'), file, needed[work], '1'],
  },
  {
    name: 'pandas and scikit-learn',
    prints: 'losses',
    command: (file, work) => [options.python, script('pandasSklearn.py'), file, work],
  },
  {
    name: 'uDSV',
    most: 10_000_000,
    command: (file, work) => ['node', script('parsers.mjs'), 'udsv', file, work],
  },
  {
    name: 'PapaParse',
    most: 1_000_000,
    command: (file, work) => ['node', script('parsers.mjs'), 'papaparse', file, work],
  },
  {
    name: 'the bytes alone',
    command: file => ['node', script('readOnly.mjs'), file],
  },
];

/** @type {import('esbuild').Plugin} */
const shipped = {
  name: 'shipped',
  setup(build) {
    build.onResolve({ filter: /\/(inProcessEngine|nodeEnvironment)$/ }, ({ path }) => ({
      path: join(root, 'dist', `${basename(path)}.js`),
      external: true,
    }));
  },
};

/** The engine as it is shipped, and the scripts of the bench, which load it. */
async function build() {
  execFileSync(process.execPath, [join(root, 'esbuild.js'), '--production'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await esbuild.build({
    entryPoints: {
      lossLens: script('lossLens.ts'),
      readColumns: script('readColumns.ts'),
      figures: script('figures.ts'),
      rangeWorker: join(root, 'src', 'engine', 'ranges', 'rangeWorker.ts'),
    },
    outdir: built,
    bundle: true,
    minify: true,
    plugins: [shipped, buildScript.webAssembly],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
}

/** Runs all contenders in turn, again and again, so that a busy moment meets all of them. */
async function compare(name) {
  const file = dataset(options.data, name);
  const { rows } = datasets[name];
  const work = name.startsWith('classes') ? 'classes' : 'regression';
  const results = contenders
    .filter(({ most }) => rows <= (most ?? Number.POSITIVE_INFINITY))
    .map(contender => ({ ...contender, runs: [], failed: undefined }));
  for (let run = 0; run < Number(options.runs); run++) {
    for (const result of results) {
      if (result.failed !== undefined) continue;
      const measured = await measure(result.command(file, work));
      result.failed = measured.failed ?? disagreement(result, results[0], measured);
      result.runs.push(measured);
    }
  }
  return { name, rows, bytes: statSync(file).size, results: results.map(summary) };
}

/** Why a run that prints losses did not do the same work as the yardstick; undefined when it did. */
function disagreement({ prints }, yardstick, { output }) {
  const first = yardstick.runs[0];
  if (prints === undefined || first === undefined) return undefined;
  const [ours, theirs] = [output, first.output].map(text =>
    text.split('\n')[0].trim().split(' ').map(Number),
  );
  const agrees =
    ours.length === theirs.length &&
    ours.every((value, i) => Math.abs(value - theirs[i]) <= 1e-9 * Math.abs(theirs[i]));
  return agrees ? undefined : `printed ${ours.join(' ')} instead of ${theirs.join(' ')}`;
}

function summary({ name, runs, failed }) {
  if (failed !== undefined) return { name, failed };
  const peaks = runs.map(run => run.peak).filter(peak => peak !== undefined);
  return {
    name,
    ms: median(runs.map(run => run.ms)),
    peak: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}

/** How long the figures of large tables take, with the losses they are drawn for. */
async function timeFigures() {
  const tables = [
    {
      name: 'plain-10m',
      choices: { task: 'regression', target: 'y_true', predictions: ['y_pred'] },
    },
    { name: 'binary-10m', choices: {} },
  ];
  const timed = [];
  for (const { name, choices } of tables) {
    const file = dataset(options.data, name);
    const { output, failed } = await measure([
      'node',
      join(built, 'figures.js'),
      file,
      JSON.stringify(choices),
    ]);
    if (failed !== undefined) throw new Error(`the figures of ${name}: ${failed}`);
    timed.push({ name, figures: JSON.parse(output) });
  }
  return timed;
}

function print({ name, rows, bytes, results }) {
  console.log(`\n${name}: ${rows} rows, ${(bytes / 2 ** 20).toFixed(0)} MB`);
  const yardstick = results[0].ms;
  for (const { name: who, ms, peak, failed } of results) {
    const figures =
      failed ??
      `${ms.toFixed(0).padStart(7)} ms ${(ms / yardstick).toFixed(2).padStart(6)} x DuckDB ${peak?.toFixed(0) ?? '?'} MB`;
    console.log(`  ${who.padEnd(36)} ${figures}`);
  }
}

if (!existsSync(join(here, 'node_modules'))) {
  console.error('Run npm ci in test/bench first.');
  process.exit(1);
}
await build();
const chosen = positionals.length > 0 ? positionals : Object.keys(datasets);
const tables = [];
for (const name of chosen) {
  const table = await compare(name);
  print(table);
  tables.push(table);
}
if (positionals.length === 0) {
  const extension = {
    packageBytes: packageBytes(root, built),
    figures: await timeFigures(),
    workbench: await measureWorkbench({ largeFile: dataset(options.data, 'plain-10m') }),
  };
  console.dir(extension, { depth: 4 });
  mkdirSync(join(root, 'docs'), { recursive: true });
  const text = page(tables, extension, Number(options.runs), cpus());
  writeFileSync(join(root, 'docs', 'performance.md'), text);
}
