import assert from 'node:assert/strict';
import { pageSays, pageText, useWorkbench } from '../../support/useWorkbench';

const rows = Array.from({ length: 30 }, (_, i) => `${i},${i + (i % 5)}`);
const printed = '>>> y_true\n[3.0, -0.5, 2.0, 7.0]\n>>> y_pred\n[2.5, 0.0, 2.0, 8.0]\n';

describe('the report on a selection', () => {
  const used = useWorkbench({
    'four.py': 'errors = [20, -20, 2, -2]\n',
    'rows.csv': `y_true,y_pred\n${rows.join('\n')}\n`,
    'console.txt': printed,
  });

  async function inspectLines(file: string, from: number, to: number, on: string) {
    await used.workbench.openFile(file);
    await used.workbench.selectLines(from, to);
    await used.workbench.rightClickInEditor(on, 'Inspect Loss of Selection');
    return used.panelAbout(file);
  }

  it('leads to each number of an array in one line, with the report still beside it', async () => {
    const { workbench } = used;
    const frame = await inspectLines('four.py', 1, 1, 'errors');
    const buttons = frame.locator('.worst button[data-line="1"]');
    await buttons.first().waitFor();
    const places = new Set<string>();
    for (let i = 0; i < 4; i++) {
      await buttons.nth(i).click();
      const status = workbench.page.locator('[id="status.editor.selection"]');
      await status.filter({ hasText: 'selected' }).waitFor();
      await workbench.page.waitForTimeout(300);
      places.add((await status.innerText()).trim());
      assert.equal(await workbench.page.locator('.tab', { hasText: 'Loss: four.py' }).count(), 1);
    }
    assert.equal(places.size, 4, [...places].join('; '));
    assert.ok(await frame.locator('h1').isVisible(), 'the report is still to be seen');
  });

  it('is there again after a reload, says that its text was edited, and is inspected anew with one click', async () => {
    const { workbench } = used;
    await workbench.reload();
    const frame = await used.panelAbout('four.py');
    await pageSays(frame, /errors/);
    assert.equal(await frame.locator('[data-stale]').count(), 0);
    await workbench.openFile('four.py');
    await workbench.goToLine(1);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.type(', 100');
    const stale = frame.locator('[data-stale]');
    await stale.getByText('has been edited').waitFor();
    await stale.getByRole('button', { name: 'Inspect Anew' }).click();
    await pageSays(frame, /5 (?:rows|errors)/);
  });

  it('uses the header of the file for rows that are selected below it', async () => {
    const frame = await inspectLines('rows.csv', 11, 20, '12,');
    const said = await pageText(frame);
    assert.match(said, /y_true/);
    assert.match(said, /y_pred/);
    assert.doesNotMatch(said, /column 1/);
  });

  it('is named by what a console was asked', async () => {
    const frame = await inspectLines('console.txt', 1, 4, 'y_true');
    const said = await pageText(frame);
    assert.match(said, /y_true/);
    assert.match(said, /y_pred/);
  });
});
