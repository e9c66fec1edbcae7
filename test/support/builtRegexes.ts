import { window } from 'vscode';
import { defaultParameters } from '../../src/shared/metricId';
import { firstUsable, regression } from './samplesOf';

/** Names that a pattern may be built of: long, and such as mean something in one. */
const names = ['a', 'a'.repeat(300), '_a_1'.repeat(40)];

/** The regular expressions that are built while something is loaded and called. */
async function whileDoing(work: () => Promise<void>): Promise<readonly RegExp[]> {
  const built: RegExp[] = [];
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct: (target, args) => {
      const regex = Reflect.construct(target, args) as RegExp;
      built.push(regex);
      return regex;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = own;
  }
  return [...new Map(built.map(regex => [String(regex), regex])).values()];
}

/** For each file of src that builds regular expressions: what makes it build them. */
export const builtRegexes: Readonly<Record<string, () => Promise<readonly RegExp[]>>> = {
  'readers/text/darknetLine.ts': () =>
    whileDoing(async () => {
      await import('../../src/readers/text/darknetLine');
    }),
  'readers/text/logPrefix.ts': () =>
    whileDoing(async () => {
      await import('../../src/readers/text/logPrefix');
    }),
  'readers/readError.ts': () =>
    whileDoing(async () => {
      await import('../../src/readers/readError');
    }),
  'roles/parts/nameTokens.ts': () =>
    whileDoing(async () => {
      await import('../../src/roles/parts/nameTokens');
    }),
  'names/losses/mayBeLoss.ts': () =>
    whileDoing(async () => {
      const { mayBeLoss } = await import('../../src/names/losses/mayBeLoss');
      for (const name of names) mayBeLoss(name, () => '');
    }),
  'core/code/codeLines.ts': () =>
    whileDoing(async () => {
      const { codeLines } = await import('../../src/core/code/codeLines');
      codeLines(firstUsable(regression([1, 2], [1, 3], [1, 2])), 'mse', defaultParameters);
    }),
  'core/code/namedCode.ts': () =>
    whileDoing(async () => {
      const { namedCode } = await import('../../src/core/code/namedCode');
      const line = { library: 'NumPy', code: 'np.mean(y_true - y_pred)' } as const;
      for (const name of names) namedCode(line, { y_true: name });
    }),
  'host/take/saveExport.ts': () =>
    whileDoing(async () => {
      const { saveExport } = await import('../../src/host/take/saveExport');
      Object.assign(window, { showSaveDialog: async () => undefined });
      await saveExport('csv', 'report.csv', '');
    }),
};
