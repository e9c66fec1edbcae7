/** The names that hold, as an element's class. */
export const classOf = (...names: readonly (string | false)[]): string =>
  names.filter(Boolean).join(' ');
