import { type NameToken, type NameTokens, nameTokens } from './nameTokens';

/**
 * What files with one pattern of names are to each other. `open`: they are told apart by a counter that may
 * count anything.
 */
export type SeriesKind = 'parts' | 'folds' | 'splits' | 'runs' | 'open';

/** Files whose names follow one pattern, in the order of what tells them apart. */
export interface Series {
  readonly kind: SeriesKind;
  /** Indexes of the files. */
  readonly members: readonly number[];
  /** The fold or the split of each member; empty for other kinds. */
  readonly labels: readonly string[];
  /** What `key=value` folders say of each member. */
  readonly keys: readonly Readonly<Record<string, string>>[];
  /** `part-*.csv` */
  readonly pattern: string;
  /** Numbers that the names promise and no file has: of `00001-of-00003`. */
  readonly absent: readonly number[];
}

interface Named extends NameTokens {
  readonly index: number;
  readonly path: string;
}

/** Files that follow a pattern with others; those that stand alone are in none. */
export function seriesOf(paths: readonly string[]): readonly Series[] {
  const groups = new Map<string, Named[]>();
  for (const [index, path] of paths.entries()) {
    const named = { ...nameTokens(path), index, path };
    const key = keyOf(named);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [named]);
    else group.push(named);
  }
  return [...groups.values()].filter(group => group.length > 1).map(seriesOfGroup);
}

/** Whether a name alone says that the file is a part of something: `part-00003`, `000000_0`, `x-00001-of-00005`. */
export function isPartName(path: string): boolean {
  const { tokens } = nameTokens(path.slice(path.lastIndexOf('/') + 1));
  return tokens.some(({ kind, of }, at) => {
    if (kind !== 'number') return false;
    const word = wordBefore(tokens, at) ?? wordBehind(tokens, at);
    return (
      of !== undefined || (word !== undefined && partWords.has(word)) || isMachines(tokens[at]!)
    );
  });
}

/** What the names have in common: all but counters, days, hashes, splits and values of keys. */
function keyOf({ tokens, keys, extension }: Named): string {
  // Splits have numbers of shards of their own; otherwise another total is another writing.
  const isSplit = tokens.some(({ kind }) => kind === 'split');
  const skeleton = tokens.map(({ kind, text, of }) =>
    kind === 'word' || kind === 'mark' ? text : `<${kind}${isSplit ? of !== undefined : of}>`,
  );
  return JSON.stringify([skeleton, Object.keys(keys), extension]);
}

function seriesOfGroup(group: readonly Named[]): Series {
  const [first] = group;
  const varying = first!.tokens.flatMap((_, at) => {
    const texts = new Set(group.map(({ tokens }) => tokens[at]!.text));
    return texts.size > 1 ? [at] : [];
  });
  const kind = kindOf(varying.map(at => meaningOf(first!.tokens, at, group)));
  const members = group.toSorted((a, b) => inOrder.compare(a.path, b.path));
  const label = labelPlace(kind, varying, first!.tokens);
  const keyNames = Object.keys(first!.keys).filter(
    key => new Set(group.map(({ keys }) => keys[key])).size > 1,
  );
  return {
    kind,
    members: members.map(({ index }) => index),
    labels: label === undefined ? [] : members.map(({ tokens }) => labelOf(tokens[label]!)),
    keys: members.map(({ keys }) => keys),
    pattern: [...keyNames.map(key => `${key}=*`), patternOf(first!, varying)].join('/'),
    absent: absentIn(group, varying),
  };
}

const inOrder = new Intl.Collator('en', { numeric: true });

type Meaning = 'part' | 'fold' | 'split' | 'run' | 'open' | 'nothing';

const partWords: ReadonlySet<string> = new Set([
  ...['part', 'parts', 'shard', 'shards', 'rank', 'ranks', 'chunk', 'chunks', 'partition', 'piece'],
  ...['worker', 'process', 'proc', 'bucket', 'block', 'page', 'node', 'gpu', 'device', 'slice'],
  ...['task', 'segment', 'tile', 'day', 'hour', 'week', 'month', 'year', 'date', 'dt', 'quarter'],
]);
const foldWords: ReadonlySet<string> = new Set(['fold', 'folds', 'cv', 'kfold', 'oof']);
const runWords: ReadonlySet<string> = new Set([
  ...['run', 'runs', 'seed', 'trial', 'exp', 'experiment', 'version', 'v', 'ver', 'rev', 'model'],
  ...[
    'epoch',
    'ckpt',
    'checkpoint',
    'step',
    'iter',
    'iteration',
    'repeat',
    'rep',
    'attempt',
    'try',
  ],
  ...['config', 'member', 'stage', 'round', 'lr', 'submission', 'sub', 'job'],
]);
/** A counter of so many digits is a machine's; people write `1` or `01`. */
const machineDigits = 5;

