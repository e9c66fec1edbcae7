import assert from 'node:assert/strict';
import { tableShape } from '../../../../src/webview/report/tableShape';

describe('the shape of the table of losses', () => {
  it('has a column for each model while the columns fit', () => {
    assert.equal(tableShape(700, { models: 3, extra: 1 }), 'columns');
    assert.equal(tableShape(500, { models: 2, extra: 1 }), 'columns');
    assert.equal(tableShape(1000, { models: 8, extra: 1 }), 'columns');
  });

  it('has a row for each of the models that do not fit, so that they stay beside one another', () => {
    assert.equal(tableShape(700, { models: 30, extra: 1 }), 'rows');
    assert.equal(tableShape(500, { models: 4, extra: 1 }), 'rows');
  });

  it('shows one model at a time on a narrow page', () => {
    assert.equal(tableShape(400, { models: 3, extra: 1 }), 'one');
    assert.equal(tableShape(320, { models: 2, extra: 1 }), 'one');
  });

  it('has columns for a single model, and before its width is known', () => {
    assert.equal(tableShape(200, { models: 1, extra: 1 }), 'columns');
    assert.equal(tableShape(0, { models: 9, extra: 1 }), 'columns');
  });
});
