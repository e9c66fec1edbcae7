import type { CodeLine } from './recipe';

/** What the arrays of a line are called in the source, by the names that recipes use. */
export type CodeNames = Readonly<Partial<Record<string, string>>>;

/** Words of Python and the modules that lines import. */
const taken: ReadonlySet<string> = new Set([
  ...['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class'],
  ...['continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global'],
  ...['if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return'],
  ...['try', 'while', 'with', 'yield', 'np', 'torch', 'F', 'len'],
]);

/**
 * The line with the source's own names where they can be names in Python and mean one thing each; a line that
 * defines or calls something of that name keeps its own.
 */
export function namedCode({ library, code }: CodeLine, names: CodeNames): CodeLine {
  const renamed = Object.entries(names).reduce((line, [own, name]) => {
    if (name === undefined || !isUsable(name, own, code, names)) return line;
    return line.replace(new RegExp(`\\b${own}\\b`, 'g'), name);
  }, code);
  return { library, code: renamed };
}

function isUsable(name: string, own: string, code: string, names: CodeNames): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name) || taken.has(name)) return false;
  const others = Object.entries(names).filter(([other]) => other !== own);
  const isOther = others.some(([other, value]) => other === name || value === name);
  const [statement = ''] = code.split('  # ');
  return !isOther && !new RegExp(`\\b${name}\\b`).test(statement);
}

/** Errors alone are predictions of 0: what takes the one from the other is the errors themselves. */
export function withoutZeros({ library, code }: CodeLine): CodeLine {
  const simple = code
    .replace(/\by_pred - y_true\b/g, 'y_pred')
    .replace(/\by_true - y_pred\b/g, '-y_pred')
    .replace(/\by_true\b/g, 'np.zeros_like(y_pred)');
  const needsNumpy = simple.includes('np.') && !simple.includes('import numpy as np');
  return { library, code: needsNumpy ? `import numpy as np; ${simple}` : simple };
}
