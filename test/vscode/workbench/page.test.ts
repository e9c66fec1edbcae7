import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { themes } from '../../../scripts/vscode/workbench.mjs';
import { pageText, useWorkbench, wholeValue } from '../../support/useWorkbench';

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds serious on the page as it is. */
async function seriousFaults(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axeSource);
  const violations = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Element, options: object): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run(document.body, { preload: false })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const hostile = '"><img src=x onerror=alert(1)>';

describe('the page in the workbench', () => {
  const used = useWorkbench({
    'growing.csv': 'epoch,loss,val_loss\n0,1.0,1.1\n1,0.8,0.9\n2,0.7,0.8\n',
    'hostile.csv': `y_true,"y_pred ${hostile.replaceAll('"', '""')}"\n1,2\n3,5\n4,4\n`,
  });

  it('has no serious accessibility fault in any theme', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('two_models.csv', 'Inspect Loss');
    const frame = await used.panelAbout('two_models.csv');
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await workbench.page.waitForTimeout(500);
      assert.deepEqual(await seriousFaults(frame), [], theme);
    }
    await workbench.setTheme('Dark Modern');
  });

  it('goes to the line of a worst row', async () => {
    const { workbench } = used;
    const frame = await workbench.panelFrame();
    const button = frame.locator('button[data-line="92"]').first();
    await button.scrollIntoViewIfNeeded();
    await button.click();
    await workbench.page.getByText('Ln 92,').waitFor();
  });

  it('survives being hidden: the report is drawn again', async () => {
    const { workbench } = used;
    const before = await wholeValue(await workbench.panelFrame(), 'model_a', 'log_loss');
    await workbench.page.locator('.tab', { hasText: 'Loss: two_models.csv' }).click();
    // The explorer opens files in the active group, which now is that of the report.
    await workbench.explorerRow('house_price.py').dblclick();
    await workbench.page.locator('.tab.active[data-resource-name="house_price.py"]').waitFor();
    await workbench.page.locator('.tab', { hasText: 'Loss: two_models.csv' }).click();
    const frame = await used.panelAbout('two_models.csv');
    assert.equal(await wholeValue(frame, 'model_a', 'log_loss'), before);
  });

  it('can be copied as Markdown', async () => {
    const { workbench } = used;
    await workbench.runCommand('Loss Lens: Copy Report as Markdown');
    await workbench.page.getByText('The report is in the clipboard.').waitFor();
    const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^# Losses of two\\_models\.csv/);
  });

  it('says that a table was copied', async () => {
    const { workbench } = used;
    await (await workbench.panelFrame()).locator('#copy-csv').click();
    await workbench.page.getByText('Copied to the clipboard.').waitFor();
    const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^loss,model_a,model_b/);
  });

  it('shows names with markup as text', async () => {
    await used.workbench.rightClickInExplorer('hostile.csv', 'Inspect Loss');
    const frame = await used.panelAbout('hostile.csv');
    assert.ok((await pageText(frame)).includes(hostile));
    assert.equal(await frame.locator('img').count(), 0);
  });

  it('follows a log while it grows, and says when another file has changed', async () => {
    const { workbench, folder } = used;
    await workbench.rightClickInExplorer('growing.csv', 'Inspect Loss');
    const frame = await used.panelAbout('growing.csv');
    await frame.getByText('3 rows').first().waitFor();
    appendFileSync(join(folder, 'growing.csv'), '3,0.6,0.75\n4,0.55,0.7\n');
    await frame.getByText('5 rows').first().waitFor();
    await workbench.rightClickInExplorer('hostile.csv', 'Inspect Loss');
    await used.panelAbout('hostile.csv');
    writeFileSync(join(folder, 'hostile.csv'), 'y_true,p\n1,2\n');
    await frame.locator('#read-again').waitFor();
  });

  it('is shown in the side view, which follows the selection', async () => {
    const { workbench } = used;
    await workbench.runCommand('Loss Lens: Focus on Loss Lens View');
    await workbench.openFile('errors.py');
    await workbench.selectLines(6, 6);
    const side = await workbench.sideFrame();
    await side.locator('h1').filter({ hasText: 'errors.py' }).waitFor();
    assert.equal(await wholeValue(side, 'errors', 'mse'), 202);
    await workbench.openFile('two_models.csv');
    await side.locator('h1').filter({ hasText: 'two_models.csv' }).waitFor();
    await workbench.screenshot('side-view');
  });

  it('has no network and breaks no content security policy', async () => {
    const frame = await used.workbench.panelFrame();
    const refused = await frame.evaluate(() =>
      fetch('https://example.com').then(
        () => false,
        () => true,
      ),
    );
    assert.ok(refused);
    const others = used.workbench.complaints.filter(text => !text.includes('example.com'));
    assert.deepEqual(others, []);
  });
});
