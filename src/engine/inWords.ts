import { ReadError } from '../readers/readError';

/** What an engine throws when a program is at fault, whose words tell a person nothing. */
const faults = [TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError];

/**
 * What a reader could not do, as its own sentence where it has one. Libraries throw whatever they meet in a
 * damaged file: then the sentence says of which file, and no more than is known.
 */
export function unreadable(source: string, error: unknown): Error {
  if (error instanceof Error && 'place' in error) return error;
  return withCause(
    new ReadError(
      { source },
      'it cannot be read: it is damaged, too large for the memory, or written in a way that is not known here',
    ),
    error,
  );
}

/** What could not be worked out about data that were read. A sentence is passed on as it is. */
export function notWorkedOut(label: string, error: unknown): unknown {
  if (!faults.some(fault => error instanceof fault)) return error;
  return withCause(
    new Error(
      `${label}: this could not be worked out, by a fault of Loss Lens and not of the file.`,
    ),
    error,
  );
}

function withCause(error: Error, cause: unknown): Error {
  error.cause = cause;
  return error;
}
