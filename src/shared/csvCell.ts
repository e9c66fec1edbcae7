import { visible } from './plainText';

/** What begins a formula, in whatever width, behind whatever is not seen. */
const formula = /^[^\p{L}\p{N}\p{P}\p{S}]*[=+\-@\t\r]/u;

/** One CSV cell. Texts that a spreadsheet would run as a formula get an apostrophe in front. */
export function csvCell(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = visible(value);
  const safe = isFormula(value) && !isPlainNumber(value) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function isFormula(text: string): boolean {
  return formula.test(text) || formula.test(text.normalize('NFKC'));
}

function isPlainNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
