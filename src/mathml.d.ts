// The catalogue's formulas as the build draws them, by the ids of their metrics.
declare module '*.mathml' {
  const formulas: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: this is how a bundler hands over JSON.
  export default formulas;
}
