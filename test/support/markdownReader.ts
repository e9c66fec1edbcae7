import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Token {
  readonly type: string;
  readonly children: readonly Token[] | null;
}

interface Reader {
  parse(text: string, environment: object): readonly Token[];
  render(text: string): string;
  renderInline(text: string): string;
  readonly linkify: { set(options: { readonly fuzzyLink: boolean }): void };
}

const make = createRequire(join(process.cwd(), 'test'))('markdown-it') as (
  options: object,
) => Reader;

/** Reads Markdown as VS Code's preview does, which takes HTML for what it is and links addresses. */
export const markdownReader: Reader = make({ html: true, linkify: true });
markdownReader.linkify.set({ fuzzyLink: false });