/** What the piece at `at`, which differs between the files, tells of them. */
function meaningOf(tokens: readonly NameToken[], at: number, group: readonly Named[]): Meaning {
  const { kind, of } = tokens[at]!;
  const word = wordBefore(tokens, at) ?? (kind === 'number' ? wordBehind(tokens, at) : undefined);
  const said = word === undefined ? undefined : meaningOfWord(word);
  switch (kind) {
    case 'split':
      return 'split';
    case 'hash':
      return 'nothing';
    case 'time':
      return 'open';
    case 'day':
      return said === 'run' ? 'open' : 'part';
    default:
      return said ?? (of !== undefined || areMachines(at, group) ? 'part' : 'open');
  }
}

function meaningOfWord(word: string): Meaning | undefined {
  if (partWords.has(word)) return 'part';
  if (foldWords.has(word)) return 'fold';
  return runWords.has(word) ? 'run' : undefined;
}

function areMachines(at: number, group: readonly Named[]): boolean {
  const counters = group.map(({ tokens }) => tokens[at]!);
  return (
    counters.every(({ text }) => text.length === counters[0]!.text.length) &&
    counters.some(isMachines)
  );
}

function isMachines({ text }: NameToken): boolean {
  return text.length >= machineDigits && text.startsWith('0');
}

/** The word that a counter belongs to: `rank` of `rank_3`; none across folders but for `fold/3`. */
function wordBefore(tokens: readonly NameToken[], at: number): string | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const { kind, text } = tokens[i]!;
    if (kind === 'word') return text;
    if (kind !== 'mark') return undefined;
  }
  return undefined;
}

function wordBehind(tokens: readonly NameToken[], at: number): string | undefined {
  const next = tokens[at + 1];
  const word = next?.kind === 'mark' && !next.text.includes('/') ? tokens[at + 2] : next;
  return word?.kind === 'word' ? word.text : undefined;
}

function kindOf(meanings: readonly Meaning[]): SeriesKind {
  if (meanings.includes('run')) return 'runs';
  if (meanings.includes('fold')) return meanings.includes('split') ? 'runs' : 'folds';
  if (meanings.includes('open')) return 'open';
  if (meanings.includes('split')) return 'splits';
  const onlyHashes = meanings.length > 0 && meanings.every(meaning => meaning === 'nothing');
  return onlyHashes ? 'open' : 'parts';
}

/** The piece that names the fold or the split of a file. */
function labelPlace(
  kind: SeriesKind,
  varying: readonly number[],
  tokens: readonly NameToken[],
): number | undefined {
  if (kind === 'splits') return varying.find(at => tokens[at]!.kind === 'split');
  if (kind !== 'folds') return undefined;
  return varying.find(at => {
    const word = wordBefore(tokens, at) ?? wordBehind(tokens, at);
    return word !== undefined && foldWords.has(word);
  });
}

function labelOf({ kind, text }: NameToken): string {
  return kind === 'number' ? String(BigInt(text)) : text;
}

function patternOf({ path, tokens }: Named, varying: readonly number[]): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const texts = varying
    .map(at => tokens[at]!.text)
    .filter(text => file.toLowerCase().includes(text));
  let pattern = file;
  for (const text of texts) {
    const at = pattern.toLowerCase().lastIndexOf(text);
    if (at >= 0) pattern = `${pattern.slice(0, at)}*${pattern.slice(at + text.length)}`;
  }
  return pattern;
}

/** At most this many files are promised by names that are believed. */
const mostPromised = 100_000;

function absentIn(group: readonly Named[], varying: readonly number[]): readonly number[] {
  const at = varying.find(place => group[0]!.tokens[place]!.of !== undefined);
  if (at === undefined || new Set(group.map(({ tokens }) => tokens[at]!.of)).size > 1) return [];
  const total = group[0]!.tokens[at]!.of!;
  const numbers = new Set(group.map(({ tokens }) => Number(tokens[at]!.text)));
  if (total > mostPromised || numbers.size >= total) return [];
  const from = numbers.has(total) ? 1 : 0;
  return Array.from({ length: total }, (_, i) => i + from).filter(number => !numbers.has(number));
}
