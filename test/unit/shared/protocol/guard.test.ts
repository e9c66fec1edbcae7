import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRoleChoices, isToHost, isToPage } from '../../../../src/shared/protocol/guard';

const query = (question: unknown): unknown => ({ type: 'query', id: 1, question });

const worst = {
  kind: 'worst',
  metric: 'mae',
  model: 'a',
  versus: null,
  className: null,
  count: 9,
} as const;

describe('the guard of the messages', () => {
  it('lets every kind of message of the page pass', () => {
    const messages: unknown[] = [
      { type: 'ready' },
      { type: 'configure', choices: { target: 'y', weight: null, predictions: ['a', 'b'] } },
      { type: 'configure', parameters: { huberDelta: 2, classWeights: { cat: 3 } } },
      query({ kind: 'figure', figure: 'calibration', options: { xMin: 0, show: ['a'], on: true } }),
      query({ kind: 'metrics' }),
      query({ kind: 'intervals' }),
      query(worst),
      query({ ...worst, bin: { by: 'error', from: -1, to: 1, closed: false } }),
      query({ kind: 'row', row: 7 }),
      query({ kind: 'explain', value: '0.25' }),
      query({ kind: 'code', metric: 'mse', model: 'a', split: 'test' }),
      { type: 'reveal', line: 7 },
      { type: 'mark', line: null },
      { type: 'export', kind: 'png', name: 'chart', data: 'data:image/png;base64,AA==' },
      { type: 'copy', text: 'a' },
      { type: 'cancel' },
      { type: 'start', action: 'sample' },
    ];
    for (const message of messages) assert.ok(isToHost(message), JSON.stringify(message));
  });

  it('drops messages of unknown type, also those called like members of every object', () => {
    for (const type of ['evil', '__proto__', 'constructor', 'toString', '', 1, null, undefined]) {
      assert.ok(!isToHost({ type }), String(type));
      assert.ok(!isToPage({ type }), String(type));
    }
  });

  it('drops messages with fields that are missing, wrong or unknown', () => {
    const wrong: unknown[] = [
      { type: 'reveal' },
      { type: 'reveal', line: '7' },
      { type: 'reveal', line: -1 },
      { type: 'reveal', line: Number.NaN },
      { type: 'reveal', line: 1.5 },
      { type: 'reveal', line: 7, path: '/etc/passwd' },
      { type: 'start', action: 'workbench.action.quit' },
      { type: 'export', kind: 'exe', name: 'a', data: '' },
      { type: 'configure', choices: { target: 7 } },
      { type: 'configure', parameters: { huberDelta: Number.POSITIVE_INFINITY } },
      query({ kind: 'figure', figure: 'no such figure', options: {} }),
      query({ kind: 'worst', metric: 'mae', model: 'a' }),
      query({ ...worst, bin: { by: 'size', from: -1, to: 1, closed: false } }),
      query({ kind: 'drop' }),
      query(null),
    ];
    for (const message of wrong) assert.ok(!isToHost(message), JSON.stringify(message));
  });

  it('drops __proto__ wherever keys are free', () => {
    const options: unknown = JSON.parse('{ "__proto__": 1 }');
    const choices: unknown = JSON.parse('{ "classProbabilities": { "__proto__": ["a"] } }');
    assert.ok(!isToHost(query({ kind: 'figure', figure: 'calibration', options })));
    assert.ok(!isToHost({ type: 'configure', choices }));
    assert.ok(!isToHost(JSON.parse('{ "type": "ready", "__proto__": {} }')));
  });

  it('drops arrays and texts beyond any honest length', () => {
    const many = new Array<string>(100_000).fill('a');
    assert.ok(!isToHost({ type: 'configure', choices: { predictions: many } }));
    assert.ok(!isToHost(query({ kind: 'explain', value: 'a'.repeat(1_000_000) })));
  });

  it('takes an export up to its limit and no larger one', () => {
    const limit = 256 * 2 ** 20;
    const message = { type: 'export', kind: 'html', name: 'a', data: 'a'.repeat(limit) };
    assert.ok(isToHost(message));
    assert.ok(!isToHost({ ...message, data: `${message.data}a` }));
  });

  it('takes names as long as a damaged header may give them', () => {
    const name = 'x'.repeat(200_000);
    assert.ok(isToHost(query({ ...worst, model: name, className: name })));
    assert.ok(isToHost({ type: 'configure', choices: { target: name, ignored: [name] } }));
    const ignored = Array.from({ length: 20_000 }, (_, i) => `column ${i}`);
    assert.ok(isToHost({ type: 'configure', choices: { ignored } }));
  });

  it('takes the index of a source with a line', () => {
    assert.ok(isToHost({ type: 'mark', line: 3, source: 1 }));
    assert.ok(isToHost({ type: 'reveal', line: 3, source: 1 }));
    assert.ok(isToPage({ type: 'cursor', line: 3, source: 1 }));
    assert.ok(!isToHost({ type: 'mark', line: 3, source: -1 }));
  });

  it('looks at any value at all without throwing', () => {
    fc.assert(fc.property(fc.anything(), value => !isToHost(value) && !isToPage(value)));
  });

  it('takes a stored choice of roles only when it is one', () => {
    assert.ok(isRoleChoices({ target: 'y', predictions: ['p'] }));
    assert.ok(!isRoleChoices({ target: 'y', shell: 'rm' }));
    assert.ok(!isRoleChoices(['y']));
  });
});
