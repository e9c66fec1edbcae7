const loader = `
const loaded = {};
const require = name => {
  if (loaded[name] === undefined) {
    loaded[name] = { exports: {} };
    bundles[name](loaded[name], loaded[name].exports, require);
  }
  return loaded[name].exports;
};`;

/**
 * One script of CommonJS bundles, `texts` by name: it runs `main`; the others run when they are required as
 * `./NAME.js`.
 */
export function bundledScript(texts: Readonly<Record<string, string>>, main: string): string {
  const bundles = Object.entries(texts).map(
    ([name, text]) => `"./${name}.js": (module, exports, require) => {${text}\n},`,
  );
  return ['const bundles = {', ...bundles, '};', loader, `require("./${main}.js");`].join('\n');
}
