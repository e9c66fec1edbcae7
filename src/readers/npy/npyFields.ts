import { ReadError } from '../readError';
import { shortText } from '../shortText';
import { isShape } from './npyHeader';
import { type NpyType, npyType } from './npyType';
import type { PythonLiteral } from './pythonLiteral';

/** One value within every element of an array. */
export interface NpyField {
  /** Empty for plain arrays; `box.x` for a field of a field, `p[0]` for an item of a sub-array. */
  readonly name: string;
  /** Bytes from the start of the element. */
  readonly at: number;
  readonly type: NpyType;
}

/** The values of an element, and the bytes it takes with what lies between them. */
export interface NpyElement {
  readonly fields: readonly NpyField[];
  readonly bytes: number;
}

/** More values in one element make an image or an embedding, not a row of a table. */
export const maxFields = 100_000;

/** The element that NumPy describes as `descr`. Throws a ReadError that names a type that is not read. */
export function npyElement(source: string, descr: PythonLiteral): NpyElement {
  const fields: NpyField[] = [];
  const bytes = layOut(source, '', descr, 0, fields);
  return { fields, bytes };
}

/** Adds the fields of one type that begins `at` bytes from the start of the element; returns where it ends. */
function layOut(
  source: string,
  name: string,
  descr: PythonLiteral,
  at: number,
  fields: NpyField[],
): number {
  if (typeof descr === 'string') {
    const type = typeOf(source, descr);
    fields.push({ name, at, type });
    if (fields.length > maxFields) throw tooMany(source);
    return at + type.bytes;
  }
  if (!Array.isArray(descr)) throw notRead(source, descr);
  let end = at;
  for (const field of descr as readonly PythonLiteral[])
    end = layOutField(source, name, field, end, fields);
  return end;
}

/** `(name, type)`, `(name, type, shape)`, or with `(title, name)` for the name. */
function layOutField(
  source: string,
  above: string,
  field: PythonLiteral,
  at: number,
  fields: NpyField[],
): number {
  const [said, descr, shape = []] = Array.isArray(field) ? (field as readonly PythonLiteral[]) : [];
  const own = Array.isArray(said) ? (said as readonly PythonLiteral[]).at(-1) : said;
  if (typeof own !== 'string' || descr === undefined || !isShape(shape))
    throw notRead(source, field);
  const padding = own === '' && typeof descr === 'string' ? /^\|V(\d+)$/.exec(descr) : null;
  if (padding !== null) return at + Number(padding[1]) * shape.reduce((a, b) => a * b, 1);
  const name = above === '' ? own : `${above}.${own}`;
  let end = at;
  for (const place of placesIn(source, shape))
    end = layOut(source, name + place, descr, end, fields);
  return end;
}

/** `[0][0]`, `[0][1]`, ... in the order of the bytes; one place without a name for no shape. */
function placesIn(source: string, shape: readonly number[]): readonly string[] {
  if (shape.some(length => !Number.isSafeInteger(length) || length < 0)) throw tooMany(source);
  if (shape.reduce((product, length) => product * length, 1) > maxFields) throw tooMany(source);
  return shape.reduce<readonly string[]>(
    (places, length) => places.flatMap(place => Array.from({ length }, (_, i) => `${place}[${i}]`)),
    [''],
  );
}

function typeOf(source: string, code: string): NpyType {
  const found = npyType(code);
  if (found !== undefined) return found;
  if (!code.includes('O')) throw notRead(source, code);
  throw new ReadError(
    { source },
    'the array holds Python objects (pickled), which are not read; save it as numbers',
  );
}

function notRead(source: string, descr: PythonLiteral): ReadError {
  const type = typeof descr === 'string' ? descr : JSON.stringify(descr);
  return new ReadError({ source }, `arrays of the type "${shortText(type, 80)}" are not read`);
}

function tooMany(source: string): ReadError {
  return new ReadError({ source }, `an element of the array has more than ${maxFields} values`);
}
