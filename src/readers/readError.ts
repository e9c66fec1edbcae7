/** Where in a source something stands. Lines and columns count from 1. */
export interface Place {
  readonly source: string;
  readonly line?: number;
  /** Name of the table column, or the number of the character in the line. */
  readonly column?: string | number;
}

/** A source that cannot be read as what it claims to be; the message is one sentence for a person. */
export class ReadError extends Error {
  override readonly name: string = 'ReadError';
  readonly place: Place;

  constructor(place: Place, message: string, options?: ErrorOptions) {
    super(oneSentence(`${describePlace(place)}: ${message}`), options);
    this.place = place;
  }
}

/** By its field: the bundles of the engine have a class each. */
export function isReadError(error: unknown): error is ReadError {
  return error instanceof Error && 'place' in error;
}

/** Characters that a quoted piece of a source may take, and a sentence with all it quotes. */
const maxQuoted = 200;
const maxSentence = 1000;
const quoted = new RegExp(`"([^"]{${maxQuoted}})[^"]+"`, 'g');

/** On one line and of a readable length, whatever a file is called and whatever its cells hold. */
function oneSentence(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(quoted, '"$1..."');
  return line.length > maxSentence ? `${line.slice(0, maxSentence)}...` : line;
}

/** A request that the sources do not allow: a column that is not there, files that do not belong together. */
export class RequestError extends ReadError {
  override readonly name = 'RequestError';
  /** Tells the terminal that the command, not the file, is at fault. */
  readonly usage = true;
}

/** The rows of several files cannot be matched; they may be parts of one table. */
export class UnmatchedError extends RequestError {
  readonly poolable = true;
}

/** `a.csv, line 17, column "y_pred"` */
export function describePlace(place: Place): string {
  const parts = [place.source];
  if (place.line !== undefined) parts.push(`line ${place.line}`);
  if (typeof place.column === 'string') parts.push(`column "${place.column}"`);
  if (typeof place.column === 'number') parts.push(`character ${place.column}`);
  return parts.join(', ');
}
