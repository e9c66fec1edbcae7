import assert from 'node:assert/strict';
import { type LookedAt, SourceLook } from '../../../../src/host/source/sourceLook';
import type { LossReport, RunReport } from '../../../../src/shared/lossReport';
import type { Inspection } from '../../../../src/shared/protocol/inspection';
import type { Staleness, ToPage } from '../../../../src/shared/protocol/messages';
import { fake, Uri } from '../../../support/fakeVscode';

const uri = Uri.file('/runs/log.csv');

function write(bytes: number, time: number): void {
  fake.files.set(uri.toString(), new Uint8Array(bytes));
  fake.times.set(uri.toString(), time);
}

/** A page about a file of 100 bytes, that notes what it is told. */
class Page {
  readonly input = { kind: 'files', uris: [uri], names: ['a.csv'] } as unknown as LookedAt['input'];
  inspection: Inspection | undefined = inspection('training', 100, 'improving');
  isReading = false;
  readonly place = { visible: true, show: () => undefined };
  /** What the engine will find, look by look. */
  finds: (boolean | Error)[] = [];
  readonly told: string[] = [];

  readonly refresh = async (): Promise<boolean> => {
    this.told.push('refresh');
    const found = this.finds.shift() ?? false;
    if (found instanceof Error) throw found;
    return found;
  };
  readonly markStale = (stale: Staleness | undefined): void => {
    this.told.push(stale ?? 'fresh');
  };
  readonly post = (message: ToPage): void => {
    if (message.type === 'say') this.told.push(message.text);
  };
}

function inspection(
  task: LossReport['task'],
  bytes: number,
  verdict: RunReport['verdict'] = null,
): Inspection {
  const report = {
    task,
    sources: [{ name: 'log.csv', format: 'csv', rows: 1, bytes }],
    runs: verdict === null ? [] : [{ name: 'log.csv', verdict }],
  };
  return { id: 1, report } as unknown as Inspection;
}

describe('looking at the files of a report', () => {
  beforeEach(() => write(100, 1));
  afterEach(() => {
    fake.files.clear();
    fake.times.clear();
    fake.settings.clear();
    fake.messages.length = 0;
  });

  it('leaves a file alone that nobody has written to', async () => {
    const page = new Page();
    const look = new SourceLook(page);
    for (let i = 0; i < 3; i++) await look.poll();
    assert.deepEqual(page.told, []);
  });

  it('reads a grown file on, and looks once more when it is quiet', async () => {
    const page = new Page();
    const look = new SourceLook(page);
    await look.poll();
    write(120, 2);
    page.finds = [false, true, false];
    for (let i = 0; i < 6; i++) await look.poll();
    assert.deepEqual(page.told, ['refresh', 'refresh', 'refresh']);
  });

  it('notices what happened between the reading and the first look', async () => {
    write(110, 2);
    const page = new Page();
    await new SourceLook(page).poll();
    assert.deepEqual(page.told, ['refresh']);
  });

  it('does not look for a hidden page until it is shown', async () => {
    const page = new Page();
    const look = new SourceLook(page);
    page.place.visible = false;
    write(120, 2);
    await look.poll();
    assert.deepEqual(page.told, []);
    page.place.visible = true;
    await look.poll();
    assert.deepEqual(page.told, ['refresh']);
  });

  it('reads a rewritten history anew, but says that rewritten predictions are out of date', async () => {
    for (const [task, expected] of [
      ['training', 'refresh'],
      ['regression', 'changed'],
    ] as const) {
      write(100, 1);
      const page = new Page();
      page.inspection = inspection(task, 100);
      const look = new SourceLook(page);
      await look.poll();
      write(100, 2);
      await look.poll();
      assert.deepEqual(page.told, [expected]);
    }
  });

  it('says that the file is gone, not that it has changed, and finds it again', async () => {
    const page = new Page();
    const look = new SourceLook(page);
    await look.poll();
    fake.files.clear();
    await look.poll();
    write(30, 5);
    await look.poll();
    assert.deepEqual(page.told, ['gone', 'refresh']);
  });

  it('does not read a file again whose report is on a part of it', async () => {
    const page = new Page();
    const { report } = page.inspection!;
    const partial = { rows: 1, bytes: 50, cancelled: true };
    page.inspection = { ...page.inspection!, report: { ...report, partial } };
    const look = new SourceLook(page);
    await look.look();
    write(120, 2);
    await look.look();
    assert.deepEqual(page.told, ['changed']);
  });

  it('says a new verdict on the page, and as a notification only when asked to', async () => {
    for (const wanted of [false, true]) {
      fake.settings.set('notifyVerdict', wanted);
      write(100, 1);
      const page = new Page();
      const look = new SourceLook({
        ...page,
        get inspection() {
          return page.inspection;
        },
        refresh: async () => {
          page.inspection = inspection('training', 120, 'overfitting');
          return true;
        },
      });
      await look.poll();
      write(120, 2);
      await look.poll();
      assert.deepEqual(page.told, ['log.csv: overfitting']);
    }
    assert.deepEqual(fake.messages, ['Loss Lens: log.csv: overfitting']);
  });
});
