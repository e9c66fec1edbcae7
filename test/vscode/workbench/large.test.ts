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

describe('a large file', () => {
  const used = useWorkbench({ 'large.csv': 'y_true,y_pred\n1,2\n' });

  it('shows losses and charts of its first rows while the rest is read, and stops when told to', async () => {
    const { workbench } = used;
    writeLargeFile(join(used.folder, 'large.csv'));
    await workbench.rightClickInExplorer('large.csv', 'Inspect Loss');
    const frame = await used.panelAbout('large.csv');
    // At once: a fast disk may have the rest read before the charts are drawn.
    const partial = frame.locator('#partial');
    await partial.getByRole('button', { name: 'Stop Reading' }).click();
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
