import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commandHandlers } from '../../src/host/commands/commandHandlers';
import { openedKey } from '../../src/host/commands/openSample';
import { samples } from '../../src/host/commands/sampleList';
import { isDataFile } from '../../src/host/dataFile';
import { menuClauses } from '../../src/host/menuClauses';
import { panelViewType } from '../../src/host/page/panel';
import { sideViewId } from '../../src/host/page/sideView';
import { settingDefaults, settingLimits } from '../../src/host/settings';
import { codeLanguageIds } from '../../src/names/code/language';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;

interface Step {
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const steps: readonly Step[] = contributes.walkthroughs[0].steps;

describe('package.json', () => {
  it('declares exactly the commands that the code registers', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(declared.sort(), Object.keys(commandHandlers).sort());
  });

  it('names only declared commands in menus and keybindings', () => {
    const menus = Object.values<{ command: string }[]>(contributes.menus).flat();
    for (const { command } of [...menus, ...contributes.keybindings]) {
      assert.ok(command in commandHandlers, command);
    }
  });

  it('declares exactly the settings that the code reads, with the same defaults', () => {
    const declared = Object.entries<{ default: unknown }>(contributes.configuration.properties);
    const defaults = Object.fromEntries(
      declared.map(([name, { default: value }]) => [name, value]),
    );
    const read = Object.entries(settingDefaults).map(([name, value]) => [
      `lossLens.${name}`,
      value,
    ]);
    assert.deepEqual(defaults, Object.fromEntries(read));
  });

  it('declares the limits of every number that the code keeps within them', () => {
    for (const [name, limits] of Object.entries(settingLimits)) {
      const { minimum, maximum } = contributes.configuration.properties[`lossLens.${name}`];
      assert.deepEqual([minimum, maximum], limits, name);
    }
  });

  it('takes from a folder that is not trusted no setting that costs memory or starts something', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    // With `true` VS Code would pay no heed to the list.
    assert.equal(supported, 'limited');
    const harmless = ['lossLens.firstLosses', 'lossLens.tolerance'];
    const declared = Object.keys(contributes.configuration.properties);
    assert.deepEqual(
      declared.filter(name => !harmless.includes(name)).sort(),
      [...restrictedConfigurations].sort(),
    );
  });

  it('declares the views that the code fills, and wakes up for a restored panel and for source code', () => {
    assert.equal(contributes.views.lossLens[0].id, sideViewId);
    const languages = codeLanguageIds.map(id => `onLanguage:${id}`);
    assert.deepEqual(manifest.activationEvents, [`onWebviewPanel:${panelViewType}`, ...languages]);
  });

  it('offers its menus on the files that the table of formats names', () => {
    for (const { menu, command, when } of menuClauses) {
      const entries: { command: string; when: string }[] = contributes.menus[menu];
      assert.equal(entries.find(entry => entry.command === command)?.when, when);
    }
    assert.ok(isDataFile('/a/b.csv'));
    assert.ok(isDataFile('/runs/events.out.tfevents.1700000000.host'));
    assert.ok(!isDataFile('/a/b.png'));
  });

  it('pins every dependency to an exact version', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const [name, version] of versions) assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
  });

  it('types against the oldest VS Code it runs in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('ships by an allow-list, and every file it names is there', () => {
    const [first, ...allowed] = readFileSync('.vscodeignore', 'utf8').trim().split('\n');
    assert.equal(first, '**');
    assert.ok(allowed.every(line => line.startsWith('!')));
    const media = steps.map(({ media: { svg } }) => svg);
    for (const file of [manifest.icon, 'LICENSE', ...media]) assert.ok(existsSync(file), file);
  });

  it('offers every sample that lies in the folder', () => {
    const files = readdirSync('samples').filter(file => file !== 'README.md');
    assert.deepEqual(samples.map(sample => sample.file).sort(), files.sort());
  });

  it('draws the steps of the walkthrough in colours of the theme, each with a text in its place', () => {
    for (const { media } of steps) {
      const picture = readFileSync(media.svg, 'utf8');
      assert.doesNotMatch(
        picture.replace(/var\([^)]*\)/g, ''),
        /#[0-9a-f]{3,6}|(?:fill|stroke)="/i,
      );
      assert.ok(picture.includes(`<title>${media.altText}</title>`), media.svg);
    }
  });

  it('has seven steps, each done when its sample was shown or a file of the own was inspected', () => {
    const [own, ...lessons] = steps.toReversed();
    assert.equal(lessons.length, 6);
    assert.ok(own!.completionEvents.includes('onCommand:lossLens.inspectFile'));
    for (const { description, completionEvents } of lessons) {
      const file = /openSample\?%22([^%]+)%22/.exec(description)?.[1];
      assert.deepEqual(completionEvents, [`onContext:${openedKey(file ?? '')}`]);
      assert.match(description, /\?/);
    }
  });

  it('opens only existing samples from the walkthrough', () => {
    const text = JSON.stringify(contributes.walkthroughs);
    const named = [...text.matchAll(/openSample\?%22([^%]+)%22/g)].map(match => match[1]);
    assert.ok(named.length > 0);
    for (const name of named)
      assert.ok(
        samples.some(sample => sample.file === name),
        name,
      );
  });
});
