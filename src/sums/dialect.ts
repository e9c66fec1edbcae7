/** Engines that a statement can be written for. */
export const dialectIds = [
  'duckdb',
  'postgres',
  'sqlite',
  'clickhouse',
  'mysql',
  'bigquery',
  'snowflake',
  'redshift',
  'spark',
  'databricks',
  'trino',
  'sqlserver',
] as const;

export type DialectId = (typeof dialectIds)[number];

/** How a name is written so that it is nothing but a name. */
export interface Quoting {
  readonly open: string;
  readonly close: string;
  /** What stands for the closing mark inside a name; null where no name can hold it. */
  readonly doubled: string | null;
  /** Characters, or bytes of UTF-8, that a name may take; longer ones are cut or refused by the engine. */
  readonly longest: number;
  readonly measure: 'characters' | 'bytes';
  /** What no name can hold, besides control characters. */
  readonly never?: RegExp;
  /** Names that may stand bare: there a quoted name is another one than the same name without quotes. */
  readonly bare?: RegExp;
}

/** Where one engine's SQL differs from the others'. */
export interface Dialect {
  readonly name: string;
  /** Types for CAST. */
  readonly double: string;
  readonly integer: string;
  readonly text: string;
  /** Natural logarithm. */
  readonly ln: string;
  readonly count: string;
  readonly quoting: Quoting;
  /** How the first rows of a statement are asked for. */
  readonly first: 'limit' | 'top';
  /** A cell as a number where CAST would make 0 of a word; `cell` is an expression. */
  readonly number?: (cell: string) => string;
  /** A path of files in the place of a table, as an expression. */
  readonly files?: (path: string) => string;
  /** True where a backslash in a text begins an escape. */
  readonly backslash?: true;
}

const ansi = {
  double: 'DOUBLE PRECISION',
  integer: 'BIGINT',
  text: 'VARCHAR',
  ln: 'LN',
  count: 'COUNT(*)',
  first: 'limit',
} as const;

const quotes = { open: '"', close: '"', doubled: '""', measure: 'characters' } as const;
const backticks = { open: '`', close: '`', doubled: '``', measure: 'characters' } as const;

/** A word counts as missing: SQLite would read it as 0. */
function sqliteNumber(cell: string): string {
  const isText = `TYPEOF(${cell}) = 'text' AND TRIM(${cell}) NOT GLOB '*[^0-9eE.+-]*'`;
  const isNumber = `TYPEOF(${cell}) IN ('integer', 'real') OR (${isText} AND ${cell} GLOB '*[0-9]*')`;
  return `CASE WHEN ${isNumber} THEN CAST(${cell} AS REAL) END`;
}

/** A word counts as missing: MySQL would read it as 0. */
function mysqlNumber(cell: string): string {
  const digits = '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?';
  return `CASE WHEN CAST(${cell} AS CHAR) REGEXP '^ *${digits} *$' THEN CAST(${cell} AS DOUBLE) END`;
}

/** DuckDB reads files where a table stands. */
function duckdbFiles(path: string): string {
  const reader = /\.(csv|tsv)(\.gz|\.zst)?$/i.test(path) ? 'read_csv' : 'read_parquet';
  return `${reader}('${path.replaceAll("'", "''")}')`;
}

export const dialects: Readonly<Record<DialectId, Dialect>> = {
  duckdb: {
    ...ansi,
    name: 'DuckDB',
    double: 'DOUBLE',
    quoting: { ...quotes, longest: 1000 },
    files: duckdbFiles,
  },
  postgres: {
    ...ansi,
    name: 'PostgreSQL',
    text: 'TEXT',
    quoting: { ...quotes, longest: 63, measure: 'bytes' },
  },
  sqlite: {
    ...ansi,
    name: 'SQLite',
    double: 'REAL',
    integer: 'INTEGER',
    text: 'TEXT',
    quoting: { ...quotes, longest: 1000 },
    number: sqliteNumber,
  },
  clickhouse: {
    ...ansi,
    name: 'ClickHouse',
    double: 'Nullable(Float64)',
    integer: 'Nullable(Int64)',
    text: 'Nullable(String)',
    quoting: { ...backticks, longest: 1000, never: /\\/ },
    backslash: true,
  },
  mysql: {
    ...ansi,
    name: 'MySQL',
    double: 'DOUBLE',
    integer: 'SIGNED',
    text: 'CHAR',
    quoting: { ...backticks, longest: 64, never: / $/ },
    number: mysqlNumber,
    backslash: true,
  },
  bigquery: {
    ...ansi,
    name: 'BigQuery',
    double: 'FLOAT64',
    integer: 'INT64',
    text: 'STRING',
    quoting: { ...backticks, doubled: null, longest: 300, never: /[!"$()*,./;?@[\]\\^{}~]/ },
    backslash: true,
  },
  snowflake: {
    ...ansi,
    name: 'Snowflake',
    quoting: { ...quotes, longest: 255, bare: /^([a-z_][a-z0-9_]*|[A-Z_][A-Z0-9_]*)$/ },
    backslash: true,
  },
  redshift: {
    ...ansi,
    name: 'Redshift',
    quoting: { ...quotes, longest: 127, measure: 'bytes' },
    backslash: true,
  },
  spark: {
    ...ansi,
    name: 'Spark SQL',
    double: 'DOUBLE',
    text: 'STRING',
    quoting: { ...backticks, longest: 255 },
    backslash: true,
  },
  databricks: {
    ...ansi,
    name: 'Databricks',
    double: 'DOUBLE',
    text: 'STRING',
    quoting: { ...backticks, longest: 255, never: /[./]/ },
    backslash: true,
  },
  trino: {
    ...ansi,
    name: 'Trino',
    double: 'DOUBLE',
    quoting: { ...quotes, longest: 255 },
  },
  sqlserver: {
    ...ansi,
    name: 'SQL Server',
    double: 'FLOAT',
    text: 'NVARCHAR(4000)',
    ln: 'LOG',
    count: 'COUNT_BIG(*)',
    quoting: { open: '[', close: ']', doubled: ']]', longest: 128, measure: 'characters' },
    first: 'top',
  },
};
