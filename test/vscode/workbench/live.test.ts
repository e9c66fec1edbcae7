import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { useWorkbench } from '../../support/useWorkbench';

const rowsBefore = 500;
/** The added lines, and the bytes at both ends of the rest which tell that it has not changed. */
const maxRead = 1024 + 200;
const header = 'epoch,loss,val_loss\n';

function row(epoch: number): string {
  const loss = 1 / (1 + epoch / 50);
  return `${epoch},${loss.toFixed(6)},${(loss + 0.1).toFixed(6)}\n`;
}

/** The loss falls while the validation loss falls and, from epoch 10 on, rises. */
function overfitted(from: number, to: number): string {
  const epochs = Array.from({ length: to - from }, (_, i) => from + i);
  const lines = epochs.map(epoch => {
    const validation = epoch < 10 ? 1 - 0.05 * epoch : 0.5 + 0.04 * (epoch - 10);
    return `${epoch},${(1 / (1 + epoch)).toFixed(6)},${validation.toFixed(6)}\n`;
  });
  return lines.join('');
}

/** How many values of val_loss the table of series counts. */
async function validationCount(frame: Frame): Promise<number> {
  const series = frame.locator('tr', { has: frame.locator('td[data-series="val_loss"]') });
  return Number(await series.first().locator('td').last().textContent());
}

/** What the engine read for the report that is shown, of a file of 13 kB. */
async function bytesRead(frame: Frame): Promise<number> {
  const facts = frame.locator('header .facts');
  return Number((await facts.getAttribute('data-bytes-read')) ?? Number.NaN);
}

describe('a log that grows', () => {
  const used = useWorkbench(
    {
      'live.csv': header + Array.from({ length: rowsBefore }, (_, epoch) => row(epoch)).join(''),
      'turning.csv': header + overfitted(0, 10),
    },
    { settings: { 'lossLens.notifyVerdict': true } },
  );

  it('is followed line by line, and only the added lines are read', async () => {
    const { workbench, folder } = used;
    await workbench.rightClickInExplorer('live.csv', 'Inspect Loss');
    const frame = await used.panelAbout('live.csv');
    assert.equal(await validationCount(frame), rowsBefore);
    const shown = new Set<number>();
    for (let epoch = rowsBefore; epoch < rowsBefore + 8; epoch++) {
      appendFileSync(join(folder, 'live.csv'), row(epoch));
      await workbench.page.waitForTimeout(1000);
      const count = await validationCount(frame);
      if (count > rowsBefore) assert.ok((await bytesRead(frame)) <= maxRead);
      shown.add(count);
    }
    await frame
      .getByText(`${rowsBefore + 8} rows`)
      .first()
      .waitFor();
    assert.equal(await validationCount(frame), rowsBefore + 8);
    assert.ok((await bytesRead(frame)) <= maxRead);
    assert.ok(shown.size >= 4, `while it was written the page showed ${[...shown].join(', ')}`);
  });

  it('has its new verdict said on the page and, when asked for, in a notification', async () => {
    const { workbench, folder } = used;
    await workbench.rightClickInExplorer('turning.csv', 'Inspect Loss');
    const frame = await used.panelAbout('turning.csv');
    appendFileSync(join(folder, 'turning.csv'), overfitted(10, 40));
    await frame.locator('[role="status"]', { hasText: 'turning.csv: overfitting' }).waitFor({
      state: 'attached',
    });
    await workbench.notification('turning.csv: overfitting');
  });
});
