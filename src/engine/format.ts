import { decodeText } from '../readers/delimited/textCoding';

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

const byExtension: Readonly<Record<string, Format>> = {
  csv: 'delimited',
  tsv: 'delimited',
  tab: 'delimited',
  psv: 'delimited',
  dat: 'delimited',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  npy: 'npy',
  npz: 'npz',
  parquet: 'parquet',
  pq: 'parquet',
  ipynb: 'notebook',
  py: 'text',
  ipy: 'text',
  js: 'text',
  mjs: 'text',
  cjs: 'text',
  ts: 'text',
  tsx: 'text',
  r: 'text',
  m: 'text',
  jl: 'text',
  md: 'text',
};

const magics: readonly { readonly format: Format; readonly bytes: readonly number[] }[] = [
  { format: 'npy', bytes: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] },
  { format: 'npz', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
];

/**
 * The format of a source by its first bytes and its name. A name that claims a format is believed, so
 * that a damaged file is reported as what it was meant to be; the content decides where the name is mute.
 */
export function formatOf(name: string, head: Uint8Array): Format {
  if (name.includes('tfevents')) return 'tfevents';
  const magic = magics.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (magic !== undefined) return magic.format;
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  if (Object.hasOwn(byExtension, extension)) return byExtension[extension]!;
  return formatOfText(decodeText(name, head));
}

/** A text without a telling name: JSON, an MLflow metric, a table, or literals and log lines. */
function formatOfText(text: string): Format {
  const trimmed = text.trimStart();
  if (trimmed.startsWith('{"') || trimmed.startsWith('[{')) return 'json';
  const lines = trimmed.split(/\r\n|\r|\n/, 12).filter(line => line.trim() !== '');
  if (looksLikeMetric(lines)) return 'mlflow';
  return looksDelimited(lines) ? 'delimited' : 'text';
}

/** MLflow's `timestamp value step`; the last line may still be being written. */
function looksLikeMetric(lines: readonly string[]): boolean {
  const whole = lines.slice(0, Math.max(1, lines.length - 1));
  return whole.length > 0 && whole.every(line => /^\d{10,16} \S+ -?\d+$/.test(line));
}

/** The same number of one separator in every line below a header, and nothing that belongs to code or to logs. */
function looksDelimited(lines: readonly string[]): boolean {
  const records = lines.filter(line => !line.startsWith('#'));
  if (
    records.length < 2 ||
    records.some(line => /[[\]{}=]|: |\b(?:epoch|step|loss)\s+\d/i.test(line))
  )
    return false;
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

const separators = [',', '\t', ';', '|'] as const;
