import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { pageText, useWorkbench } from '../../support/useWorkbench';

const command = '(command:workbench.action.files.newUntitledFile)';
const link = `[Show how to fix this file]${command}`;
const names = [
  link,
  '<img src=x onerror=alert(1)>',
  '$(trash) gone',
  '\u202Egnp.exe',
  '=HYPERLINK("http://example.com")',
];
const quoted = names.map(name => `"${name.replaceAll('"', '""')}"`);
const rows = Array.from({ length: 30 }, (_, i) => `${i},${names.map((_, k) => i + k).join()}`);
/** A file system takes this name, and so must the notification that the file is being read. */
const named = '[click](command:workbench.action.files.newUntitledFile).csv';

/** Anything on the page that no report has. */
async function strangersOn(frame: Frame): Promise<number> {
  return frame.locator('#app a, #app img, #app script, #app iframe, #app object').count();
}

describe('hostile names in a folder that is not trusted', () => {
  const used = useWorkbench(
    {
      'one_column.csv': `${quoted[0]}\n1\n2\n3\n`,
      'models.csv': `y_true,${quoted.join()}\n${rows.join('\n')}\n`,
      [named]: 'y_true,y_pred\n',
    },
    { trustAll: false },
  );

  it('make no link of a notification, and the sentence can be read whole', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('one_column.csv', 'Inspect Loss');
    const frame = await workbench.panelFrame();
    await frame.getByText('Show how to fix this file').first().waitFor();
    assert.match(await pageText(frame), /one_column\.csv: .*\[Show how to fix this file\]/);
    assert.equal(await strangersOn(frame), 0);
    const notice = await workbench.notification('one_column.csv');
    assert.match((await notice.textContent()) ?? '', /\[Show how to fix this file\] \(command:/);
    assert.equal(await notice.locator('.notification-list-item-message a').count(), 0);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('make no link of a notification or a title when they are names of files', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer(named, 'Inspect Loss');
    const tab = workbench.page.locator('.tab', { hasText: 'Loss: [click] (command:' });
    await tab.first().waitFor();
    const frame = await workbench.panelFrame();
    await frame.locator('.problem').first().waitFor();
    const notice = await workbench.notification('click');
    assert.equal(await notice.locator('.notification-list-item-message a').count(), 0);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('are text on the page, as models and in every tooltip, and nothing was run', async () => {
    const { workbench } = used;
    await workbench.rightClickInExplorer('models.csv', 'Inspect Loss');
    const frame = await used.panelAbout('models.csv');
    const text = await pageText(frame);
    assert.match(text, /<img src=x onerror=alert\(1\)>/);
    assert.match(text, /\\u202Egnp\.exe/);
    assert.equal(await strangersOn(frame), 0);
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Untitled-1' }).count(), 0);
  });
});
