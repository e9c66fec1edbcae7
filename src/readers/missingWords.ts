/** What stands for a missing value. `n/a` in small letters does not: it is somebody's remark and is shown as what it is. */
export const missingWords: ReadonlySet<string> = new Set([
  '',
  ...['NA', 'N/A', '#N/A', '#NA', '#na#', '<NA>', '-', '--', '~'],
  ...['None', 'null', 'NULL', 'Null'],
  ...['nan', 'NaN', 'NAN', 'Nan', '-nan', '-NaN', '+nan', '#NUM!', '#DIV/0!'],
]);

/** True for the words among them that a program writes for a number that is none. */
export function isNanText(text: string): boolean {
  return text.length <= 4 && /^[+-]?nan$/i.test(text);
}
