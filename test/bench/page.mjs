/** The measured tables, the workbench and the size of the package as the page docs/performance.md. */
export function page(tables, { workbench, packageBytes, figures }, runs, processors) {
  const parts = [
    goals(tables),
    ...tables.map(section),
    ...figures.map(figureSection),
    inWorkbench(workbench, packageBytes),
  ];
  return `${intro(runs, processors)}${parts.join('')}${outro}`;
}

function intro(runs, processors) {
  return `# Performance

Written by \`npm run bench\`. Every figure is a whole process from its start to its end, in the file cache,
the median of ${runs} interleaved ${runs === 1 ? 'run' : 'runs'} on ${processors.length} processors (${processors[0]?.model.trim() ?? 'unknown'}). Ratios carry over to
other machines, times do not. Peak memory is what the system counted for the process.

The work: MSE, MAE, RMSE, Huber, R2, the median and the largest absolute error and the 100 worst rows for
the tables of predictions; log loss, accuracy and Brier score for the tables of class probabilities. "The
whole report" is the terminal command, which computes all other losses, the findings and their evidence as
well. "Reading alone" makes the columns and nothing else.
`;
}

/** Where the same losses stand beside the yardstick and beside pandas, and what is in the way. */
function goals(tables) {
  const lines = tables.map(({ name, results }) => {
    const ms = who => results.find(result => result.name === who)?.ms;
    const ours = ms('Loss Lens, the same losses');
    const beside = other => (ours && other ? (ours / other).toFixed(2) : '');
    return `| ${name} | ${beside(ms('DuckDB'))} | ${beside(ms('pandas and scikit-learn'))} |`;
  });
  return `
## Goals

The same losses, start-up included, as a share of the time of others. The goals: 0.7 of DuckDB's time
at 10 million rows without WebAssembly and 0.3 with it, never above 1, at most 0.25 of the time of pandas with
scikit-learn.

| table | of DuckDB | of pandas and scikit-learn |
|---|--:|--:|
${lines.join('\n')}

What is left, at 10 million rows: about half is the reading on two threads, most of that the digits of two
numbers in each row; then one pass over the columns for all sums and the median, the copying of the ranges
into one column, and the start of Node and of the engine. That start takes half of the time at 1 million rows,
and the quotes and exponents of the messy table take the long way through each number.
`;
}

function section({ name, rows, bytes, results }) {
  const yardstick = results[0].ms;
  const lines = results.map(({ name: who, ms, peak, failed }) =>
    failed === undefined
      ? `| ${who} | ${ms.toFixed(0)} | ${yardstick === undefined ? '' : (ms / yardstick).toFixed(2)} | ${peak?.toFixed(0) ?? ''} |`
      : `| ${who} | not run | | |`,
  );
  return `
## ${name}: ${rows.toLocaleString('en')} rows, ${(bytes / 2 ** 20).toFixed(0)} MB

| contender | ms | x DuckDB | peak MB |
|---|--:|--:|--:|
${lines.join('\n')}
`;
}

function figureSection({ name, figures }) {
  const lines = figures.map(({ figure, first, moved, control }) =>
    control === ''
      ? `| ${figure} | ${first.toFixed(0)} | | |`
      : `| ${figure} | ${first.toFixed(0)} | ${moved.toFixed(0)} | ${control} |`,
  );
  return `
## The figures of ${name}

Milliseconds in the engine: the first answer, which reads all rows where nothing has yet, and the slowest one
after a control had moved, with that control; some read all rows once more when a control moves for the first
time. The goal for a slider is 100.

| figure | first | after a move | control |
|---|--:|--:|---|
${lines.join('\n')}
`;
}

function inWorkbench({ activation, idle, first, small, large }, packageBytes) {
  const ms = value => `${value.toFixed(0)} ms`;
  const task = value => (value === 0 ? 'under 50 ms' : ms(value));
  const rows = [
    ['activation', ms(activation), ''],
    ['first report of a window, 1000 rows, until the command has ended', ms(first), ''],
    ['later report, 1000 rows, from the command to the drawn numbers', ms(small.numbers), ''],
    ['the same to the drawn charts', ms(small.charts), '300 ms'],
    ['longest block of the extension host meanwhile', ms(small.host), '50 ms'],
    ['longest task of the page meanwhile', task(small.page), '200 ms'],
    [`${large.name}, from the command to the drawn numbers of all rows`, ms(large.numbers), ''],
    ['the same to the drawn charts', ms(large.charts), ''],
    ['longest block of the extension host meanwhile', ms(large.host), '50 ms'],
    ['longest task of the page meanwhile', task(large.page), '200 ms'],
    ['longest block of the extension host when nothing is asked of it', ms(idle), ''],
    ['the package', `${(packageBytes / 1000).toFixed(1)} kB`, '1 MB'],
  ];
  return `
## In the workbench

A real VS Code with its window in Chromium; the command is run by its id. Times of the extension host and of
the page are those of one clock. A block is the longest time in which a thread answered nothing, the
system's other work included.

| what | measured | goal |
|---|--:|--:|
${rows.map(cells => `| ${cells.join(' | ')} |`).join('\n')}
`;
}

const outro = `
## How the reader works

- One buffer of 1 MB is read into again and again; what is left of a record moves to its front.
- Records are read by 4 kB of WebAssembly with SIMD, 256 kB at a time. It marks where cells end, 64 bytes at a
  time, then joins up to 16 digits at once. A number's 64 bits meet 128 bits of a power of five, and the double
  that follows is the only possible one; the few that stay in doubt go through \`Number(text)\`, whose result
  all of them equal to the bit. Records that are odd (ragged, quotes around line breaks) go through a few lines
  of TypeScript.
- In pairs with the TypeScript it replaced, as whole processes that only read 10 million rows, that WebAssembly
  took 0.6 of the processor time when it was new, and less since; it is shorter, too.
- Columns without a role are skipped; for the few rows that are shown, the range that holds a row is read again
  and gives their cells. Columns of words become codes into a dictionary of bytes.
- A row that stands one line behind the one before it costs nothing to find again, any other 4 bytes.
- Above 50 MB several threads read ranges of 8 MB. A range counts only if it begins where the one before it
  ended, so that a line break inside quotes cannot shift a cut; the table is the same for any number of threads.
- Columns that outgrow the memory budget are halved again and again: a row stays while a hash of its number
  begins with enough zeros. The rule knows nothing else, so that one pass is enough and the sample is the same
  for any number of threads. The report says what its figures rest on and how far they may be off.

## How losses are computed

- Samples are taken 2048 at a time, so that what is worked out of them stays in the cache of a core. Losses that
  need the same sums share one pass; what a constant prediction costs is found once for all models.
- The logarithms of probabilities come from 0.7 kB of WebAssembly that takes two at a time: within one unit in
  the last place of \`Math.log\`, in a third of its time.
- Medians and quantiles come from a sample that tells where to look, then from the few numbers there; the area
  under the ROC curve from the scores of both classes, sorted apart by their leading bits.
- Models are compared on the rows they share in one pass for each question, and no figure asks again for what a
  finding has found.
`;
