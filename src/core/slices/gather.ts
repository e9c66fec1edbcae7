/** The numbers at some positions. Loops, because the constructors' own are several times as slow. */
export function numbersAt(values: Float64Array, at: Int32Array): Float64Array {
  const out = new Float64Array(at.length);
  for (let k = 0; k < out.length; k++) out[k] = values[at[k]!]!;
  return out;
}

/** The whole numbers at some positions. */
export function wholeAt(values: Int32Array, at: Int32Array): Int32Array {
  const out = new Int32Array(at.length);
  for (let k = 0; k < out.length; k++) out[k] = values[at[k]!]!;
  return out;
}

/** The marks at some positions. */
export function marksAt(values: Uint8Array, at: Int32Array): Uint8Array {
  const out = new Uint8Array(at.length);
  for (let k = 0; k < out.length; k++) out[k] = values[at[k]!]!;
  return out;
}

/** The positions at which a mark stands, ascending. */
export function positionsOf(marks: Uint8Array, mark: number): Int32Array {
  let count = 0;
  for (let i = 0; i < marks.length; i++) count += Number(marks[i] === mark);
  const out = new Int32Array(count);
  let k = 0;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] === mark) out[k++] = i;
  }
  return out;
}
