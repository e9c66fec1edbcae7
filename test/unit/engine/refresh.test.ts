import assert from 'node:assert/strict';
import type { Engine, Refreshed } from '../../../src/engine/engine';
import type { Environment } from '../../../src/engine/environment';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { bufferSource } from '../../../src/readers/byteSource';

/** A disk with one file, that knows how many bytes were read from it. */
class Disk {
  text = '';
  modified = 1;
  read = 0;

  write(text: string): void {
    this.text = text;
    this.modified += 1;
  }

  readonly environment: Environment = {
    openFile: (_, name) => {
      const source = bufferSource(name, new TextEncoder().encode(this.text));
      return Promise.resolve({
        ...source,
        modified: this.modified,
        close: () => Promise.resolve(),
        read: (start: number, end: number) => {
          this.read += Math.min(end, source.size) - start;
          return source.read(start, end);
        },
      });
    },
  };
}

const log = `epoch,train_loss,val_loss\n${Array.from(
  { length: 400 },
  (_, i) => `${i},${1 / (i + 1)},${2 / (i + 1)}\n`,
).join('')}`;

async function opened(text: string, name = 'log.csv'): Promise<[Disk, Engine, number]> {
  const disk = new Disk();
  disk.write(text);
  const engine = inProcessEngine(disk.environment);
  const { id } = await engine.inspect([{ kind: 'file', name, path: name }], {});
  disk.read = 0;
  return [disk, engine, id];
}

function validationCount({ inspection }: Refreshed): number | undefined {
  const series = inspection.report.runs.flatMap(run => run.series);
  return series.find(({ name }) => name === 'val_loss')?.n;
}

