import type { SourceRef } from '../../../src/engine/engine';

/** Numbers without pattern between 0 and 1, the same in each run. */
export function noise(i: number): number {
  const x = Math.sin(i * 12.9898 + 4.1414) * 43758.5453;
  return x - Math.floor(x);
}

const encoder = new TextEncoder();
export const text = (name: string, content: string): SourceRef[] => [
  { kind: 'bytes', name, bytes: encoder.encode(content) },
];
export const many = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
export const lines = (n: number, make: (i: number) => string): string => many(n, make).join('\n');
export const target = (i: number) => (10 * noise(i)).toFixed(3);
export const prediction = (i: number) => (10 * noise(i) + noise(i + 0.5) - 0.5).toFixed(3);

export function npy(name: string, values: Float64Array): SourceRef {
  const head = `{'descr': '<f8', 'fortran_order': False, 'shape': (${values.length},), }\n`;
  const prefix = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, head.length & 255, head.length >> 8];
  const data = new Uint8Array(values.buffer);
  const bytes = new Uint8Array(prefix.length + head.length + data.length);
  bytes.set(prefix);
  bytes.set(encoder.encode(head), prefix.length);
  bytes.set(data, prefix.length + head.length);
  return { kind: 'bytes', name, bytes };
}

/** What grows: the size at which its work is long enough to be measured, and inputs of any size. */
export type Growing = Readonly<
  Record<string, readonly [n: number, make: (n: number) => readonly SourceRef[]]>
>;
