import type { ByteSource } from '../byteSource';
import { ReadError } from '../readError';
import { shortText } from '../shortText';
import { type PythonLiteral, pythonLiteral } from './pythonLiteral';

/** What the header of an `.npy` file says about the bytes after it. */
export interface NpyHeader {
  /** The type of the elements as NumPy writes it: `<f8`, or a list of fields. */
  readonly descr: PythonLiteral;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the data begins. */
  readonly offset: number;
}

const mark = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const versionBytes = 12;
const maxHeader = 2 ** 20;

/**
 * Reads the header of an `.npy` file, versions 1 to 3. Rejects with a ReadError when it cannot be understood. Format:
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export async function npyHeader(source: ByteSource): Promise<NpyHeader> {
  const { name, size } = source;
  const head = await source.read(0, Math.min(size, versionBytes));
  if (head.length < versionBytes || mark.some((byte, i) => head[i] !== byte)) {
    throw new ReadError(
      { source: name },
      'this is no .npy file: it does not begin with the NUMPY mark',
    );
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const isLong = head[mark.length]! >= 2;
  const start = isLong ? 12 : 10;
  const length = isLong ? view.getUint32(8, true) : view.getUint16(8, true);
  if (length > maxHeader || start + length > size) {
    throw new ReadError({ source: name }, 'the .npy header is cut off');
  }
  const bytes = await source.read(start, start + length);
  return { ...understood(name, new TextDecoder('utf-8').decode(bytes)), offset: start + length };
}

function understood(source: string, text: string): Omit<NpyHeader, 'offset'> {
  const header = dictIn(text);
  const descr = header.get('descr');
  const order = header.get('fortran_order');
  const shape = header.get('shape');
  if (descr === undefined || typeof order !== 'boolean' || !isShape(shape)) {
    throw new ReadError(
      { source },
      `the .npy header cannot be understood: ${shortText(text.trim(), 80)}`,
    );
  }
  const odd = shape.find(length => !Number.isSafeInteger(length) || length < 0);
  if (odd !== undefined) {
    throw new ReadError(
      { source },
      `the .npy header claims a shape that no array has: (${shape.join(', ')})`,
    );
  }
  return { descr, fortranOrder: order, shape };
}

function dictIn(text: string): ReadonlyMap<string, PythonLiteral> {
  try {
    const literal = pythonLiteral(text);
    return literal instanceof Map ? literal : new Map();
  } catch {
    return new Map();
  }
}

/** True for a tuple of numbers. */
export function isShape(value: PythonLiteral | undefined): value is readonly number[] {
  return Array.isArray(value) && value.every(length => typeof length === 'number');
}
