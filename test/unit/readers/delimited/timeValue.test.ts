import assert from 'node:assert/strict';
import { isTime, timeValue } from '../../../../src/readers/delimited/timeValue';

const utc = (...parts: [number, number, number, number?, number?, number?]) =>
  Date.UTC(...parts) / 1000;

describe('times in cells', () => {
  it('are seconds since 1970 in universal time, whatever zone they are written in', () => {
    const noon = utc(2024, 4, 1, 12);
    for (const text of [
      '2024-05-01T12:00:00Z',
      '2024-05-01 12:00:00 UTC',
      '2024-05-01T07:00:00-05:00',
      '2024-05-01T17:30:00+05:30',
      '2024-05-01T17:30:00+0530',
    ]) {
      assert.equal(timeValue(text, false), noon, text);
    }
  });

  it('take the day first where it is written with points, where it must be, and where others show it', () => {
    assert.equal(timeValue('01.02.2024', false), utc(2024, 1, 1));
    assert.equal(timeValue('01/02/2024', false), utc(2024, 0, 2));
    assert.equal(timeValue('01/02/2024', true), utc(2024, 1, 1));
    assert.equal(timeValue('13/02/2024', false), utc(2024, 1, 13));
  });

  it('are lengths where they are durations', () => {
    assert.equal(timeValue('07:11', false), 431);
    assert.equal(timeValue('1:02:03', false), 3723);
    assert.equal(timeValue('-1:02:03', false), -3723);
    assert.equal(isTime('12'), false);
    assert.equal(isTime('2024-13-01'), false);
  });
});
