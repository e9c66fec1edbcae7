// Drives the whole inspection over seeded inputs until one shows a fault: npm run fuzz [-- INPUTS [SEED]]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { faultOf } from './faultOf';
import { type Input, inputs } from './inputs';

const [runs = '300000', seed = '1'] = process.argv.slice(2);
const folder = 'test/corpus';
const largest = 65_536;

function corpus(): Input[] {
  const paths = readdirSync(folder, { recursive: true }).map(file => join(folder, String(file)));
  return paths
    .filter(path => statSync(path).isFile() && statSync(path).size <= largest)
    .map(path => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
}

async function main(): Promise<void> {
  process.on('unhandledRejection', error => {
    throw error;
  });
  const property = fc.asyncProperty(inputs(corpus()), async input => {
    const fault = await faultOf(input);
    if (fault !== undefined) {
      const bytes = Buffer.from(input.bytes).toString('base64');
      throw new Error(`${input.name}: ${fault}\nbytes: ${bytes}`);
    }
  });
  const started = performance.now();
  await fc.assert(property, { numRuns: Number(runs), seed: Number(seed), endOnFailure: false });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${runs} inputs with the seed ${seed}: no fault in ${seconds} s\n`);
}

main().catch((error: unknown) => {
  const { message, cause } = error as Error;
  process.stderr.write(`${message}\n${cause instanceof Error ? cause.message : ''}\n`);
  process.exitCode = 1;
});
