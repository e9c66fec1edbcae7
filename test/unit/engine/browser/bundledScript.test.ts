import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { bundledScript } from '../../../../src/engine/browser/bundledScript';

describe('a script of bundles', () => {
  it('runs the main one, and any other once, when it is required', () => {
    const log: string[] = [];
    const texts = {
      never: '"use strict"; log.push("never");',
      parts: '"use strict"; log.push("parts"); exports.two = 2; // the end',
      engine: 'log.push("engine"); module.exports = { four: () => 2 * require("./parts.js").two };',
      worker: 'const { four } = require("./engine.js"); log.push(String(four() + four()));',
    };
    runInNewContext(bundledScript(texts, 'worker'), { log });
    assert.deepEqual(log, ['engine', 'parts', '8']);
  });
});
