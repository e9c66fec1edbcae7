/** A value written out in a text: what Python, JavaScript, JSON, R, MATLAB and Julia have in common. */
export type Literal = Scalar | List | Dict;

export interface Scalar {
  readonly kind: 'number' | 'boolean' | 'text' | 'missing';
  /** As written, without quotes and `_`. */
  readonly text: string;
  /** NaN for texts and missing values; true and false are 1 and 0. */
  readonly number: number;
  /** 1-based line of the first character. */
  readonly line: number;
  /** 0-based character of its line, and how many it takes. */
  readonly character: number;
  readonly width: number;
}

/** Where a scalar is written. */
export type Written = Pick<Scalar, 'line' | 'character' | 'width'>;

export interface List {
  readonly kind: 'list';
  readonly items: readonly Literal[];
  readonly line: number;
  /** Number of line on which `...` stands for left out values. */
  readonly elidedAt?: number;
}

export interface Dict {
  readonly kind: 'dict';
  readonly entries: readonly Entry[];
  readonly line: number;
}

export interface Entry {
  readonly key: string;
  readonly value: Literal;
  readonly line: number;
}

type Constant = Pick<Scalar, 'kind' | 'number'>;

const missing: Constant = { kind: 'missing', number: Number.NaN };
const infinite: Constant = { kind: 'number', number: Number.POSITIVE_INFINITY };
const yes: Constant = { kind: 'boolean', number: 1 };
const no: Constant = { kind: 'boolean', number: 0 };

/** Words that are values, without the module they come from (`np.nan` is `nan`). */
const constants: Readonly<Record<string, Constant>> = {
  nan: missing,
  NaN: missing,
  NAN: missing,
  NaT: missing,
  NA: missing,
  NA_real_: missing,
  NA_integer_: missing,
  None: missing,
  null: missing,
  NULL: missing,
  undefined: missing,
  nil: missing,
  missing,
  nothing: missing,
  inf: infinite,
  Inf: infinite,
  infty: infinite,
  Infinity: infinite,
  infinity: infinite,
  POSITIVE_INFINITY: infinite,
  NEGATIVE_INFINITY: { kind: 'number', number: Number.NEGATIVE_INFINITY },
  True: yes,
  true: yes,
  TRUE: yes,
  False: no,
  false: no,
  FALSE: no,
};

/** The part of a dotted name after the last dot. */
export function lastSegment(word: string): string {
  return word.slice(word.lastIndexOf('.') + 1);
}

/** The value a word stands for, or undefined. A sign in front is part of the word. */
export function constantOf(word: string, at: Written): Scalar | undefined {
  const signed = word.startsWith('-') || word.startsWith('+');
  const name = lastSegment(signed ? word.slice(1) : word);
  if (!Object.hasOwn(constants, name)) return undefined;
  const { kind, number } = constants[name]!;
  return { kind, text: word, number: word.startsWith('-') ? -number : number, ...at };
}

/** A number as written: `1_000`, `+3`, `.5`, `5.`, `1e-3`. NaN when it is none. */
export function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replaceAll('_', ''));
}
