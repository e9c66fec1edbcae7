import { spawnSync } from 'node:child_process';

/** The Python that has these modules: `LOSS_LENS_PYTHON` or `python3`. Throws where neither has. */
export function pythonWith(modules: readonly string[]): string {
  const candidates = [process.env.LOSS_LENS_PYTHON, 'python3', '/usr/bin/python3'];
  const script = modules.map(name => `import ${name}`).join('; ');
  const found = candidates.find(
    path => path !== undefined && spawnSync(path, ['-c', script]).status === 0,
  );
  if (found === undefined) throw new Error(`python3 with ${modules.join(', ')} is not installed`);
  return found;
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
