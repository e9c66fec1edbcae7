// Runs the tests inside a real VS Code and those that drive its workbench.
import { run } from './vscode/run.mjs';
import { runSuites } from './vscode/runSuites.mjs';
import { host, workbench } from './vscode/suites.mjs';

const built = await run(process.execPath, ['esbuild.js']);
await runSuites([host, workbench], built === 0 ? 0 : 1);
