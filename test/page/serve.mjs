// Shows the page without VS Code: npm run page
// Serves it with the reports of fixtures.ts in every theme, under its real content policy.
import { createServer } from 'node:http';
import { serve, setUpScripts } from './harness.mjs';
import { themes } from './themes.mjs';

const reports = ['regression', 'binary', 'training', 'hostile'];
const port = Number(process.env.PORT ?? 8123);

/** Links to every report in every theme, and at the width of the side view. */
function listOfPages() {
  const lines = reports.map(report => {
    const links = Object.keys(themes).map(theme => `/?report=${report}&theme=${theme}`);
    return `${report}\n${links.map(link => `  http://127.0.0.1:${port}${link}\n`).join('')}`;
  });
  return lines.join('\n');
}

/** @param {string} report */
function showReport(report) {
  const show = name =>
    globalThis.tell({
      type: 'report',
      first: [],
      inspection: globalThis.fixtures[name],
      keep: 'kept',
    });
  return `addEventListener('load', () => (${show})(${JSON.stringify(report)}));`;
}

/**
 * @param {URL} url
 * @param {string} fixtures
 */
function scriptsOf({ searchParams }, fixtures) {
  const report = reports.find(name => name === searchParams.get('report')) ?? 'regression';
  const theme = themes[searchParams.get('theme')] ?? themes.dark;
  return [...setUpScripts(fixtures, { theme, state: null, reader: false }), showReport(report)];
}

await serve(createServer(), { port, scriptsOf });
console.log(
  `${listOfPages()}\nAdd &place=side for the side view. Ctrl+C ends it; start it again after a change.`,
);