describe('refresh', () => {
  it('reads the added lines and at most a kilobyte to see that nothing else has changed', async () => {
    const [disk, engine, id] = await opened(log);
    for (let i = 400; i < 410; i++) {
      const added = `${i},0.001,0.002\n`;
      disk.write(disk.text + added);
      const refreshed = await engine.refresh(id);
      assert.equal(refreshed.changed, 'appended');
      assert.equal(refreshed.inspection.id, id);
      assert.equal(validationCount(refreshed), i + 1);
      assert.equal(refreshed.bytesRead, disk.read);
      assert(disk.read <= 1024 + added.length, `${disk.read} bytes for ${added.length}`);
      disk.read = 0;
    }
  });

  it('reads nothing of a file that nobody has written to', async () => {
    const [disk, engine, id] = await opened(log);
    const refreshed = await engine.refresh(id);
    assert.deepEqual([refreshed.changed, refreshed.bytesRead, disk.read], ['nothing', 0, 0]);
    assert.equal(validationCount(refreshed), 400);
  });

  it('reads a rewritten file anew, also one of the same size', async () => {
    const [disk, engine, id] = await opened(log);
    const changes = [log.replace('\n9,0.1,', '\n9,0.7,'), 'epoch,val_loss\n1,2\n2,1\n', log];
    for (const text of changes) {
      disk.write(text);
      const refreshed = await engine.refresh(id);
      assert.equal(refreshed.changed, 'rewritten');
      assert.equal(validationCount(refreshed), text.split('\n').length - 2);
    }
  });

  it('reads a table anew whose middle was rewritten while it also grew', async () => {
    const row = (i: number, error: number): string => `${i},${i + error}\n`;
    const table = (middle: number, rows: number): string =>
      `y_true,y_pred\n${Array.from({ length: rows }, (_, i) => row(i + 100, i === 200 ? middle : 1)).join('')}`;
    for (const rows of [400, 8_000]) {
      const [disk, engine, id] = await opened(table(1, rows), 'rows.csv');
      disk.write(table(9, rows + 1));
      const { changed, inspection } = await engine.refresh(id);
      assert.equal(changed, 'rewritten');
      // One error of 9 among errors of 1.
      const mse = (rows + 81) / (rows + 1);
      assert.ok(Math.abs(inspection.report.models[0]!.values.mse! - mse) < 1e-12);
      disk.write(disk.text + row(7, 1));
      assert.equal((await engine.refresh(id)).changed, 'appended');
    }
  });

  it('reads a log anew whose middle was rewritten while it grew, at the latest when it rests', async () => {
    const [disk, engine, id] = await opened(log);
    disk.write(`${log.replace('\n199,0.005,', '\n199,0.007,')}400,0.5,0.2\n`);
    const first = await engine.refresh(id);
    const second = await engine.refresh(id);
    assert.deepEqual([first.changed, second.changed], ['appended', 'rewritten']);
    const third = await engine.refresh(id);
    assert.deepEqual([third.changed, third.bytesRead], ['nothing', 0]);
  });

  it('looks at all of a log again before it has grown by half', async () => {
    const [disk, engine, id] = await opened(log);
    disk.write(log.replace('\n199,0.005,', '\n199,0.007,'));
    disk.modified -= 1;
    const added = Array.from({ length: 10 }, (_, i) => `${400 + i},0.001,0.002\n`.repeat(50));
    const found: string[] = [];
    for (const line of added) {
      disk.write(disk.text + line);
      found.push((await engine.refresh(id)).changed);
    }
    assert.equal(found.filter(changed => changed === 'rewritten').length, 1);
  });

  it('shows a line without a line break when the file has come to rest', async () => {
    const [disk, engine, id] = await opened(log);
    disk.write(`${log}400,0.5,0.2`);
    assert.equal((await engine.refresh(id)).changed, 'nothing');
    assert.equal(validationCount(await engine.refresh(id)), 401);
    assert.equal((await engine.refresh(id)).changed, 'nothing');
    disk.write(`${log}400,0.5,0.25\n401,0.5,0.3\n`);
    assert.equal(validationCount(await engine.refresh(id)), 402);
  });

  it('reads a file once more that ended within a line, and then only what is added', async () => {
    const [disk, engine, id] = await opened(`${log}400,0.5,0.2`);
    disk.write(`${log}400,0.5,0.25\n401,`);
    const first = await engine.refresh(id);
    assert.deepEqual([first.changed, validationCount(first)], ['rewritten', 401]);
    disk.write(`${log}400,0.5,0.25\n401,0.4,0.2\n`);
    const second = await engine.refresh(id);
    assert.deepEqual([second.changed, validationCount(second)], ['appended', 402]);
    assert(second.bytesRead < 1100);
  });

  it('keeps the report of a file that has vanished or is empty for a moment', async () => {
    const [disk, engine, id] = await opened(log);
    disk.write('');
    await assert.rejects(engine.refresh(id), /the file is empty/);
    disk.write(`${log}400,0.5,0.2\n`);
    assert.equal(validationCount(await engine.refresh(id)), 401);
  });

  it('reads on in bytes that the host passes', async () => {
    const engine = inProcessEngine(new Disk().environment);
    const bytes = (text: string) =>
      [{ kind: 'bytes', name: 'log.csv', bytes: new TextEncoder().encode(text) }] as const;
    const { id } = await engine.inspect(bytes(log), {});
    assert.equal((await engine.refresh(id, bytes(log))).changed, 'nothing');
    const refreshed = await engine.refresh(id, bytes(`${log}400,0.5,0.2\n`));
    assert.deepEqual([refreshed.changed, validationCount(refreshed)], ['appended', 401]);
  });

  it('keeps the roles that a person has chosen', async () => {
    const [disk, engine, id] = await opened('y_true,y_pred,c\n1,2,1\n2,3,2\n3,5,4\n', 'rows.csv');
    const choices = { target: 'c', predictions: ['y_true'] };
    await engine.configure(id, { choices });
    disk.write(`${disk.text}4,4,4\n`);
    const { inspection, changed } = await engine.refresh(id);
    assert.equal(changed, 'appended');
    assert.deepEqual([inspection.report.roles.target, inspection.report.models[0]?.n], ['c', 4]);
  });

  it('reads a text log anew', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `epoch ${i + 1} loss: ${1 / (i + 1)}\n`).join('');
    const [disk, engine, id] = await opened(lines(5), 'train.log');
    disk.write(lines(6));
    const { inspection, changed } = await engine.refresh(id);
    assert.equal(changed, 'rewritten');
    assert.equal(inspection.report.runs[0]?.series[0]?.n, 6);
  });

  it('refuses other files than those of the report', async () => {
    const [, engine, id] = await opened(log);
    await assert.rejects(engine.refresh(id, []), /not the files of this report/);
  });
});
