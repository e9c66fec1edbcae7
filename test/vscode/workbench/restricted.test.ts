import assert from 'node:assert/strict';
import { useWorkbench, wholeValue } from '../../support/useWorkbench';

const large = 'y_true,y_pred\n'.concat('0.123456789,0.987654321\n'.repeat(1_000_000));

describe('a folder that is not trusted', () => {
  const used = useWorkbench({ 'large.csv': large }, { trustAll: false });

  it('opens in Restricted Mode, where losses are shown all the same', async () => {
    const { workbench } = used;
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    await workbench.rightClickInExplorer('two_models.csv', 'Inspect Loss');
    const frame = await used.panelAbout('two_models.csv');
    assert.equal((await wholeValue(frame, 'model_a', 'accuracy')).toFixed(2), '0.90');
  });

  it('has a side view that teaches how to start, and reads large files only when told to', async () => {
    const { workbench } = used;
    await workbench.runCommand('Loss Lens: Focus on Loss Lens View');
    const side = await workbench.sideFrame();
    assert.equal(await side.locator('body').getAttribute('data-place'), 'side');
    await workbench.focusFirstGroup();
    await workbench.explorerRow('large.csv').click();
    await side.getByText('large.csv').first().waitFor();
    const read = side.getByRole('button', { name: /read/i }).first();
    await read.waitFor();
    assert.equal(await side.locator('td[data-metric]').count(), 0);
    await read.click();
    await side.locator('td[data-metric="mse"]').first().waitFor({ timeout: 240_000 });
  });

  it('follows a change of theme while it is open', async () => {
    const { workbench } = used;
    const frame = await workbench.panelFrame();
    const colour = (): Promise<string> =>
      frame.locator('body').evaluate(body => getComputedStyle(body).color);
    const before = await colour();
    await workbench.setTheme('Light Modern');
    await workbench.page.waitForTimeout(1000);
    assert.notEqual(await colour(), before);
  });
});
