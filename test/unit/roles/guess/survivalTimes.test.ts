import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';

async function notesOn(lines: readonly string[]): Promise<string> {
  const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const { report } = await engine.inspect([{ kind: 'bytes', name: 'a.csv', bytes }], {});
  return report.notes.join(' ');
}

describe('times until an event', () => {
  it('are said to be censored where a predicted time is compared with them', async () => {
    const notes = await notesOn([
      'time,event,predicted_time',
      '12,1,10',
      '30,0,25',
      '7,1,9',
      '22,0,31',
    ]);
    assert.match(notes, /"time" and "event" are survival times .* censored/);
  });

  it('are nothing special without an event flag', async () => {
    const notes = await notesOn(['time,predicted_time', '12,10', '30,25', '7,9', '22,31']);
    assert.doesNotMatch(notes, /censored/);
  });
});
