import type { Dialect } from '../dialect';
import { RequestProblem } from '../requestProblem';

/** Ends of lines would end a comment; the others are seen by nobody. */
const control = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd]/u;

/** A column as the dialect writes a name. Throws a RequestProblem for what it cannot hold. */
export function quotedName({ name: engine, quoting }: Dialect, name: string): string {
  const refuse = (why: string) =>
    new RequestProblem(`The name "${name}" cannot be written for ${engine}: ${why}.`);
  if (name === '') throw refuse('it is empty');
  if (control.test(name)) throw refuse('it holds a control character');
  const length =
    quoting.measure === 'bytes'
      ? encodeURIComponent(name).replace(/%../g, '-').length
      : name.length;
  if (length > quoting.longest)
    throw refuse(`it is longer than the ${quoting.longest} ${quoting.measure} of a name there`);
  const odd = quoting.never?.exec(name)?.[0];
  if (odd !== undefined) throw refuse(`no name there can hold "${odd}" in this place`);
  if (quoting.doubled === null && name.includes(quoting.close))
    throw refuse(`no name there can hold "${quoting.close}"`);
  if (quoting.bare?.test(name) === true && !keywords.has(name.toLowerCase())) return name;
  const inside = name.replaceAll(quoting.close, quoting.doubled ?? '');
  return `${quoting.open}${inside}${quoting.close}`;
}

/**
 * A table as the dialect writes it: names with dots between them, of which those in double quotes may hold dots
 * themselves. Where the engine reads files, a path is one too.
 */
export function tableExpression(dialect: Dialect, table: string): string {
  if (dialect.files !== undefined && isPath(table)) {
    if (control.test(table)) {
      throw new RequestProblem(`The path "${table}" holds a control character.`);
    }
    return dialect.files(table);
  }
  return namesOf(table)
    .map(name => quotedName(dialect, name))
    .join('.');
}

function isPath(table: string): boolean {
  return /[/\\*]|\.(parquet|pq|csv|tsv)(\.(gz|zst))?$/i.test(table);
}

function namesOf(table: string): readonly string[] {
  const names = table.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
  if (names.length === 0 || names.length > 4 || names.join('.') !== table) {
    throw new RequestProblem(
      `"${table}" is no name of a table: write catalog.schema.table, a name that holds a dot in double quotes.`,
    );
  }
  return names.map(name => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name));
}

/** Words that no dialect with bare names takes for a name. */
const keywords: ReadonlySet<string> = new Set(
  (
    'account all alter and any as between by case cast check column connect connection constraint create cross ' +
    'current current_date current_time current_timestamp current_user database delete distinct drop else exists ' +
    'false following for from full grant group gscluster having ilike in increment inner insert intersect into is ' +
    'issue join lateral left like localtime localtimestamp minus natural not null of on or order organization ' +
    'qualify regexp revoke right rlike row rows sample schema select set some start table tablesample then to ' +
    'trigger true try_cast union unique update using values view when whenever where with'
  ).split(' '),
);

/** A text as the dialect writes one. Throws a RequestProblem for a text with control characters. */
export function textLiteral({ name, backslash }: Dialect, text: string): string {
  if (control.test(text)) {
    throw new RequestProblem(
      `The label "${text}" cannot be written for ${name}: it holds a control character.`,
    );
  }
  if (backslash === undefined) return `'${text.replaceAll("'", "''")}'`;
  if (text.includes('\\') || text.includes("'")) {
    throw new RequestProblem(
      `The label "${text}" cannot be written for ${name}: a quote or a backslash is read in several ways there.`,
    );
  }
  return `'${text}'`;
}
