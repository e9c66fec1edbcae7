// Drives the whole inspection over seeded inputs, a batch for each seed from SEED on, and tells the smallest fault of
// each batch that has one: npm run fuzz [-- INPUTS [SEED]]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { faultOf } from './faultOf';
import { type Input, inputs } from './inputs';

type Property = fc.IAsyncProperty<[Input]>;

const runs = Number(process.argv[2] ?? 300_000);
const firstSeed = Number(process.argv[3] ?? 1);
/** So few that a fault costs the rest of its batch alone. */
const batchSize = 2_000;
const folder = 'test/corpus';
const largest = 65_536;

function corpus(): Input[] {
  const paths = readdirSync(folder, { recursive: true }).map(file => join(folder, String(file)));
  return paths
    .filter(path => statSync(path).isFile() && statSync(path).size <= largest)
    .map(path => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
}

/** Runs one batch; the sentence about its smallest fault, or undefined. */
async function faultOfBatch(property: Property, numRuns: number, seed: number) {
  const details = await fc.check(property, { numRuns, seed, endOnFailure: false });
  if (!details.failed) return undefined;
  const cause = details.errorInstance;
  return `seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`;
}

async function main(): Promise<void> {
  process.on('unhandledRejection', error => {
    throw error;
  });
  const property: Property = fc.asyncProperty(inputs(corpus()), async input => {
    const fault = await faultOf(input);
    if (fault !== undefined) {
      const bytes = Buffer.from(input.bytes).toString('base64');
      throw new Error(`${input.name}: ${fault}\nbytes: ${bytes}`);
    }
  });
  const started = performance.now();
  let faults = 0;
  for (let done = 0, seed = firstSeed; done < runs; seed++) {
    const batch = Math.min(batchSize, runs - done);
    const fault = await faultOfBatch(property, batch, seed);
    done += batch;
    if (fault !== undefined) {
      faults++;
      process.exitCode = 1;
      process.stderr.write(`${fault}\n`);
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(`${done} inputs up to the seed ${seed}: ${faults} faults, ${seconds} s\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
});
