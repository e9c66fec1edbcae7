// Measures how often the 95 % intervals hold the truth: node scripts/coverage.mjs [SAMPLES]
// Writes scripts/coverage/measured.md, which scripts/lossesDoc.mjs puts into docs/losses.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import buildScript from '../esbuild.js';
import { Draws } from './coverage/draws.mjs';
import { pairs } from './coverage/pairs.mjs';
import { singles } from './coverage/singles.mjs';

const samples = Number(process.argv[2] ?? 1000);
const sizes = [10, 30, 50, 100, 300, 1000];

const outfile = join('out', `coverage-${process.pid}.mjs`);
await esbuild.build({
  stdin: {
    contents: `export { modelSamplesOf } from './src/core/samples/modelSamplesOf';
export { intervals } from './src/core/uncertainty/intervals';
export { compareModels } from './src/core/uncertainty/compareModels';
export { defaultParameters } from './src/shared/metricId';`,
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  plugins: [buildScript.webAssembly],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile,
  logLevel: 'error',
});
const { modelSamplesOf, intervals, compareModels, defaultParameters } = await import(
  pathToFileURL(outfile).href
);

/** Share of the samples whose interval holds the truth, of those that have one. */
function coverageOfSingle({ draw, truth, metric }, n, seed) {
  const draws = new Draws(seed);
  let [held, given] = [0, 0];
  for (let sample = 0; sample < samples; sample++) {
    const { models } = modelSamplesOf(draw(draws, n));
    const interval = intervals(models[0], defaultParameters, [metric]).intervals[metric];
    if (interval === undefined) continue;
    given++;
    if (interval[0] <= truth && truth <= interval[1]) held++;
  }
  return { held: held / given, given: given / samples };
}

/** The same of differences, and the share of samples in which the two are told apart. */
function coverageOfPair({ draw, truth, metric }, n, seed) {
  const draws = new Draws(seed);
  let [held, apart, given] = [0, 0, 0];
  for (let sample = 0; sample < samples; sample++) {
    const { models } = modelSamplesOf(draw(draws, n));
    const found = compareModels(models, defaultParameters).find(told => told.metric === metric);
    if (found === undefined || found.low === null) continue;
    given++;
    if (found.low <= truth && truth <= found.high) held++;
    if (found.low > 0 || found.high < 0) apart++;
  }
  return { held: held / given, given: given / samples, apart: apart / samples };
}

const percent = share => (Number.isNaN(share) ? '-' : (100 * share).toFixed(1));
/** Of a few samples in a hundred a share says nothing: they are those that chance made look unusual. */
const cellOf = ({ held, given }) => {
  if (given === 1) return percent(held);
  return given < 0.5 ? 'too few' : `${percent(held)} (of ${percent(given)})`;
};

function table(title, shapes, measure, cell) {
  const head = [title, ...sizes.map(n => `${n} rows`)];
  const rows = shapes.map((shape, s) => {
    const cells = sizes.map((n, place) => cell(measure(shape, n, 1000 * s + place + 1)));
    console.log(shape.name, cells.join(' | '));
    return [shape.name, ...cells];
  });
  return [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const unequal = pairs.filter(({ truth }) => truth !== 0);
const equal = pairs.filter(({ truth }) => truth === 0);
const text = `## How often a 95 % interval holds

Measured by \`node scripts/coverage.mjs\` on ${samples} seeded samples for every shape and size: in how many of
100 the interval holds the true value. One cell of ${samples} samples is right to about
${(196 * Math.sqrt((0.95 * 0.05) / samples)).toFixed(1)}. Fewer than 10 rows get no interval but "too few rows".

Mean losses and shares of one model:

${table('one model', singles, coverageOfSingle, cellOf)}

Differences between two models that are not equally good:

${table('two models', unequal, coverageOfPair, cellOf)}

Two equally good models told apart, of 100 samples:

${table('equal models', equal, coverageOfPair, ({ apart }) => percent(apart))}

A mean loss has the end of Hall's skewed t (1992) on both sides, from its mean, variance and skewness alone.
Rows that the sample could have held but does not are counted into variance and skewness: a tenth of a row
beyond the largest loss, by as much as the tail grows (Hill 1975); of classifiers one row (of
differences one and a half), shared by the classes, and the short side ends as Wilson's interval does. Of a difference what speaks against the first model
and what speaks against the second are means of losses too, with an interval each (three hundredths of an
unseen row for either tail); their ends are put together by their squares and their covariance (Zou and Donner 2008).
Shares have Wilson's interval (1927), differences of accuracies Tango's (1998), which leaves out zero exactly
when McNemar's p is below 0.05. With weights rows count as their equivalent of equal ones (Kish 1965).

No interval is given, but "too few rows": of fewer than 10 rows, of a difference also when fewer than 10 rows have
unlike losses, or fewer than 3 are outside the commonest class. "(of 90.0)" says how many of 100 samples have an
interval, "too few" that fewer than half have.

What does not hold to within 92 to 97: below 50 rows the mean squared errors of tails as heavy as those of
lognormal (1) and Student's t of 3, and their differences, are held in 84 to 94 of 100, because so few rows rarely
show what the tail has. Log losses and Brier scores with a rare class are held in up to 100 of 100 where ten or
thirty rows show hardly any of it, and differences in up to 98 or 99 where it has some five rows: such intervals
are too wide, not too narrow. Two equally good models are told apart in
at most 6.5 of 100 samples from 30 rows on, which one cell cannot tell from 6.
`;
writeFileSync(join('scripts', 'coverage', 'measured.md'), text);
