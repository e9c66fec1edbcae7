import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Frame } from 'playwright-core';
import { pageSays, useWorkbench, wholeValue } from '../../support/useWorkbench';

/** Ten rows that are off by 1, and one, on the given line, that is off by 30. */
function part(from: number, wrongLine: number): string {
  const rows = Array.from({ length: 10 }, (_, i) => {
    const target = from + i;
    return `${target},${target + (i === wrongLine - 2 ? 30 : 1)}`;
  });
  return `y_true,y_pred\n${rows.join('\n')}\n`;
}

/** Of parts in which one row of ten is off by 30. */
const mae = 3.9;

function linesOf(frame: Frame): Promise<string[]> {
  return frame
    .locator('.worst tbody button[data-line]')
    .evaluateAll(buttons =>
      buttons.slice(0, 2).map(button => `${button.dataset.source}:${button.dataset.line}`),
    );
}

describe('a table in many files', () => {
  const used = useWorkbench({
    'shards/part-00000.csv': part(0, 4),
    'shards/part-00001.csv': part(10, 7),
    'shards/_SUCCESS': '',
    'packed.csv.gz': gzipSync(part(0, 4)),
    'north.csv': part(0, 4),
    'south.csv': part(100, 7),
  });

  it('is one report of a folder of parts, whose worst rows lead to the file and line they stand in', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('shards', 'Inspect Loss');
    const frame = await used.panelAbout('part-00000.csv');
    await pageSays(frame, /20 rows/);
    assert.equal(await wholeValue(frame, 'y_pred', 'mae'), mae);
    assert.deepEqual((await linesOf(frame)).sort(), ['0:4', '1:7']);
    await frame.locator('.worst button[data-source="1"][data-line="7"]').click();
    await workbench.page.locator('.tab.active[data-resource-name="part-00001.csv"]').waitFor();
    await workbench.lineWith('15,45').waitFor();
    await workbench.page
      .locator('.statusbar-item', { hasText: 'Ln 7, Col 6 (2 selected)' })
      .waitFor();
    await workbench.screenshot('parts');
  });

  it('takes in a part that is added to the folder', async () => {
    const frame = await used.workbench.panelFrame();
    writeFileSync(join(used.folder, 'shards/part-00002.csv'), part(20, 9));
    await pageSays(frame, /30 rows/);
    await frame.locator('.worst button[data-source="2"][data-line="9"]').waitFor();
    assert.equal(await wholeValue(frame, 'y_pred', 'mae'), mae);
  });

  it('is read from a compressed file', async () => {
    await used.workbench.rightClickInExplorer('packed.csv.gz', 'Inspect Loss');
    const frame = await used.panelAbout('packed.csv.gz');
    assert.equal(await wholeValue(frame, 'y_pred', 'mae'), mae);
  });

  it('is asked about where the names of the files do not say', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer(['north.csv', 'south.csv'], 'Compare Losses');
    await workbench.notification('These Are Parts of One Table');
    await workbench.screenshot('parts-asked');
    const problem = await workbench.panelFrame();
    await problem.getByRole('button', { name: 'These Are Parts of One Table' }).click();
    const frame = await used.panelAbout('north.csv');
    await pageSays(frame, /20 rows/);
    assert.equal(await wholeValue(frame, 'y_pred', 'mae'), mae);
  });
});
