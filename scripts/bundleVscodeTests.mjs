// Bundles the tests that run inside VS Code, for the debugger: node scripts/bundleVscodeTests.mjs
import { bundle } from './vscode/suites.mjs';

await bundle('host');
