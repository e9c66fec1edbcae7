import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/engine/engine';
import type { Environment } from '../../../src/engine/environment';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { Inspection } from '../../../src/shared/protocol/inspection';
import { corpusFile } from '../../support/corpus';

const corpus = process.env.LOSS_LENS_CORPUS ?? '../shared/corpus';
const largest = 300_000;
const noFiles: Environment = { openFile: () => Promise.reject(new Error('no files here')) };

function smallTables(): readonly string[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(path => {
    const isTable = /\.(csv|tsv|jsonl)$/.test(path);
    return isTable && !path.startsWith('golden') && statSync(join(corpus, path)).size < largest;
  });
}

const refs = (name: string, bytes: Uint8Array) => [{ kind: 'bytes', name, bytes }] as const;

async function inspected(
  engine: Engine,
  name: string,
  bytes: Uint8Array,
): Promise<Inspection | undefined> {
  return engine.inspect(refs(name, bytes), {}).catch(() => undefined);
}

/** Behind the line break nearest to this part of the bytes. */
function cutAt(bytes: Uint8Array, part: number): number {
  return bytes.indexOf(0x0a, Math.floor(bytes.length * part)) + 1;
}

/** Whether both parts that were added were read on; undefined where the file holds nothing to inspect. */
async function followed(
  path: string,
  ends: (bytes: Uint8Array) => readonly [number, number],
): Promise<boolean | undefined> {
  const name = path.split('/').at(-1)!;
  const bytes = readFileSync(join(corpus, path));
  if (bytes.at(-1) !== 0x0a) return undefined;
  const engine = inProcessEngine(noFiles);
  const [first, second] = ends(bytes);
  const whole = await inspected(engine, name, bytes);
  const begun = await inspected(engine, name, bytes.subarray(0, first));
  if (whole === undefined || begun === undefined) return undefined;
  const more = await engine
    .refresh(begun.id, refs(name, bytes.subarray(0, second)))
    .catch(() => undefined);
  const all = await engine.refresh(begun.id, refs(name, bytes));
  assert.deepEqual({ ...all.inspection, id: 0 }, { ...whole, id: 0 }, path);
  return more?.changed === 'appended' && all.changed === 'appended';
}

if (corpusFile('INDEX.tsv') !== null) {
  describe('files of the corpus that grow', () => {
    it('give the report that reading them whole gives, mostly by reading on', async () => {
      const found: (boolean | undefined)[] = [];
      for (const path of smallTables()) {
        found.push(await followed(path, bytes => [cutAt(bytes, 0.6), cutAt(bytes, 0.8)]));
      }
      const inspectable = found.filter(one => one !== undefined);
      assert(inspectable.filter(one => one).length >= 0.8 * inspectable.length);
    }).timeout(120_000);

    it('give it also when they are looked at within a line', async () => {
      for (const path of smallTables()) {
        await followed(path, ({ length }) => [Math.floor(length / 3), Math.floor(length / 2)]);
      }
    }).timeout(120_000);
  });
}
