import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { bufferSource } from '../../../../src/readers/byteSource';
import { crc32 } from '../../../../src/readers/crc32';
import { readNpy } from '../../../../src/readers/npy/readNpy';
import { readNpz } from '../../../../src/readers/npy/readNpz';

function npy(descr: string, shape: string, data: Uint8Array, fortran = false): Uint8Array {
  const header = `{'descr': ${descr}, 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${shape}), }`;
  const padded = `${header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)}\n`;
  const bytes = new Uint8Array(10 + padded.length + data.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, padded.length & 255, padded.length >> 8]);
  bytes.set(new TextEncoder().encode(padded), 10);
  bytes.set(data, 10 + padded.length);
  return bytes;
}

const bytesOf = (array: { readonly buffer: ArrayBufferLike }): Uint8Array =>
  new Uint8Array(array.buffer);

interface Member {
  readonly name: string;
  readonly data: Uint8Array;
  /** What the directory claims, when that is not the truth. */
  readonly claimed?: number;
}

function zip(members: readonly Member[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimed } of members) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(data), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claimed ?? data.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    central.write(name, 46);
    parts.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('readNpy', () => {
  it('reads the long headers of version 2', async () => {
    const short = npy("'<f8'", '2,', bytesOf(Float64Array.of(1.5, -2)));
    const length = short[8]! + 256 * short[9]!;
    const head = [...short.subarray(0, 6), 2, 0, length & 255, length >> 8, 0, 0];
    const bytes = Uint8Array.of(...head, ...short.subarray(10));
    const { columns } = await readNpy(bufferSource('y.npy', bytes));
    assert.deepEqual([...columns[0]!.numbers], [1.5, -2]);
  });

  it('says of a header that it is cut off, be it by a single byte', async () => {
    const whole = npy("'<f8'", '0,', new Uint8Array(0));
    for (const cut of [1, 9, 10]) {
      const bytes = whole.subarray(0, whole.length - cut);
      await assert.rejects(
        readNpy(bufferSource('y.npy', bytes)),
        /^ReadError: y\.npy: the \.npy header is cut off$/,
      );
    }
  });

  it('reads floats, integers and booleans as doubles and names the column by the file', async () => {
    const cases = [
      { descr: "'<f4'", data: bytesOf(Float32Array.of(1.5, -2)), expected: [1.5, -2] },
      {
        descr: "'<f8'",
        data: bytesOf(Float64Array.of(0.1, Number.NaN)),
        expected: [0.1, Number.NaN],
      },
      { descr: "'<f2'", data: bytesOf(Uint16Array.of(0x3c00, 0xc500)), expected: [1, -5] },
      { descr: "'<i8'", data: bytesOf(BigInt64Array.of(7n, -9n)), expected: [7, -9] },
      { descr: "'|u1'", data: Uint8Array.of(3, 255), expected: [3, 255] },
      { descr: "'|b1'", data: Uint8Array.of(1, 0), expected: [1, 0] },
      { descr: "'>i2'", data: Uint8Array.of(1, 0, 255, 254), expected: [256, -2] },
    ];
    for (const { descr, data, expected } of cases) {
      const table = await readNpy(bufferSource('y_true.npy', npy(descr, '2,', data)));
      assert.equal(table.columns[0]!.name, 'y_true', descr);
      assert.deepEqual([...table.columns[0]!.numbers], expected, descr);
    }
  });

  it('reads two dimensions in C and in Fortran order', async () => {
    const data = bytesOf(Float64Array.of(1, 2, 3, 4, 5, 6));
    const rowMajor = await readNpy(bufferSource('p.npy', npy("'<f8'", '3, 2', data)));
    assert.deepEqual(
      rowMajor.columns.map(c => c.name),
      ['p[0]', 'p[1]'],
    );
    assert.deepEqual([...rowMajor.columns[1]!.numbers], [2, 4, 6]);
    const columnMajor = await readNpy(bufferSource('p.npy', npy("'<f8'", '3, 2', data, true)));
    assert.deepEqual([...columnMajor.columns[1]!.numbers], [4, 5, 6]);
  });

  it('takes a column vector as one column and texts as labels', async () => {
    const vector = await readNpy(
      bufferSource('v.npy', npy("'<i4'", '2, 1', bytesOf(Int32Array.of(1, 2)))),
    );
    assert.deepEqual(
      vector.columns.map(c => c.name),
      ['v'],
    );
    const text = Uint32Array.of(100, 111, 103, 99, 97, 116);
    const labels = await readNpy(bufferSource('l.npy', npy("'<U3'", '2,', bytesOf(text))));
    assert.equal(labels.columns[0]!.textOf(1), 'cat');
    assert.equal(labels.columns[0]!.kind, 'label');
  });

  it('reads the fields of a structured array as columns', async () => {
    const data = new Uint8Array(24);
    const view = new DataView(data.buffer);
    view.setFloat64(0, 1.5, true);
    view.setInt32(8, 1, true);
    view.setFloat64(12, 2.5, true);
    view.setInt32(20, 0, true);
    const table = await readNpy(
      bufferSource('s.npy', npy("[('p', '<f8'), ('y', '<i4')]", '2,', data)),
    );
    assert.deepEqual(
      table.columns.map(c => [c.name, ...c.numbers]),
      [
        ['p', 1.5, 2.5],
        ['y', 1, 0],
      ],
    );
  });

  it('refuses a header that promises more than the file has', async () => {
    const lying = bufferSource(
      'big.npy',
      npy("'<f8'", '1000000000000,', bytesOf(Float64Array.of(1))),
    );
    await assert.rejects(
      readNpy(lying),
      /big\.npy: the header promises 8000000000000 bytes.*holds 8/,
    );
  });

  it('refuses cut headers, pickled objects and arrays of three dimensions', async () => {
    const whole = npy("'<f8'", '1,', bytesOf(Float64Array.of(1)));
    await assert.rejects(
      readNpy(bufferSource('a.npy', whole.subarray(0, 40))),
      /header is cut off/,
    );
    await assert.rejects(
      readNpy(bufferSource('a.npy', npy("'|O'", '1,', new Uint8Array(9)))),
      /pickled/,
    );
    const cube = npy("'|u1'", '2, 2, 2', new Uint8Array(8));
    await assert.rejects(readNpy(bufferSource('a.npy', cube)), /shape \(2, 2, 2\)/);
  });

  it('reads sub-arrays of fields, fields of fields and what lies between them at their places', async () => {
    // a: one double; pad of 4 bytes; p: two floats; box.x: one integer.
    const data = new Uint8Array(2 * 24);
    const view = new DataView(data.buffer);
    for (const [element, [a, p0, p1, x]] of [
      [1.5, 0.25, 0.75, 7],
      [2.5, 0.5, 0.5, -9],
    ].entries()) {
      view.setFloat64(24 * element, a!, true);
      view.setFloat32(24 * element + 12, p0!, true);
      view.setFloat32(24 * element + 16, p1!, true);
      view.setInt32(24 * element + 20, x!, true);
    }
    const descr =
      "[('a', '<f8'), ('', '|V4'), (('title', 'p'), '<f4', (2,)), ('box', [('x', '<i4')])]";
    const { columns } = await readNpy(bufferSource('s.npy', npy(descr, '2,', data)));
    assert.deepEqual(
      columns.map(c => [c.name, ...c.numbers]),
      [
        ['a', 1.5, 2.5],
        ['p[0]', 0.25, 0.5],
        ['p[1]', 0.75, 0.5],
        ['box.x', 7, -9],
      ],
    );
  });

  it('reads elements of a structured array of two dimensions row by row, in either order', async () => {
    const data = bytesOf(Float64Array.of(1, 2, 3, 4, 5, 6));
    const inC = await readNpy(bufferSource('s.npy', npy("[('y', '<f8')]", '3, 2', data)));
    assert.deepEqual([...inC.columns[0]!.numbers], [1, 2, 3, 4, 5, 6]);
    const inFortran = await readNpy(
      bufferSource('s.npy', npy("[('y', '<f8')]", '3, 2', data, true)),
    );
    // Column after column in the file: (1, 4), (2, 5), (3, 6).
    assert.deepEqual([...inFortran.columns[0]!.numbers], [1, 4, 2, 5, 3, 6]);
  });

  it('reads the smallest half precision numbers, and types without a byte order as little-endian', async () => {
    const halves = bytesOf(Uint16Array.of(0x0001, 0x83ff, 0x0400, 0x7c00));
    const table = await readNpy(bufferSource('h.npy', npy("'<f2'", '4,', halves)));
    // IEEE 754: 2^-24, -1023 * 2^-24, 2^-14, infinity.
    assert.deepEqual(
      [...table.columns[0]!.numbers],
      [2 ** -24, -1023 * 2 ** -24, 2 ** -14, Number.POSITIVE_INFINITY],
    );
    const native = await readNpy(
      bufferSource('n.npy', npy("'=i2'", '2,', Uint8Array.of(1, 0, 0, 1))),
    );
    assert.deepEqual([...native.columns[0]!.numbers], [1, 256]);
  });

  it('refuses headers that lie at once, and names a type that it does not read', async () => {
    const some = bytesOf(Float64Array.of(1, 2));
    const refused: readonly (readonly [string, string, RegExp])[] = [
      ["'<f8'", '-1,', /shape that no array has: \(-1\)/],
      ["'<f8'", '3.5,', /shape that no array has: \(3\.5\)/],
      ["'<f8'", '0, 5', /shape \(0, 5\) is empty/],
      ['[]', '1000000000000,', /have no width/],
      ["'|S0'", '200000000,', /have no width/],
      ["'<c16'", '1,', /type "<c16" are not read/],
      ["[('a', '<M8[ns]')]", '2,', /type "<M8\[ns\]" are not read/],
      ["'<f8'", '3,', /promises 24 bytes .*holds 16/],
    ];
    for (const [descr, shape, expected] of refused) {
      await assert.rejects(readNpy(bufferSource('a.npy', npy(descr, shape, some))), expected);
    }
  });
});

