import { extensionOf, formats, withoutPacking } from '../../readers/formats';

/** A piece of a path that tells one file of a series from another, or is the same in all of them. */
export interface NameToken {
  readonly kind: 'word' | 'number' | 'day' | 'time' | 'hash' | 'split' | 'mark';
  readonly text: string;
  /** How many there are, where the name says so: `00000-of-00005`. */
  readonly of?: number;
}

export interface NameTokens {
  readonly tokens: readonly NameToken[];
  /** `key=value` folders, in their order. */
  readonly keys: Readonly<Record<string, string>>;
  /** The extensions, that of the packing included. */
  readonly extension: string;
}

const known: ReadonlySet<string> = new Set([
  ...Object.values(formats).flatMap(({ extensions }) => Object.keys(extensions)),
  ...['txt', 'log', 'out'],
]);

const splitWords: ReadonlySet<string> = new Set([
  ...['train', 'training', 'val', 'valid', 'validation', 'dev', 'test', 'testing', 'holdout'],
]);

const day = '(?:19|20)\\d\\d(?:[-_.]?)(?:0[1-9]|1[0-2])(?:[-_.]?)(?:0[1-9]|[12]\\d|3[01])';
const clock = '(?:[01]\\d|2[0-3])[-_.:]?[0-5]\\d(?:[-_.:]?[0-5]\\d)';
const shapes: readonly (readonly [kind: NameToken['kind'], pattern: string])[] = [
  ['hash', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
  ['hash', '(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{24,}'],
  ['time', `${day}[-_T/]${clock}`],
  ['day', `(?<!\\d)${day}(?!\\d)`],
  ['day', '(?<!\\d)(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?!\\d)'],
  ['number', '\\d+'],
  ['word', '\\p{L}+'],
  ['mark', '[^\\p{L}\\d]+'],
];
const anyShape = new RegExp(shapes.map(([, pattern]) => `(${pattern})`).join('|'), 'giu');

/** A path in pieces; `/` between folders. */
export function nameTokens(path: string): NameTokens {
  const { rest, keys } = withoutKeys(path);
  const { stem, extension } = withoutExtension(rest);
  const tokens = [...stem.matchAll(anyShape)].map((match): NameToken => {
    const at = match.slice(1).findIndex(group => group !== undefined);
    const kind = shapes[at]![0];
    const text = match[0].toLowerCase();
    return kind === 'word' && splitWords.has(text) ? { kind: 'split', text } : { kind, text };
  });
  return { tokens: withTotals(tokens), keys, extension };
}

function withoutKeys(path: string) {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const keys: Record<string, string> = {};
  const others = folders.filter(folder => {
    const pair = /^([^=]+)=(.*)$/.exec(folder);
    if (pair === null) return true;
    keys[pair[1]!] = keyValue(pair[2]!);
    return false;
  });
  return { rest: [...others, file].join('/'), keys };
}

/** Hive writes what a path cannot hold as `%3A`, and a missing value in words. */
function keyValue(text: string): string {
  if (text === '__HIVE_DEFAULT_PARTITION__') return '';
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutExtension(path: string) {
  let stem = withoutPacking(path);
  while (known.has(extensionOf(stem))) stem = stem.slice(0, stem.lastIndexOf('.'));
  return { stem, extension: path.slice(stem.length).toLowerCase() };
}

/** `00000-of-00005` as one number that knows how many there are. */
function withTotals(tokens: readonly NameToken[]): readonly NameToken[] {
  const isTotal = (i: number): boolean =>
    ['number', 'mark', 'word', 'mark', 'number'].every((kind, k) => tokens[i + k]?.kind === kind) &&
    tokens[i + 2]!.text === 'of';
  const joined: NameToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (isTotal(i)) {
      joined.push({ ...token, of: Number(tokens[i + 4]!.text) });
      i += 4;
    } else joined.push(token);
  }
  return joined;
}
