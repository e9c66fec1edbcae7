import { readFileSync } from 'node:fs';

/** One labelled place: `‸` stands in front of what is pointed at. */
export interface Case {
  readonly language: string;
  /** What the label says, behind the language. */
  readonly labels: readonly string[];
  readonly text: string;
  readonly offset: number;
}

const mark = '\u2038';

/** The labelled places of a file in this folder. */
export function casesOf(file: string): readonly Case[] {
  const blocks = readFileSync(`test/golden/code/${file}`, 'utf8').split(/^=== /m).slice(1);
  return blocks.map(block => {
    const [head = '', ...lines] = block.split('\n');
    const [language = '', ...labels] = head.split('|').map(part => part.trim());
    const marked = lines.join('\n');
    return { language, labels, text: marked.replace(mark, ''), offset: marked.indexOf(mark) };
  });
}
