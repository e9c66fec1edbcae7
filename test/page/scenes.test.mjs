import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { startHarness } from './harness.mjs';
import { themes } from './themes.mjs';

const say = message => page => page.evaluate(m => globalThis.tell(m), message);
const report =
  (name, extra = {}) =>
  page =>
    page.evaluate(
      ([n, more]) =>
        globalThis.tell({ type: 'report', first: [], inspection: globalThis.fixtures[n], ...more }),
      [name, extra],
    );
const progress = { bytes: 120_000_000, totalBytes: 343_000_000, rows: 3_500_000, secondsLeft: 4 };

/** Every state of the page, each with the messages that lead to it. */
const scenes = {
  empty: [say({ type: 'empty' })],
  waiting: [say({ type: 'waiting', name: 'predictions_2026.csv', bytes: 343_000_000 })],
  loading: [say({ type: 'progress', name: 'predictions_2026.csv', progress })],
  problem: [
    say({
      type: 'problem',
      text: 'empty.csv, line 1: the file has a header and no rows.',
      line: 1,
      actions: [
        { label: 'Read Again', action: 'retry' },
        { label: 'Choose Another File', action: 'file' },
      ],
    }),
  ],
  regression: [report('regression')],
  binary: [report('binary')],
  training: [report('training')],
  hostile: [report('hostile')],
  stale: [
    report('regression', { stale: 'changed' }),
    say({ type: 'problem', text: 'other.csv cannot be read: it is empty.' }),
    say({ type: 'cursor', line: 9 }),
  ],
  opened: [
    report('regression'),
    page =>
      page.locator('details').evaluateAll(all => {
        for (const one of all) one.open = true;
      }),
    page => page.waitForTimeout(200),
    page => page.locator('[id="loss:rmse"]').click(),
    page => page.getByText('Show as code').click(),
    page => page.locator('[data-chart="loss-versus-error"] button', { hasText: 'Table' }).click(),
  ],
  walked: [
    report('regression'),
    page => page.waitForTimeout(200),
    page => page.locator('.plot').first().focus(),
    async page => {
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', '+'])
        await page.keyboard.press(key);
    },
    async page => {
      await page.keyboard.press('ArrowLeft');
    },
  ],
};

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Serious and critical findings of axe-core in what the page shows. */
async function axeFindings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'], preload: false }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const scrolledSideways = page =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('every state of the page', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  for (const [index, [name, steps]] of Object.entries(scenes).entries()) {
    const theme = Object.keys(themes)[index % Object.keys(themes).length];
    const width = index % 2 === 0 ? 400 : 1200;
    it(`${name}: can be read by everybody and fits, ${width} px wide, ${theme}`, async () => {
      const page = await harness.open({ theme, width, place: width < 600 ? 'side' : 'panel' });
      for (const step of steps) await step(page);
      await page.waitForTimeout(350);
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await scrolledSideways(page), 0);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });
  }
});
