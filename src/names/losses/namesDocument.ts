import { type LibraryId, libraries } from './libraries';
import type { LossIdea } from './lossIdea';
import type { LossName } from './lossName';
import { lossNames } from './lossNames';
import { lossWords } from './lossWords';
import { takesWords } from './takesWords';
import { trapOf } from './traps';

/** The table of names as Markdown: the end of `docs/losses.md`. */
export function namesDocument(): string {
  const sections = (Object.keys(libraries) as LibraryId[]).map(librarySection);
  return `${[introduction, ideaTable(), ...sections].join('\n\n')}\n`;
}

const introduction = `# Losses in libraries

What a hover says of a loss where it is written. The names, what they take and their traps were read in the
documentation of the libraries, which each section names; nothing of this was run.

## What each loss punishes`;

function ideaTable(): string {
  const rows = (Object.keys(lossWords) as LossIdea[]).map(loss => {
    const { name, punishes, otherwise } = lossWords[loss];
    return `| \`${loss}\`${name === undefined ? '' : ` (${name})`} | ${cell(punishes)} | ${cell(otherwise)} |`;
  });
  return ['| loss | punishes | instead |', '|---|---|---|', ...rows].join('\n');
}

function librarySection(id: LibraryId): string {
  const { name, order, divides, address } = libraries[id];
  const rows = lossNames.filter(({ library }) => library === id).map(nameRow);
  return [
    `## ${name}`,
    `Arguments: ${order}. Divides by: ${divides}. [Documentation](${address})`,
    ['| name | loss | takes | trap |', '|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

function nameRow({ library, loss, way, names, takes }: LossName): string {
  const quote = way === 'text' ? '"' : '';
  const shown = names.map(name => `\`${quote}${name}${quote}\``).join(', ');
  const trap = trapOf(library, names, loss) ?? '';
  return `| ${shown} | \`${loss}\` | ${cell(takesWords[takes])} | ${cell(trap)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
