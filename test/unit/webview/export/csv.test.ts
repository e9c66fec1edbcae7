import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvCell } from '../../../../src/shared/csvCell';
import { csv, markdown } from '../../../../src/webview/export/csv';

describe('tables taken away', () => {
  it('defuse texts that a spreadsheet would run, and leave negative numbers alone', () => {
    assert.equal(csvCell('=1+1'), "'=1+1");
    assert.equal(csvCell('@SUM(A1)'), "'@SUM(A1)");
    assert.equal(csvCell('  +cmd'), "'  +cmd");
    assert.equal(csvCell('-3.5'), '-3.5');
    assert.equal(csvCell(-3.5), '-3.5');
  });

  it('never start a cell of text with a formula sign', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', '\t', '\r');
    fc.assert(
      fc.property(signs, fc.string(), (sign, rest) => {
        const text = sign + rest;
        const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
        const bare = csvCell(text).replace(/^"/, '');
        assert.ok(isNumber || bare.startsWith("'"), bare);
      }),
    );
  });

  it('quote separators, quotes and line breaks', () => {
    assert.equal(
      csv([
        ['a,b', 'say "x"', null],
        [1, 0.1, 'c\nd'],
      ]),
      '"a,b","say ""x""",\r\n1,0.1,"c\nd"\r\n',
    );
  });

  it('become Markdown whose cells cannot break the table', () => {
    const text = markdown([
      ['loss', 'a|b'],
      ['mse', 1.5],
      ['<b>\nx', null],
    ]);
    assert.equal(text, '| loss | a\\|b |\n| --- | ---: |\n| mse | 1.5 |\n| \\<b\\> x |  |\n');
  });
});
