/** What Thrift's compact protocol holds; structs by the numbers of their fields. */
export type ThriftValue = boolean | number | bigint | Uint8Array | ThriftStruct | ThriftValue[];
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

/** Bytes that are not what the protocol says. */
export class ThriftError extends Error {
  override readonly name = 'ThriftError';
}

const deepest = 32;
/** Bytes of the longest whole number of 64 bits. */
const maxNumber = 10;

/**
 * Reads structs of Thrift's compact protocol from bytes that may be damaged or made to harm: every length is
 * compared with the bytes that are there before anything is made. Throws a ThriftError. Format:
 * https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export class ThriftReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Index of the first byte behind what was read. */
  get at(): number {
    return this.#at;
  }

  struct(depth = 0): ThriftStruct {
    if (depth > deepest) throw new ThriftError(`nested deeper than ${deepest} levels`);
    const fields = new Map<number, ThriftValue>();
    let field = 0;
    for (;;) {
      const header = this.#byte();
      if (header === 0) return fields;
      const step = header >> 4;
      field = step === 0 ? Number(this.#signed()) : field + step;
      fields.set(field, this.#value(header & 0x0f, depth));
    }
  }

  #value(type: number, depth: number): ThriftValue {
    switch (type) {
      case 1:
      case 2:
        return type === 1;
      case 3:
        return (this.#byte() << 24) >> 24;
      case 4:
      case 5:
        return Number(this.#signed());
      case 6:
        return this.#signed();
      case 7:
        return this.#double();
      case 8:
        return this.#binary();
      case 9:
      case 10:
        return this.#list(depth);
      case 12:
        return this.struct(depth + 1);
      default:
        throw new ThriftError(`a value of the unknown type ${type}`);
    }
  }

  #list(depth: number): ThriftValue[] {
    const header = this.#byte();
    const short = header >> 4;
    const type = header & 0x0f;
    const length = short === 15 ? Number(this.#varint()) : short;
    // Every item takes a byte at least.
    if (length > this.#left()) throw new ThriftError('a list longer than the bytes that are left');
    const items: ThriftValue[] = [];
    for (let i = 0; i < length; i++) {
      items.push(type <= 2 ? this.#byte() === 1 : this.#value(type, depth + 1));
    }
    return items;
  }

  #binary(): Uint8Array {
    const length = Number(this.#varint());
    if (length > this.#left()) throw new ThriftError('a text longer than the bytes that are left');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #double(): number {
    if (this.#left() < 8) throw new ThriftError('a number is cut off');
    this.#at += 8;
    const { buffer, byteOffset } = this.#bytes;
    return new DataView(buffer, byteOffset + this.#at - 8, 8).getFloat64(0, true);
  }

  /** Zigzag: 0, -1, 1, -2, ... */
  #signed(): bigint {
    const value = this.#varint();
    return (value >> 1n) ^ -(value & 1n);
  }

  #varint(): bigint {
    let value = 0n;
    for (let i = 0; i < maxNumber; i++) {
      const byte = this.#byte();
      value |= BigInt(byte & 0x7f) << BigInt(7 * i);
      if (byte < 0x80) return value;
    }
    throw new ThriftError('a whole number of more than 64 bits');
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new ThriftError('it ends early');
    this.#at += 1;
    return byte;
  }

  #left(): number {
    return this.#bytes.length - this.#at;
  }
}
