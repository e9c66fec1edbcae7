import { spawnSync } from 'node:child_process';
import { notRun } from './notRun';

const timeLimit = 120_000;

/** A test that needs a Python with these modules: counted as not run where there is none. */
export function itWithPython(
  title: string,
  modules: readonly string[],
  test: (python: string) => void,
): void {
  const python = pythonWith(modules);
  if (python === undefined) notRun(title, `python3 with ${modules.join(', ')} is not installed`);
  else it(title, () => test(python)).timeout(timeLimit);
}

function pythonWith(modules: readonly string[]): string | undefined {
  const candidates = [process.env.LOSS_LENS_PYTHON, 'python3', '/usr/bin/python3'];
  const script = modules.map(name => `import ${name}`).join('; ');
  return candidates.find(
    path => path !== undefined && spawnSync(path, ['-c', script]).status === 0,
  );
}

/** What the script prints as JSON when it is given `input` as JSON. */
export function runPython(path: string, script: string, input: unknown): unknown {
  const run = spawnSync(path, ['-c', script], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
