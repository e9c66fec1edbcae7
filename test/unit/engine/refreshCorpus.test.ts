import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Engine } from '../../../src/engine/engine';
import type { Environment } from '../../../src/engine/environment';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import type { Inspection } from '../../../src/shared/protocol/inspection';
import { corpusEntries, itOnCorpus } from '../../support/corpus';

const largest = 300_000;
const noFiles: Environment = { openFile: () => Promise.reject(new Error('no files here')) };

const smallTables: readonly string[] = corpusEntries()
  .filter(({ file, bytes }) => /^(?!golden).*\.(csv|tsv|jsonl)$/.test(file) && bytes < largest)
  .map(({ file }) => file);

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
  name: string,
  ends: (bytes: Uint8Array) => readonly [number, number],
): Promise<boolean | undefined> {
  const bytes = readFileSync(path);
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

describe('files of the corpus that grow', () => {
  const found: (boolean | undefined)[] = [];

  for (const file of smallTables) {
    itOnCorpus(`${file}: give the report that reading it whole gives`, [file], async path => {
      const name = file.split('/').at(-1)!;
      found.push(await followed(path, name, bytes => [cutAt(bytes, 0.6), cutAt(bytes, 0.8)]));
      await followed(path, name, ({ length }) => [Math.floor(length / 3), Math.floor(length / 2)]);
    });
  }

  it('are mostly read on', () => {
    const inspectable = found.filter(one => one !== undefined);
    assert(inspectable.length > 0);
    assert(inspectable.filter(one => one).length >= 0.8 * inspectable.length);
  });
});
