import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../src/readers/crc32';

/** What the engine is given: bytes under a name. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

const oddNames = [
  'constructor',
  '__proto__',
  'toString',
  'a.b',
  '',
  ' ',
  'y\nz',
  '[x](y)',
  '"',
  'é',
];
const columnNames = fc.constantFrom(
  ...['y_true', 'y_pred', 'label', 'prob', 'p_a', 'p_b', 'epoch', 'loss', 'val_loss', 'weight'],
  ...['split', 'id', 'pred_rf', 'q0.1', 'q0.9', 'variance', 'logit', 'error', 'target', 'class'],
  ...oddNames,
);
const cells = fc.oneof(
  fc.constantFrom('0', '1', '2', '0.5', '-1', '1e308', '-1e308', '5e-324', 'nan', 'inf', ''),
  fc.constantFrom('a', 'b', 'n/a', '12 %', '1,5', "1'000", '07:11', '2024-01-02', '[1 2]', '"'),
  fc.constantFrom(...oddNames),
  fc.double({ noNaN: true, min: 0, max: 1 }).map(String),
  fc.integer({ min: -9, max: 99 }).map(String),
);
const grid = fc.tuple(
  fc.array(columnNames, { minLength: 1, maxLength: 6 }),
  fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 30 }),
);

function textOf(name: string, text: string): Input {
  return { name, bytes: encoder.encode(text) };
}

const delimited = fc
  .tuple(grid, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([[header, rows], separator, end]) =>
    textOf('a.csv', [header, ...rows].map(row => row.join(separator)).join(end) + end),
  );

const json = fc.tuple(grid, fc.boolean()).map(([[header, rows], isLines]) => {
  const records = rows.map(row =>
    Object.fromEntries(header.map((name, i) => [name, jsonOf(row[i])])),
  );
  const text = isLines
    ? records.map(record => JSON.stringify(record)).join('\n')
    : JSON.stringify(records);
  return textOf(isLines ? 'a.jsonl' : 'a.json', text);
});

function jsonOf(cell: string | undefined): string | number | null {
  if (cell === undefined || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : cell;
}

const pieces =
  '[ ] ( ) { } , ; : = " \' ` \n \r\n \\ ... - + . # // /* */ | <td> 1 2.5 -3 nan None a y_true y_pred epoch loss Epoch array( tensor( np.float64( 10% \t dtype: Name: ** :--- 1/2 - > """'.split(
    ' ',
  );
const literals = fc
  .tuple(
    fc.constantFrom(
      'a.py',
      'a.txt',
      'a.log',
      'a.md',
      'a.m',
      'a.r',
      'a.jl',
      'a.ipynb',
      'x.constructor',
    ),
    fc.array(fc.oneof(fc.constantFrom(...pieces, ' '), cells), { maxLength: 80 }),
  )
  .map(([name, parts]) => textOf(name, parts.join('')));

const logs = fc
  .array(
    fc.tuple(
      fc.constantFrom('Epoch', 'step', '[', 'epoch:', ''),
      fc.nat(20),
      fc.constantFrom('loss', 'val_loss', 'acc', 'lr', 'constructor'),
      cells,
    ),
    { maxLength: 40 },
  )
  .map(lines =>
    textOf('train.log', lines.map(([a, n, b, c]) => `${a} ${n} - ${b}: ${c}`).join('\n')),
  );

const bytes = fc
  .tuple(
    fc.constantFrom(
      'a.csv',
      'a.json',
      'a.npy',
      'a.npz',
      'a.parquet',
      'events.tfevents',
      'a',
      'a.ipynb',
    ),
    fc.uint8Array({ maxLength: 400 }),
  )
  .map(([name, own]) => ({ name, bytes: own }));

const npyHeaders = fc
  .tuple(
    fc.constantFrom(
      "'<f8'",
      "'<f4'",
      "'|S0'",
      "'<U3'",
      "'|O'",
      "[('a', '<f8'), ('b', '<f8', (2,))]",
      '[]',
    ),
    fc.constantFrom(
      '3,',
      '2, 2',
      '',
      '-1,',
      '1.5,',
      '1000000000000,',
      '0,',
      '1, 0',
      'nan',
      '2, 3, 4',
    ),
    fc.boolean(),
    fc.uint8Array({ maxLength: 120 }),
  )
  .map(([descr, shape, isFortran, data]): Uint8Array => {
    const order = isFortran ? 'True' : 'False';
    const text = `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': (${shape}), }\n`;
    const head = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8];
    return Uint8Array.from([...head, ...encoder.encode(text), ...data]);
  });
const npy = npyHeaders.map(own => ({ name: 'y_true.npy', bytes: own }));

/** An archive of one array, whose directory may lie about its length. */
const archives = fc
  .tuple(npyHeaders, fc.constantFrom(0, 0, 1, -1, 2 ** 31))
  .map(([data, lie]): Input => {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(37);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(7, 26);
    local.write('arr.npy', 30);
    const central = Buffer.alloc(53);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(data), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(Math.max(0, data.length + lie), 24);
    central.writeUInt16LE(7, 28);
    central.write('arr.npy', 46);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length + packed.length, 16);
    return { name: 'a.npz', bytes: Buffer.concat([local, packed, central, end]) };
  });

/** Whole files with a few bytes changed, or cut off. */
function damaged(files: readonly Input[]): fc.Arbitrary<Input> {
  const change = fc.tuple(fc.nat(), fc.nat(255));
  return fc
    .tuple(fc.nat(), fc.array(change, { maxLength: 4 }), fc.option(fc.nat(), { freq: 4 }))
    .map(([which, changes, cut]) => {
      const { name, bytes: whole } = files[which % files.length]!;
      const copy = whole.slice(0, cut === null ? whole.length : cut % (whole.length + 1));
      for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
      return { name, bytes: copy };
    });
}

/** Anything that a person may open, `files` with damage among it. */
export function inputs(files: readonly Input[]): fc.Arbitrary<Input> {
  const made = [delimited, json, literals, logs, bytes, npy, archives];
  return fc.oneof(...made, ...(files.length === 0 ? [] : [damaged(files), damaged(files)]));
}
