import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../../support/useWorkbench';

const blocks = 120;
const rowsOfBlock = 200_000;

/** 24 million rows, long enough to be looked at while they are read. */
function writeLargeFile(path: string): void {
  const rows = Array.from({ length: rowsOfBlock }, (_, i) => {
    const target = (i * 7919) % 100_003;
    return `${target / 1000},${(target + ((i * 31) % 997)) / 1000}\n`;
  });
  const block = rows.join('');
  writeFileSync(path, 'y_true,y_pred\n');
  for (let i = 0; i < blocks; i++) appendFileSync(path, block);
}

/** Runs in the page: a person's quickest press, for a fast machine has the rest read before a test can look. */
function pressWhenDrawn(selector: string): void {
  const watch = new MutationObserver(() => {
    const button = document.querySelector<HTMLElement>(selector);
    if (button === null) return;
    watch.disconnect();
    button.click();
  });
  watch.observe(document, { subtree: true, childList: true });
}

describe('a large file', () => {
  const start = 'y_true,y_pred\n1,2\n';
  const used = useWorkbench({ 'small.csv': start, 'large.csv': start });

  it('shows losses and charts of its first rows while the rest is read, and stops when told to', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('small.csv', 'Inspect Loss');
    const frame = await used.panelAbout('small.csv');
    writeLargeFile(join(used.folder, 'large.csv'));
    await frame.evaluate(pressWhenDrawn, '#partial button');
    await workbench.rightClickInExplorer('large.csv', 'Inspect Loss');
    await used.panelAbout('large.csv');
    await frame.getByRole('button', { name: 'Read All' }).waitFor();
    await frame.locator('figure canvas').first().waitFor();
    const stopped = await frame.locator('body').innerText();
    assert.match(stopped, /Reading was stopped\. Everything below is about the first [\d\s]+ rows/);
    await workbench.screenshot('large-stopped');
  });

  it('is read to its end after all', async () => {
    const frame = await used.workbench.panelFrame();
    await frame.getByRole('button', { name: 'Read All' }).click();
    await frame
      .getByText(/24.000.000 rows/)
      .first()
      .waitFor({ timeout: 240_000 });
    await frame.locator('#partial').waitFor({ state: 'detached', timeout: 240_000 });
    await frame.locator('figure canvas').first().waitFor();
    assert.match(await frame.locator('body').innerText(), /24.000.000 rows · csv/);
  });
});
