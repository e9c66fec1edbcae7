/** How a source is written; each has one reader. */
export type Format =
  | 'delimited'
  | 'json'
  | 'npy'
  | 'npz'
  | 'parquet'
  | 'tfevents'
  | 'mlflow'
  | 'notebook'
  | 'text';

/**
 * How far files with an extension are reached for, each step including those before it: read when somebody
 * names one, offered by the menus, followed by the side view, gathered from folders.
 */
const reaches = ['read', 'offered', 'followed', 'gathered'] as const;
type Reach = (typeof reaches)[number];

interface FormatDefinition {
  readonly extensions: Readonly<Record<string, Reach>>;
  /** First bytes of every file in this format. */
  readonly magic?: readonly number[];
  /** Names that tell the format without an extension. */
  readonly named?: RegExp;
  /** Whether a text without a telling name is written like this; asked in the order of the table. */
  readonly isLike?: (text: string, lines: readonly string[]) => boolean;
}

const separators = [',', '\t', ';', '|'] as const;

/** How a whole file may be packed; what is inside goes by the name without the extension. */
export type Packing = 'gzip' | 'zstd';

interface PackingDefinition {
  readonly extensions: readonly string[];
  readonly magic: readonly number[];
}

export const packings: Readonly<Record<Packing, PackingDefinition>> = {
  gzip: { extensions: ['gz', 'gzip'], magic: [0x1f, 0x8b] },
  zstd: { extensions: ['zst', 'zstd'], magic: [0x28, 0xb5, 0x2f, 0xfd] },
};

/** Formats whose files are often kept packed, so that menus and folders look for them. */
const packedFormats: readonly Format[] = ['delimited', 'json', 'parquet'];

export const packedExtensions: readonly string[] = Object.values(packings).flatMap(
  ({ extensions }) => extensions,
);

/** A path without the extension of its packing: `part-0.csv` of `part-0.csv.gz`. */
export function withoutPacking(path: string): string {
  return packedExtensions.includes(extensionOf(path)) ? path.slice(0, path.lastIndexOf('.')) : path;
}

/** All that is known about a format but its reader, which is loaded when a file of it is met. */
export const formats: Readonly<Record<Format, FormatDefinition>> = {
  tfevents: { extensions: {}, named: /tfevents/ },
  npy: { extensions: { npy: 'gathered' }, magic: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] },
  npz: { extensions: { npz: 'gathered' }, magic: [0x50, 0x4b, 0x03, 0x04] },
  parquet: {
    extensions: { parquet: 'gathered', pq: 'gathered' },
    magic: [0x50, 0x41, 0x52, 0x31],
  },
  json: {
    extensions: { json: 'followed', jsonl: 'gathered', ndjson: 'gathered' },
    isLike: text => text.startsWith('{"') || text.startsWith('[{'),
  },
  mlflow: { extensions: {}, isLike: (_, lines) => looksLikeMetric(lines) },
  delimited: {
    extensions: { csv: 'gathered', tsv: 'gathered', tab: 'read', psv: 'read', dat: 'read' },
    isLike: (_, lines) => looksDelimited(lines),
  },
  notebook: { extensions: { ipynb: 'offered' } },
  text: {
    extensions: {
      ...{ py: 'read', ipy: 'read', js: 'read', mjs: 'read', cjs: 'read', ts: 'read', tsx: 'read' },
      ...{ r: 'read', m: 'read', jl: 'read', md: 'read' },
    },
  },
};

/** Extensions that say nothing about the format: the content does. */
const mute: Readonly<Record<string, Reach>> = { txt: 'offered', log: 'offered' };

/** The formats, as tables name them, whose files are read on where they ended when they have grown. */
export const continuedFormats = ['csv', 'tsv', 'jsonl', 'tfevents'] as const;
export type ContinuedFormat = (typeof continuedFormats)[number];

/** Extensions of the files that are reached for at least so far, in the order of the table. */
export function extensionsFor(reach: Reach): readonly string[] {
  const least = reaches.indexOf(reach);
  return [...Object.values(formats).map(({ extensions }) => extensions), mute]
    .flatMap(extensions => Object.entries(extensions))
    .filter(([, own]) => reaches.indexOf(own) >= least)
    .map(([extension]) => extension);
}

/** Extensions of the files that are reached for at least so far when they are packed. */
export function packableExtensionsFor(reach: Reach): readonly string[] {
  const packable = packedFormats.flatMap(format => Object.keys(formats[format].extensions));
  return extensionsFor(reach).filter(extension => packable.includes(extension));
}

/** Whether a file of this name is reached for at least so far; event files of TensorBoard always are. */
export function isReached(path: string, reach: Reach): boolean {
  const inner = withoutPacking(path);
  const extensions = inner === path ? extensionsFor(reach) : packableExtensionsFor(reach);
  return extensions.includes(extensionOf(inner)) || eventFile.test(path);
}

/** Event files as TensorBoard finds them. */
const eventFile: RegExp = /(^|\/)events\.out\.tfevents\.[^/]*$/;

/** What stands behind the last point of a path, in small letters; empty without one. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** MLflow's `timestamp value step`; the last line may still be being written. */
function looksLikeMetric(lines: readonly string[]): boolean {
  const whole = lines.slice(0, Math.max(1, lines.length - 1));
  return whole.length > 0 && whole.every(line => /^\d{10,16} \S+ -?\d+$/.test(line));
}

/** `iterations:16335, train acc:0.258`: most cells of the line name the number they hold, as those of a log do. */
function isPairs(line: string): boolean {
  const cells = line.split(/[,;\t|]/).filter(cell => cell.trim() !== '');
  const pairs = cells.filter(cell => /^\s*\p{L}[^:="]*[:=]\s*[-+]?\.?\d/u.test(cell));
  return pairs.length > 1 && pairs.length * 2 > cells.length;
}

/** The same number of one separator in every line below a header, and nothing that belongs to code or to logs. */
function looksDelimited(lines: readonly string[]): boolean {
  const records = lines.filter(line => !line.startsWith('#'));
  if (
    records.length < 2 ||
    records.some(line => /[[\]{}=]|: |\b(?:epoch|step|loss)\s+\d/i.test(line))
  )
    return false;
  if (isPairs(records[0]!)) return false;
  const [header, ...rows] = records;
  const widthOf = (line: string, separator: string) => line.split(separator).length;
  return separators.some(separator => {
    const width = widthOf(rows[0]!, separator);
    const isProse = records
      .at(-1)!
      .split(separator)
      .every(cell => /\S \S/.test(cell));
    const isNamed = separators.some(other => widthOf(header!, other) === width);
    return (
      width > 1 &&
      !isProse &&
      isNamed &&
      rows.slice(0, -1).every(row => widthOf(row, separator) === width)
    );
  });
}
