// Draws the catalogue's formulas, which are TeX, as MathML at build time, so that the package holds no typesetter.
import esbuild from 'esbuild';
import temml from 'temml';

/**
 * The formulas by the ids of their metrics. Throws for TeX that cannot be typeset.
 *
 * @param {import('esbuild').Plugin[]} plugins what the catalogue needs to be built
 * @returns {Promise<Record<string, string>>}
 */
export async function drawFormulas(plugins) {
  const { outputFiles } = await esbuild.build({
    entryPoints: ['src/core/catalogue/catalogue.ts'],
    bundle: true,
    format: 'esm',
    target: 'node20',
    write: false,
    plugins,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { catalogue } = await import(`data:text/javascript;base64,${code}`);
  /** @type {[string, { tex: string }][]} */
  const metrics = Object.entries(catalogue);
  return Object.fromEntries(metrics.map(([id, { tex }]) => [id, mathml(tex)]));
}

/**
 * The page's own style sheet stands for Temml's classes.
 *
 * @param {string} tex
 */
function mathml(tex) {
  const options = { displayMode: true, xml: true, strict: true, throwOnError: true };
  return temml.renderToString(tex, options).replace(/ (class|style)="[^"]*"/g, '');
}
