import { wordsIn } from './lossName';
import { nameTables } from './nameTables';

/** Every name of the tables. */
const known: ReadonlySet<string> = new Set(
  nameTables.flatMap(({ rows }) => rows.flatMap(([names]) => wordsIn(names))),
);

/**
 * Whether a dotted name or a string can be a loss at all: because the table has it, or because `source` gives
 * another name to something. It only saves a closer look.
 */
export function mayBeLoss(text: string, source: () => string): boolean {
  const words = [text, text.split(/[:@]/)[0]!, ...text.split('.')];
  if (words.some(word => known.has(word))) return true;
  return /^[A-Za-z_]\w*$/.test(text) && isRenamed(text, source());
}

/** `import ... as NAME`, or `NAME = module.something`. */
function isRenamed(name: string, source: string): boolean {
  const renaming = new RegExp(
    `\\bas\\s+${name}\\b|^[ \\t]*${name}[ \\t]*=[ \\t]*[\\w.]+[ \\t]*$`,
    'm',
  );
  return renaming.test(source);
}
