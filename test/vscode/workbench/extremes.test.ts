import assert from 'node:assert/strict';
import { pageText, useWorkbench } from '../../support/useWorkbench';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

function table(names: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return `${[names.map(quote), ...rows].map(row => row.join(',')).join('\n')}\n`;
}

const hebrew = 'תחזית \u202Eabc';
const odd = ['y_true', hebrew, '🦊🔥 model', '<b>bold</b><script>alert(1)</script>'];
const long = numbers(3).map(i => `${'very_long_'.repeat(50)}${i}`);
const models = numbers(30).map(i => `model_${i}`);

interface Extreme {
  readonly file: string;
  readonly content: string;
  readonly says: readonly RegExp[];
}

const extremes: readonly Extreme[] = [
  {
    file: 'one_row.csv',
    content: 'y_true,y_pred\n3,5\n',
    says: [/1 row\b/, /R2/, /undefined|at least (2|two)|one (row|sample)/i],
  },
  {
    file: 'many_classes.csv',
    content: table(
      ['label', 'prediction'],
      numbers(20_000).map(i => [`class_${i % 900}`, `class_${(i * 7) % 900}`]),
    ),
    says: [/Only the 50 most frequent classes are shown; 850 classes/],
  },
  {
    file: 'many_models.csv',
    content: table(
      ['y_true', ...models],
      numbers(60).map(i => [i, ...models.map((_, m) => i + ((i * (m + 3)) % 7) - 3)]),
    ),
    says: [/model_0\b/, /model_29\b/],
  },
  {
    file: 'long_names.csv',
    content: table(
      ['y_true', ...long],
      numbers(30).map(i => [i, i + 1, i - 2, i + (i % 5)]),
    ),
    says: [/very_long_/],
  },
  {
    file: 'odd_names.csv',
    content: table(
      odd,
      numbers(30).map(i => [i, i + 1, i - 2, i + (i % 5)]),
    ),
    says: [/תחזית/, /🦊🔥 model/, /<script>alert\(1\)<\/script>/],
  },
  {
    file: 'infinite.csv',
    content: table(
      ['label', 'p_one', 'p_two'],
      numbers(40).map(i => [i % 2, i % 2 === 0 ? 1 : 0.25, i % 3 === 0 ? 0 : 0.75]),
    ),
    says: [/Infinity|infinite|∞/i],
  },
];

describe('extreme reports in the workbench', () => {
  const used = useWorkbench(
    Object.fromEntries(extremes.map(({ file, content }) => [file, content])),
  );

  for (const { file, says } of extremes) {
    it(`stay readable for ${file}`, async () => {
      const { workbench } = used;
      await workbench.rightClickInExplorer(file, 'Inspect Loss');
      const frame = await used.panelAbout(file);
      await frame.locator('td[data-metric]').first().waitFor();
      await workbench.page.waitForTimeout(1500);
      await workbench.screenshot(`extreme-${file}`);
      const text = await pageText(frame);
      for (const sentence of says) assert.match(text, sentence);
      const tooWide = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(tooWide <= 0, `the page is ${tooWide} pixels too wide`);
      assert.doesNotMatch(text, /\bNaN\b|\[object|\bnull\b/);
    });
  }

  it('run no markup and break no content security policy', async () => {
    assert.deepEqual(used.workbench.complaints, []);
    const frame = await used.workbench.panelFrame();
    assert.equal(await frame.locator('#app script, #app img').count(), 0);
  });
});
