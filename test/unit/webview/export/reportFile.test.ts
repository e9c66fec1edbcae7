import assert from 'node:assert/strict';
import type { Inspection } from '../../../../src/shared/protocol/inspection';
import { reportHtml } from '../../../../src/webview/export/reportFile';

const slice = {
  where: [{ column: 'a', is: '<b>west' }],
  n: 57,
  loss: 339.125,
  rest: 4,
  excess: 9.55,
  p: 0.0124,
  confirmed: true,
  lines: [2],
  text: 'a is <b>west',
} as const;

function inspectionWith(slices: readonly (typeof slice)[]): Inspection {
  const model = { name: 'm', split: null, n: 900, values: {}, undefined: {}, worst: [], slices };
  const report = { sources: [], skipped: [], runs: [], findings: [], notes: [], models: [model] };
  return { report, metrics: [], reason: '' } as unknown as Inspection;
}

describe('a report as a page', () => {
  it('has the groups where a model fails, their names as text', () => {
    const html = reportHtml(inspectionWith([slice]), [], [], () => '');
    assert.match(html, /<h2>Where it fails<\/h2>/);
    assert.match(html, /a is &#60;b&#62;west/);
    assert.match(html, />0\.012</);
    assert.doesNotMatch(html, /<b>west/);
  });
  it('has no such section where none was found', () => {
    assert.doesNotMatch(
      reportHtml(inspectionWith([]), [], [], () => ''),
      /Where it fails/,
    );
  });
});
