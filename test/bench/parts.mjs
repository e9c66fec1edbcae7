// Measures one table in many files beside the same in one: node test/bench/parts.mjs [--rows N] [--runs N] [--data FOLDER]
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { measure, median } from './measure.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    runs: { type: 'string', default: '3' },
    data: { type: 'string', default: join(import.meta.dirname, 'data', 'parts') },
  },
});
const rows = Number(options.rows);
const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const header = 'id,y_true,y_pred\n';

/** Rows [from, to) of a table that is the same in every run. */
function* rowsOf(from, to) {
  for (let i = from; i < to; i += 10_000) {
    let text = '';
    for (let k = i; k < Math.min(to, i + 10_000); k++) {
      const target = ((k * 7919) % 1_000_003) / 999.7;
      text += `${k},${target},${target + ((k * 104_729) % 10_007) / 1003 - 5}\n`;
    }
    yield text;
  }
}

async function written(name, from, to) {
  const path = join(options.data, `${rows}`, name);
  if (existsSync(path)) return path;
  mkdirSync(join(path, '..'), { recursive: true });
  const file = await open(path, 'w');
  await file.write(header);
  for (const text of rowsOf(from, to)) await file.write(text);
  await file.close();
  return path;
}

async function parts(folder, count) {
  for (let part = 0; part < count; part++) {
    const name = `${folder}/part-${String(part).padStart(5, '0')}.csv`;
    await written(name, Math.floor((rows * part) / count), Math.floor((rows * (part + 1)) / count));
  }
  return join(options.data, `${rows}`, folder);
}

async function packed(path) {
  const target = `${path}.gz`;
  if (!existsSync(target))
    await pipeline(createReadStream(path), createGzip(), createWriteStream(target));
  return target;
}

const whole = await written('whole.csv', 0, rows);
const gz = await packed(whole);
const inspect = (...files) => ['node', cli, 'inspect', ...files, '--json'];
/** The first of each pair is what the second is held against. */
const contenders = [
  ['one file', inspect(whole)],
  ['16 parts', inspect(await parts('sixteen', 16))],
  ['1,000 parts', inspect(await parts('thousand', 1000))],
  ['gunzip, piped in', ['sh', '-c', `gzip -dc '${gz}' | node '${cli}' inspect - --json`]],
  ['one packed file', inspect(gz)],
];
const seen = new Map(contenders.map(([name]) => [name, { ms: [], peak: [] }]));
for (let run = 0; run < Number(options.runs); run++) {
  for (const [name, command] of contenders) {
    const { ms, peak, failed } = await measure(command);
    if (failed !== undefined) throw new Error(`${name}: ${failed}`);
    seen.get(name).ms.push(ms);
    seen.get(name).peak.push(peak ?? 0);
  }
}
console.log(`${rows} rows, ${Math.round(statSync(whole).size / 1e6)} MB`);
for (const [name, { ms, peak }] of seen) {
  const against = name === 'one packed file' ? 'gunzip, piped in' : 'one file';
  const ratio = median(ms) / median(seen.get(against).ms);
  console.log(
    `${name.padEnd(18)} ${Math.round(Math.min(...ms))} ms, ${ratio.toFixed(2)} x ${against}, ${Math.round(Math.max(...peak))} MB`,
  );
}