describe('readNpz', () => {
  const array = (...values: number[]): Uint8Array =>
    npy("'<f8'", `${values.length},`, bytesOf(Float64Array.from(values)));

  it('reads the arrays of an archive as columns', async () => {
    const archive = zip([
      { name: 'y_true.npy', data: array(1, 2) },
      { name: 'y_pred.npy', data: array(1.5, 2.5) },
    ]);
    const table = await readNpz(bufferSource('a.npz', archive));
    assert.deepEqual(
      table.columns.map(c => [c.name, ...c.numbers]),
      [
        ['y_true', 1, 2],
        ['y_pred', 1.5, 2.5],
      ],
    );
  });

  it('leaves out an array of another length and says so', async () => {
    const archive = zip([
      { name: 'y.npy', data: array(1, 2) },
      { name: 'p.npy', data: array(1, 2) },
      { name: 'loss.npy', data: array(1) },
    ]);
    const table = await readNpz(bufferSource('a.npz', archive));
    assert.deepEqual(
      table.columns.map(c => c.name),
      ['y', 'p'],
    );
    assert.match(table.problems[0]!.text, /1 rows where the others have 2/);
  });

  it('refuses an archive that would unpack to more than memory holds, or to more than it says', async () => {
    const bomb = zip([{ name: 'a.npy', data: array(1), claimed: 0xfffffff0 }]);
    await assert.rejects(readNpz(bufferSource('a.npz', bomb)), /unpack to 4 GB/);
    const liar = zip([
      { name: 'a.npy', data: array(...new Array<number>(9999).fill(1)), claimed: 99 },
    ]);
    await assert.rejects(
      readNpz(bufferSource('a.npz', liar)),
      /more than the 99 bytes it promises/,
    );
  });

  it('refuses a torn archive', async () => {
    const whole = zip([{ name: 'a.npy', data: array(1) }]);
    await assert.rejects(
      readNpz(bufferSource('a.npz', whole.subarray(0, whole.length - 30))),
      /cut off/,
    );
  });

  it('refuses a member whose bytes are not those that were packed', async () => {
    const whole = npy("'<f8'", '2,', bytesOf(Float64Array.of(1, 2)));
    const archive = zip([{ name: 'y.npy', data: whole }]);
    const directory = Buffer.from(archive).lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    archive[directory + 16]! ^= 0xff;
    await assert.rejects(
      readNpz(bufferSource('a.npz', archive)),
      /"y\.npy" is damaged: it does not match its checksum/,
    );
  });

  it('says of a member that ends early that it does', async () => {
    const whole = npy("'<f8'", '2,', bytesOf(Float64Array.of(1, 2)));
    const archive = zip([{ name: 'y.npy', data: whole, claimed: whole.length + 8 }]);
    await assert.rejects(readNpz(bufferSource('a.npz', archive)), /"y\.npy" ends early/);
  });
});
