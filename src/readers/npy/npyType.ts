import type { Cell } from '../cells';

/** Reads one element of an array. */
export interface NpyType {
  readonly bytes: number;
  readonly isText: boolean;
  /** Numbers, or texts. */
  readonly read: (view: DataView, at: number) => Cell;
}

type Getter = (view: DataView, at: number, littleEndian: boolean) => number;

const getters: Readonly<Partial<Record<string, Getter>>> = {
  f2: (view, at, little) => halfToDouble(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  b1: (view, at) => view.getUint8(at),
};

/** The element type that NumPy writes as `code`, for example `<f4`, `|b1`, `<U12`; undefined for others. */
export function npyType(code: string): NpyType | undefined {
  const match = /^([<>|=])([fiubUS])(\d+)$/.exec(code);
  if (match === null) return undefined;
  const littleEndian = match[1] !== '>';
  const size = Number(match[3]);
  if (match[2] === 'U') return unicodeType(size, littleEndian);
  if (match[2] === 'S')
    return { bytes: size, isText: true, read: (view, at) => textAt(view, at, size) };
  const getter = getters[`${match[2]}${match[3]}`];
  return (
    getter && { bytes: size, isText: false, read: (view, at) => getter(view, at, littleEndian) }
  );
}

/** UTF-32, filled up with zeros. */
function unicodeType(length: number, littleEndian: boolean): NpyType {
  return {
    bytes: 4 * length,
    isText: true,
    read: (view, at) => {
      let text = '';
      for (let i = 0; i < length; i++) {
        const code = view.getUint32(at + 4 * i, littleEndian);
        if (code === 0) break;
        text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      }
      return text;
    },
  };
}

const utf8 = new TextDecoder('utf-8');

function textAt(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  const end = bytes.indexOf(0);
  return utf8.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** IEEE 754 half precision to double. */
function halfToDouble(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
