import { visible } from './plainText';

/** What Markdown acts on inside a line, GitHub's tables, strike-outs and formulas included. */
const active = /[\\`*_{}[\]<>|#~&$!]/g;
/** What begins a list or is a rule at the start of a line. */
const lineStart = /^(\d*)(?=[-+.)](?:\s|-|$))/;
/** Addresses that become links of themselves. */
const scheme = /:(?=\/\/)|(?<=\bwww)\./gi;
/** A person's or a mailbox's name: those are found behind all escapes. */
const mention = /(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])|@(?=[\w-]+\.\w)/gu;

/**
 * Text from data on one line of Markdown, in which nothing is markup, a link or a mention. It may stand at
 * the start of a line, in a list and in a cell of a table.
 */
export function markdownText(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
    .trim()
    .replace(active, '\\$&')
    .replace(scheme, '\\$&')
    .replace(mention, '@ ')
    .replace(lineStart, '$1\\');
}
