import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { failureOf } from '../../../src/host/failure';
import { fileName } from '../../../src/host/take/saveExport';
import { title, ui } from '../../../src/host/ui';
import { fake } from '../../support/fakeVscode';
import { hostileNames, linkInVsCode } from '../../support/hostileNames';

/** What VS Code draws as an icon in lists, in the status bar and in labels. */
const icon = /\$\([A-Za-z0-9~-]+\)/;

function assertPlain(text: string): void {
  assert.doesNotMatch(text, linkInVsCode);
  assert.doesNotMatch(text, icon);
  assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\u2028\u2029]/u, JSON.stringify(text.slice(0, 200)));
  assert.ok(text.length <= 700, `${text.length} characters`);
}

const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });

/** The sentence in which a file of this header or this name is refused; undefined when it is read. */
async function refused(name: string, text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  try {
    await engine.inspect([{ kind: 'bytes', name, bytes }], {});
    return undefined;
  } catch (error) {
    return failureOf(error).text;
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

describe('what VS Code shows of its own', () => {
  afterEach(() => {
    fake.messages.length = 0;
    fake.shown.length = 0;
    fake.picked = undefined;
  });

  it('has neither links nor icons of a name, no second line and a bounded length', async () => {
    for (const name of hostileNames) {
      await Promise.all([ui.info(name), ui.warn(`In ${name}: no`), ui.error(`${name}.`)]);
      ui.status(name, 1);
      await ui.pick([{ label: name, description: name, detail: name }], {
        title: name,
        placeHolder: name,
      });
      ui.progress(`Reading ${name}`, async () => undefined);
      for (const text of [...fake.messages, ...fake.shown, title(name)]) assertPlain(text);
    }
    assert.equal(fake.messages.length, 3 * hostileNames.length);
    assert.equal(fake.shown.length, 7 * hostileNames.length);
  });

  it('gives back the chosen item itself, not what was shown of it', async () => {
    fake.picked = 1;
    const items = hostileNames.map((label, id) => ({ label, id }));
    assert.equal(await ui.pick(items, {}), items[1]);
  });

  it('is one plain sentence of every file that cannot be read, whatever its names are', async () => {
    const texts = await Promise.all(
      hostileNames.flatMap(name => [
        refused('a.csv', `${quoted(name)}\n1\n2\n`),
        refused('a.csv', `${quoted(name)},b\nx,y\nz,w\n`),
        refused(`${name}.csv`, 'a,b\nx,y\n'),
        refused(name, ''),
        refused('a.csv', `y_true,y_pred\n${quoted(name)},${quoted(name)}\n`),
        refused('a.json', JSON.stringify({ [name]: { [name]: name } })),
        refused('a.py', `${JSON.stringify(name)}\nx = [1, ..., 2]\n`),
      ]),
    );
    const told = texts.filter(text => text !== undefined);
    assert.ok(told.length > 4 * hostileNames.length);
    for (const text of told) {
      assertPlain(text);
      assert.match(text, /[.?!…]$/);
    }
  });

  it('names files to be saved by what everybody sees', () => {
    for (const name of hostileNames) {
      assert.doesNotMatch(fileName(name), /[\p{Cc}\p{Cf}<>:"|?*/\\]/u);
      assert.ok(fileName(name).length <= 120);
    }
    assert.equal(fileName('..'), 'report');
  });

  it('passes one door: nothing else of the host gives VS Code a text to show', () => {
    const doors =
      /window\s*\.\s*(show(Information|Warning|Error)Message|showQuickPick|showInputBox|withProgress|setStatusBarMessage|createStatusBarItem|createQuickPick|createInputBox|createOutputChannel|createTerminal)|new MarkdownString|isTrusted|supportHtml/;
    const files = readdirSync('src/host', { recursive: true, encoding: 'utf8' });
    const through = files
      .filter(file => file.endsWith('.ts'))
      .filter(file => doors.test(readFileSync(join('src/host', file), 'utf8')));
    assert.deepEqual(through, ['ui.ts']);
  });
});
