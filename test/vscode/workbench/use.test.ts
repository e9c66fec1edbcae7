import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Frame } from 'playwright-core';
import { pageText, useWorkbench, wholeValue } from '../../support/useWorkbench';

/** Errors of 0 to 4, and one of 50 on line 21. */
const rows = Array.from({ length: 40 }, (_, i) => `${i},${i + (i === 19 ? 50 : i % 5)}`);
const ids = Array.from({ length: 10 }, (_, i) => i + 1);
const log = (last: number): string =>
  `epoch,loss,val_loss\n${[4, 3, 2, 1, 0].map((n, i) => `${i},${last + n},${last + n + 0.5}`).join('\n')}\n`;

/** What the canvas of the first figure shows. */
async function pixels(frame: Frame): Promise<string> {
  return frame
    .locator('figure canvas')
    .first()
    .evaluate(canvas => {
      return (canvas as HTMLCanvasElement).toDataURL();
    });
}

describe('the report in use', () => {
  const used = useWorkbench({
    'numbers.csv': `y_true,y_pred\n${rows.join('\n')}\n`,
    'stars.csv': `y_true,y_pred\n${ids.map(id => `${1 + (id % 5)},${1 + ((id * 3) % 5)}`).join('\n')}\n`,
    'submission.csv': `id,prediction\n${ids.map(id => `${id},${id + 1}.5`).join('\n')}\n`,
    'answers.csv': `id,target\n${ids.map(id => `${id},${id + 1}.25`).join('\n')}\n`,
    'runs/lr_0.1/metrics.csv': log(1),
    'runs/lr_0.01/metrics.csv': log(2),
    'runs/notes.csv': 'note\nnothing\nto see\n',
  });

  it('marks the line of the point under the pointer, and the point of the cursor', async () => {
    const { workbench } = used;
    await workbench.openFile('numbers.csv');
    await workbench.rightClickInExplorer('numbers.csv', 'Inspect Loss');
    const frame = await used.panelAbout('numbers.csv');
    await workbench.goToLine(21);
    const canvas = frame.locator('figure canvas').first();
    await frame.locator('tr.at-cursor button[data-line="21"]').first().waitFor();
    const ringed = await pixels(frame);
    await workbench.goToLine(2);
    await frame.locator('tr.at-cursor button[data-line="21"]').waitFor({ state: 'hidden' });
    assert.notEqual(await pixels(frame), ringed);
    const marked = workbench.page.locator(
      '.view-overlays [class*="ced-"][style*="background"], .view-overlays .cdr[class*="ced-"]',
    );
    assert.equal(await marked.count(), 0);
    const { width, height } = (await canvas.boundingBox()) ?? assert.fail('the chart has no size');
    for (let i = 0; i < 60 && (await marked.count()) === 0; i++) {
      // The largest error stands in the upper right corner.
      const [x, y] = [0.9 + 0.01 * (i % 10), 0.06 + 0.03 * Math.floor(i / 10)];
      await canvas.hover({ position: { x: x * width, y: y * height } });
      await workbench.page.waitForTimeout(150);
    }
    await marked.first().waitFor();
    await workbench.screenshot('point-and-line');
  });

  it('tells beside a point what the other columns of its row hold', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('predictions.csv', 'Inspect Loss');
    const frame = await used.panelAbout('predictions.csv');
    await frame.locator('.pill', { hasText: 'linear' }).click();
    const chart = frame.locator('[data-chart="loss-versus-error"] .plot');
    await chart.focus();
    await chart.press('End');
    // The largest error stands on line 15: F014,York,263.7,302.2,278.1
    await frame.locator('.tooltip', { hasText: 'F014' }).filter({ hasText: 'York' }).waitFor();
    await workbench.screenshot('row-of-a-point');
  });

  it('lists the rows of a bar, by pointer and by keyboard', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('numbers.csv', 'Inspect Loss');
    const frame = await used.panelAbout('numbers.csv');
    const bars = frame.locator('[data-chart="error-histogram"] .plot');
    await bars.focus();
    await bars.press('End');
    await frame.locator('.tooltip', { hasText: 'its rows' }).waitFor();
    await workbench.screenshot('bar');
    await bars.press('Enter');
    const lines = frame.locator('.worst tbody [data-line]');
    await frame.locator('.worst', { hasText: '1 row.' }).waitFor();
    assert.deepEqual(await lines.allTextContents(), ['21']);
    await workbench.screenshot('rows-of-a-bar');
    await frame.getByRole('button', { name: 'Show All Rows' }).click();
    await lines.nth(9).waitFor();
    const { width, height } = (await bars.boundingBox()) ?? assert.fail('the chart has no size');
    // Nearly all errors are small: the highest bar stands at the left.
    await bars.click({ position: { x: 0.2 * width, y: 0.7 * height } });
    await frame.locator('.worst', { hasText: 'Only errors from' }).waitFor();
    await frame.locator('.worst [role="status"]', { hasText: /row/ }).waitFor();
    assert.ok(!(await lines.allTextContents()).includes('21'));
    await frame.getByRole('button', { name: 'Show All Rows' }).click();
  });

  it('walks the worst rows forth and back', async () => {
    const { workbench } = used;
    // The page follows the cursor of the editor, whichever of them has the focus once the palette has closed.
    const atWorst = (await workbench.panelFrame()).locator(
      '.worst tr.at-cursor button[data-line="21"]',
    );
    await workbench.runCommand('Loss Lens: Go to Next Worst Row');
    await atWorst.waitFor();
    await workbench.runCommand('Loss Lens: Go to Next Worst Row');
    await atWorst.waitFor({ state: 'hidden' });
    await workbench.runCommand('Loss Lens: Go to Previous Worst Row');
    await atWorst.waitFor();
  });

  it('computes anew while a slider is moved', async () => {
    const frame = await used.workbench.panelFrame();
    const before = await wholeValue(frame, 'y_pred', 'huber');
    await frame.getByRole('button', { name: 'Adjust' }).first().click();
    const slider = frame.getByLabel('Huber delta').first();
    await slider.focus();
    for (let step = 0; step < 40; step++) await slider.press('ArrowRight');
    const cell = frame.locator('td[data-metric="huber"] [data-whole]').first();
    for (let tries = 0; tries < 50; tries++) {
      if (Number(await cell.getAttribute('data-whole')) !== before) break;
      await used.workbench.page.waitForTimeout(100);
    }
    assert.notEqual(Number(await cell.getAttribute('data-whole')), before);
  });

  it('changes a role with two clicks and remembers it', async () => {
    const { workbench } = used;
    const frame = await used.panelAbout('numbers.csv');
    await frame.locator('#roles-summary').click();
    await frame.getByLabel('Role of y_pred').selectOption({ label: 'Target' });
    await frame.locator('td[data-model="y_true"]').first().waitFor();
    await workbench.rightClickInExplorer('two_models.csv', 'Inspect Loss');
    await used.panelAbout('two_models.csv');
    await workbench.rightClickInExplorer('numbers.csv', 'Inspect Loss');
    await (await used.panelAbout('numbers.csv'))
      .locator('td[data-model="y_true"]')
      .first()
      .waitFor();
  });

  it('asks once whether few integers are classes, and remembers the answer', async () => {
    const { workbench } = used;
    const doubt = (frame: Frame) =>
      frame.getByRole('group', { name: /are they numbers or classes/ });
    await workbench.rightClickInExplorer('stars.csv', 'Inspect Loss');
    const frame = await used.panelAbout('stars.csv');
    await doubt(frame).waitFor();
    const wasMeasured = /regression/.test(await pageText(frame));
    const answer = wasMeasured ? 'Classes: right or wrong' : 'Numbers: how far off matters';
    await doubt(frame).getByRole('button', { name: answer }).click();
    const metric = wasMeasured ? 'accuracy' : 'mse';
    await frame.locator(`td[data-metric="${metric}"]`).first().waitFor();
    await workbench.rightClickInExplorer('two_models.csv', 'Inspect Loss');
    await used.panelAbout('two_models.csv');
    await workbench.rightClickInExplorer('stars.csv', 'Inspect Loss');
    const again = await used.panelAbout('stars.csv');
    await again.locator(`td[data-metric="${metric}"]`).first().waitFor();
    assert.equal(await doubt(again).count(), 0);
  });

  it('says which number a script has printed', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('two_models.csv', 'Inspect Loss');
    await used.panelAbout('two_models.csv');
    await workbench.runCommand('Loss Lens: Which Number Is This?');
    await workbench.answer('1.2288');
    const answers = workbench.quickInput().locator('.monaco-list-row');
    await answers.filter({ hasText: 'model_b' }).first().waitFor();
    assert.match((await answers.first().textContent()) ?? '', /log loss/i);
    await workbench.page.keyboard.press('Escape');
  });

  it('is exported as one HTML file, as Markdown and as a table', async () => {
    const { workbench, folder } = used;
    await workbench.rightClickInExplorer('two_models.csv', 'Inspect Loss');
    await used.panelAbout('two_models.csv');
    // By their details: the palette, which is just closing, may list commands with such names.
    const formats = {
      'The whole report': 'html',
      'Findings and tables': 'md',
      'Every loss': 'csv',
    };
    const written: string[] = [];
    for (const [format, extension] of Object.entries(formats)) {
      await workbench.runCommand('Loss Lens: Export Report');
      await workbench.pick(format);
      const file = join(folder, `two_models-loss.${extension}`);
      await workbench.answerDialog(file);
      // A file stands there empty for a moment before its content does.
      const text = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
      for (let tries = 0; tries < 100 && text() === ''; tries++) {
        await workbench.page.waitForTimeout(100);
      }
      written.push(text());
      // A click into the explorer while it takes up new files would hit another row.
      await workbench.explorerRow(basename(file)).waitFor();
    }
    const [html = '', markdown = '', table = ''] = written;
    assert.match(html, /^<!DOCTYPE html>/);
    assert.match(html, /<img src="data:image\/png;base64,/);
    assert.doesNotMatch(html, /<script|<link|(?:src|href)="(?!data:)/);
    for (const text of [html, markdown, table]) assert.match(text, /model\\?_b/);
    assert.match(markdown, /0\.137793, best \(0\.0\d+ to 0\.\d+\) \| 1\.22883 .* \| 0\.693147 \|/);
    for (const shown of [/95 % interval/, /baseline/i, /0\.693147/]) assert.match(html, shown);
    assert.match(table, /log loss[^\r\n]*,1\.2288/i);
  });

  it('offers to join a truth file to a submission', async () => {
    const { workbench, folder } = used;
    await workbench.rightClickInExplorer('submission.csv', 'Inspect Loss');
    const frame = await workbench.panelFrame();
    await frame.getByRole('button', { name: 'Join a Truth File' }).click();
    await workbench.answerDialog(join(folder, 'answers.csv'));
    await used.panelAbout('answers.csv');
    assert.equal(await wholeValue(await workbench.panelFrame(), 'prediction', 'mae'), 0.25);
  });

  it('compares the training logs in a folder', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('runs', 'Compare Losses');
    const frame = await used.panelAbout('metrics.csv');
    const text = await pageText(frame);
    assert.match(text, /lr_0\.1\b/);
    assert.match(text, /lr_0\.01\b/);
    await workbench.notification('Left out of the folder: notes.csv');
    await workbench.screenshot('folder');
  });

  it('is there again after the window was reloaded, and in another group', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('two_models.csv', 'Inspect Loss');
    const before = await wholeValue(await used.panelAbout('two_models.csv'), 'model_b', 'log_loss');
    await workbench.reload();
    const frame = await used.panelAbout('two_models.csv');
    assert.equal(await wholeValue(frame, 'model_b', 'log_loss'), before);
    await workbench.page.locator('.tab', { hasText: 'Loss: two_models.csv' }).click();
    await workbench.runCommand('View: Move Editor into First Group');
    const moved = await used.panelAbout('two_models.csv');
    assert.equal(await wholeValue(moved, 'model_b', 'log_loss'), before);
  });
});
