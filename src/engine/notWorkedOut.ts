/** What an engine throws when a program is at fault, whose words tell a person nothing. */
const faults = [TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError];

/** What could not be worked out about data that were read. A sentence is passed on as it is. */
export function notWorkedOut(label: string, error: unknown): unknown {
  if (!faults.some(fault => error instanceof fault)) return error;
  return new Error(
    `${label}: this could not be worked out, by a fault of Loss Lens and not of the file.`,
    { cause: error },
  );
}
