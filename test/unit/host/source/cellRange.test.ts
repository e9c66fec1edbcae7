import assert from 'node:assert/strict';
import { cellRange } from '../../../../src/host/source/cellRange';

describe('the place of a value in its line', () => {
  const cut = (line: string, range: readonly [number, number] | undefined): string | undefined =>
    range && line.slice(...range);
  const field = (line: string, index: number, count: number, column = 'p'): string | undefined =>
    cut(line, cellRange(line, { kind: 'field', column, index, count }));

  it('is a field of a delimited record, whatever separates the fields', () => {
    for (const sign of [',', '\t', ';', '|']) {
      assert.equal(field(['r1', '3.0', '2.5'].join(sign), 2, 3), '2.5');
    }
  });

  it('is told from an equal value in another field', () => {
    const range = cellRange('3,3,3', { kind: 'field', column: 'p', index: 1, count: 3 });
    assert.deepEqual(range, [2, 3]);
  });

  it('passes over separators in quotes and blanks around a field', () => {
    assert.equal(field('"a, b" , 7 ,8', 1, 3), '7');
  });

  it('is the member of a JSON object', () => {
    assert.equal(field('{"y": 1, "p": -2.5e3, "q": 3}', 1, 3), '-2.5e3');
    assert.equal(field('{"y": 1, "p": "a, \\"b\\""}', 1, 2), '"a, \\"b\\""');
  });

  it('is unknown where the line has other fields than were read', () => {
    assert.equal(field('1,2', 2, 3), undefined);
    assert.equal(cellRange('ab', { kind: 'characters', start: 1, end: 9 }), undefined);
  });
});
