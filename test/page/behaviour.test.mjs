import assert from 'node:assert/strict';
import { startHarness } from './harness.mjs';
import { themes } from './themes.mjs';

const showReport = (page, name) =>
  page.evaluate(
    n =>
      globalThis.tell({
        type: 'report',
        first: [],
        inspection: globalThis.fixtures[n],
        keep: 'kept',
      }),
    name,
  );
const sentOf = (page, type) =>
  page.evaluate(t => globalThis.sent.filter(message => message.type === t), type);
const live = page => page.locator('[aria-live]').textContent();
const progress = { bytes: 1e8, totalBytes: 3e8, rows: 3e6, secondsLeft: 4 };
const showProgress = page =>
  page.evaluate(
    p => globalThis.tell({ type: 'progress', name: 'houses.csv', progress: p }),
    progress,
  );
/** Brings the inputs of a chart into sight. */
const adjust = (page, chart = 'loss-versus-error') =>
  page.locator(`[data-chart="${chart}"] button[aria-label^="Adjust"]`).click();
const settle = page => page.waitForTimeout(300);

/** What the page must do, each with a report open. */
const behaviours = {
  'arrow keys walk the points, say them and Enter goes to the line': async page => {
    await page.locator('.plot').first().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    assert.match(await live(page), /forest, error = prediction - target -?\d/);
    await page.keyboard.press('Enter');
    const [reveal] = await sentOf(page, 'reveal');
    assert.ok(reveal.line >= 2);
    assert.equal((await sentOf(page, 'mark')).at(-1).line, reveal.line);
  },
  'a loss that a hover leads to is opened and gets the focus, among all losses where it is not shown':
    async page => {
      for (const id of ['mae', 'medae']) {
        await page.evaluate(metric => globalThis.tell({ type: 'show-loss', metric }), id);
        const row = page.locator(`[id="loss:${id}"]`);
        await row.waitFor();
        await settle(page);
        assert.equal(await row.getAttribute('aria-expanded'), 'true');
        assert.equal(await page.evaluate(() => document.activeElement.id), `loss:${id}`);
      }
    },
  'a column gets another role in two clicks': async page => {
    await page.getByText('Change roles').click();
    await page.locator('#role-4').selectOption('weight');
    const [configure] = await sentOf(page, 'configure');
    assert.equal(configure.choices.weight, 'note');
    assert.deepEqual(configure.choices.predictions, ['ridge', 'forest']);
  },
  'a slider asks for the figure with its value, and its focus stays': async page => {
    await adjust(page);
    await page.locator('#loss-versus-error-huberDelta').focus();
    await page.keyboard.press('ArrowRight');
    await settle(page);
    const asked = (await sentOf(page, 'query')).filter(
      ({ question }) => question.figure === 'loss-versus-error',
    );
    assert.ok(asked.at(-1).question.options.huberDelta > 40);
    assert.equal(
      await page.evaluate(() => document.activeElement.id),
      'loss-versus-error-huberDelta',
    );
  },
  'a press is not lost when progress and reports come in before the button is let go':
    async page => {
      await showReport(page, 'reading');
      await page.locator('#stop-reading').hover();
      await page.mouse.down();
      await showProgress(page);
      await showReport(page, 'reading');
      await settle(page);
      await page.mouse.up();
      await settle(page);
      assert.equal((await sentOf(page, 'cancel')).length, 1);
    },
  'a click lands though the whole report has come anew under the pressed button': async page => {
    const line = page.locator('[data-finding] [data-line]').first();
    await line.hover();
    await page.mouse.down();
    await showReport(page, 'regression');
    await settle(page);
    await page.mouse.up();
    assert.equal((await sentOf(page, 'reveal')).length, 1);
  },
  'the progress goes away with the reading': async page => {
    await showReport(page, 'reading');
    await showReport(page, 'regression');
    await settle(page);
    assert.equal(await page.locator('#stop-reading').count(), 0);
  },
  'a new report opens at its top, and the same one stays where it was': async page => {
    const tell = keep =>
      page.evaluate(
        k =>
          globalThis.tell({
            type: 'report',
            first: [],
            inspection: globalThis.fixtures.regression,
            keep: k,
          }),
        keep,
      );
    await page.evaluate(() => window.scrollTo(0, 500));
    await settle(page);
    await tell('kept');
    await settle(page);
    assert.ok((await page.evaluate(() => window.scrollY)) > 300);
    await tell('another selection of the same file');
    await settle(page);
    assert.equal(await page.evaluate(() => window.scrollY), 0);
  },
  'what became of the source is said in its own words, with what can be done': async page => {
    const box = page.locator('[data-stale]');
    for (const [stale, text, buttons] of [
      ['edited', /text has been edited/, 1],
      ['changed', /file has changed/, 1],
      ['gone', /no longer there/, 0],
    ]) {
      await page.evaluate(
        s =>
          globalThis.tell({
            type: 'report',
            first: [],
            inspection: globalThis.fixtures.regression,
            stale: s,
          }),
        stale,
      );
      await settle(page);
      assert.match(await box.textContent(), text);
      assert.equal(await box.locator('button').count(), buttons);
    }
  },
  'a narrow table shows the model in focus, keeps the others at hand, and cuts no formula':
    async page => {
      await page.setViewportSize({ width: 330, height: 700 });
      await settle(page);
      await page.locator('[id="loss:rmse"]').click();
      const { overflow, cut } = await page.locator('.losses .scroll').evaluate(box => {
        const edge = box.getBoundingClientRect().right;
        const details = box.querySelector('.loss-details').getBoundingClientRect();
        return { overflow: box.scrollWidth > box.clientWidth, cut: details.right > edge + 1 };
      });
      assert.deepEqual({ overflow, cut }, { overflow: false, cut: false });
      const cell = name => page.locator(`td[data-model="${name}"][data-metric="rmse"]`);
      assert.deepEqual([await cell('ridge').count(), await cell('forest').count()], [1, 1]);
      await page.locator('.pill', { hasText: 'ridge' }).click();
      assert.equal(await cell('ridge').isVisible(), true);
      await page.locator('.pill', { hasText: 'forest' }).click();
      assert.deepEqual(
        [await cell('ridge').isVisible(), await cell('forest').isVisible()],
        [false, true],
      );
    },
  'charts and worst rows follow the model in focus': async page => {
    const other = page.locator('.pill[aria-pressed="false"]').first();
    const name = await other.textContent();
    const asked = async kind =>
      (await sentOf(page, 'query')).map(({ question }) => question).filter(q => q.kind === kind);
    await other.click();
    await settle(page);
    assert.equal((await asked('worst')).at(-1).model, name);
    assert.equal(
      (await asked('figure')).at(-1).options.model,
      String(['ridge', 'forest'].indexOf(name)),
    );
  },
  'the evidence of a finding and its page stand behind one word': async page => {
    const finding = page.locator('[data-finding="few-rows-dominate"]');
    assert.equal(await finding.locator('.evidence').isVisible(), false);
    await finding.getByText('Why').click();
    assert.match(await finding.locator('.evidence').textContent(), /3 of 120 rows carry/);
    await finding.locator('button', { hasText: 'About this finding' }).click();
    assert.equal((await sentOf(page, 'about-finding'))[0].finding, 'few-rows-dominate');
  },
  'a change of roles can be taken back': async page => {
    await page.getByText('Change roles').click();
    await page.locator('#role-4').selectOption('weight');
    await page.locator('#roles-undo').click();
    assert.deepEqual((await sentOf(page, 'configure')).at(-1).choices, {});
  },
  'a slider is dragged over its whole range with the focus kept': async page => {
    await adjust(page);
    const slider = page.locator('#loss-versus-error-huberDelta');
    const box = await slider.boundingBox();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 4, y);
    await page.mouse.down();
    const values = [];
    for (const share of [0.2, 0.5, 0.8, 0.98]) {
      await page.mouse.move(box.x + box.width * share, y, { steps: 3 });
      await settle(page);
      values.push(Number(await slider.inputValue()));
    }
    await page.mouse.up();
    assert.deepEqual(
      values,
      [...values].sort((a, b) => a - b),
    );
    assert.ok(values.at(-1) > 900 && values[0] < 400, String(values));
    await slider.press('ArrowLeft');
    assert.equal(
      await page.evaluate(() => document.activeElement.id),
      'loss-versus-error-huberDelta',
    );
  },
  'captions are not about fewer rows than the header while the rest is drawn': async page => {
    await showReport(page, 'reading');
    await settle(page);
    const reading = page.locator('figcaption .reading').first();
    assert.notEqual(await reading.textContent(), '');
    await page.evaluate(() => {
      globalThis.isSilent = true;
    });
    await showReport(page, 'regression');
    await settle(page);
    assert.match(await page.locator('.facts').textContent(), /124 rows/);
    assert.equal(await reading.textContent(), '');
  },
  'a press that never ends holds nothing back': async page => {
    await page.getByText('Change roles').hover();
    await page.mouse.down();
    await page.evaluate(() => globalThis.tell({ type: 'say', text: 'still here' }));
    await settle(page);
    assert.equal(await live(page), 'still here');
  },
  'roles stay open while the same ones are reported again, and follow when they change':
    async page => {
      await page.getByText('Change roles').click();
      const select = await page.locator('#role-4').elementHandle();
      await select.focus();
      await showReport(page, 'regression');
      await settle(page);
      assert.equal(
        await select.evaluate(node => node.isConnected && node === document.activeElement),
        true,
      );
      await showReport(page, 'binary');
      await settle(page);
      assert.equal(await select.evaluate(node => node.isConnected), false);
    },
  'folded charts are asked for only when they are opened': async page => {
    const figures = async () =>
      (await sentOf(page, 'query')).map(({ question }) => question.figure);
    assert.ok(!(await figures()).includes('confusion'));
    await page.getByText('Confusion', { exact: true }).first().click();
    await settle(page);
    assert.ok((await figures()).includes('confusion'));
    assert.equal(await page.locator('[data-chart="confusion"] table.heat td').count(), 9);
  },
  'zooming one chart of the error zooms the other, and both offer the way back': async page => {
    const zoom = page.locator('.plot').first();
    await zoom.focus();
    await page.keyboard.press('+');
    await settle(page);
    assert.equal(await page.getByText('Reset zoom').first().isVisible(), true);
    assert.equal(await page.getByText('Reset zoom').nth(1).isVisible(), true);
    await page.keyboard.press('0');
    assert.equal(await page.getByText('Reset zoom').first().isVisible(), false);
  },
  'numbers are shown with four digits, whole on hover and on copy': async page => {
    const cell = page.locator('td[data-model="forest"][data-metric="rmse"] [data-whole]');
    const [text, title] = [await cell.textContent(), await cell.getAttribute('title')];
    assert.equal(Number(title).toPrecision(4), Number(text.replaceAll(',', '')).toPrecision(4));
    assert.ok(title.length > text.length);
    const copied = await cell.evaluate(node => {
      getSelection().selectAllChildren(node);
      const event = new ClipboardEvent('copy', {
        clipboardData: new DataTransfer(),
        bubbles: true,
        cancelable: true,
      });
      node.dispatchEvent(event);
      return event.clipboardData.getData('text/plain');
    });
    assert.equal(copied, title);
  },
  'the cursor in the file marks the row of the table': async page => {
    const line = Number(await page.locator('.worst [data-line]').first().getAttribute('data-line'));
    await page.evaluate(l => globalThis.tell({ type: 'cursor', line: l }), line);
    await settle(page);
    assert.equal(await page.locator('.worst tr.at-cursor').count(), 1);
  },
  'charts take the colours of a new theme at once': async page => {
    const corner = () =>
      page
        .locator('.plot canvas')
        .first()
        .evaluate(canvas => canvas.toDataURL());
    const before = await corner();
    await page.evaluate(theme => globalThis.applyTheme(theme), themes.light);
    await settle(page);
    assert.notEqual(await corner(), before);
  },
  'a button for a line names its file where there are several, and says nothing more where there is one':
    async page => {
      const buttons = page.locator('[data-finding] button.line');
      const one = await buttons.first().textContent();
      assert.match(one, /^\d+(?:-\d+)?$/);
      assert.equal(await buttons.first().getAttribute('aria-label'), `Go to line ${one}`);
      await page.evaluate(() => {
        const inspection = structuredClone(globalThis.fixtures.regression);
        const [source] = inspection.report.sources;
        inspection.report.sources = ['part-0.csv', 'part-1.csv'].map(name => ({ ...source, name }));
        inspection.report.findings = [
          { ...inspection.report.findings[0], lines: [5, 9, 4], sources: [0, 0, 1] },
        ];
        globalThis.tell({ type: 'report', first: [], inspection, keep: 'kept' });
      });
      await settle(page);
      assert.deepEqual(await buttons.allTextContents(), ['part-0.csv:5', '9', 'part-1.csv:4']);
      assert.equal(await buttons.nth(1).getAttribute('aria-label'), 'Go to line 9 of part-0.csv');
      await buttons.nth(2).click();
      const [reveal] = (await sentOf(page, 'reveal')).slice(-1);
      assert.deepEqual([reveal.line, reveal.source], [4, 1]);
    },
  'open sections and choices outlive the page': async page => {
    await page.getByText('Change roles').click();
    await page.getByText('All Losses').click();
    const state = await page.evaluate(() => globalThis.stored);
    assert.equal(state.flags.roles, true);
    assert.equal(state.flags['all-losses'], true);
    assert.equal(state.keep, 'kept');
  },
  'one key moves a slider by one step, and a sorted table keeps the focus': async page => {
    await adjust(page);
    const slider = page.locator('[data-chart] input[type="range"]').first();
    const before = await slider.getAttribute('aria-valuetext');
    await slider.press('ArrowRight');
    assert.notEqual(await slider.getAttribute('aria-valuetext'), before);
    await page.locator('button[aria-label^="Show as table"]').first().click();
    const heads = page.locator('.sort');
    for (const order of [/descending|ascending/, /descending|ascending/]) {
      await heads.nth(1).press('Enter');
      assert.match(await page.locator('th:has(.sort:focus)').getAttribute('aria-sort'), order);
    }
  },
  'whatever is copied is said to be': async page => {
    await page.locator('#copy-csv').click();
    assert.equal(await live(page), 'Copied.');
    assert.match((await sentOf(page, 'copy'))[0].text, /^loss,ridge,forest/);
  },
  'a chart and the whole report can be taken away': async page => {
    for (const way of ['Save as PNG', 'Save as SVG', 'Save data as CSV']) {
      await page.locator('[data-chart="loss-versus-error"] .menu-box > button').click();
      await page.locator('[data-chart="loss-versus-error"] .menu button', { hasText: way }).click();
    }
    await page.evaluate(() => globalThis.tell({ type: 'export-html' }));
    await page.waitForTimeout(1500);
    const kinds = (await sentOf(page, 'export')).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['png', 'svg', 'csv', 'html']);
  },
};

describe('the page in a browser', () => {
  let harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  for (const [sentence, behave] of Object.entries(behaviours)) {
    it(sentence, async () => {
      const page = await harness.open();
      await showReport(page, 'regression');
      await settle(page);
      await behave(page);
      assert.deepEqual(page.problems, []);
      await page.context().close();
    });
  }
});
