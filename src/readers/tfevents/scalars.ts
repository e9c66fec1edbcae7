import { floatsOf, wireFields } from './wire';

/** One scalar of an event file. */
export interface Scalar {
  /** Seconds since 1970. */
  readonly wallTime: number;
  readonly step: number;
  readonly tag: string;
  readonly value: number;
}

/** Data types of TensorFlow's tensors that a scalar comes in. */
const floatType = 1;
const doubleType = 2;

/**
 * The scalars of one serialized `tensorflow.Event`: wall_time = 1, step = 2, summary = 5; in the summary
 * value = 1 with tag = 1, simple_value = 2 or tensor = 8.
 */
export function scalarsOf(event: Uint8Array): readonly Scalar[] {
  let wallTime = Number.NaN;
  let step = 0;
  const values: { tag: string; value: number }[] = [];
  for (const field of wireFields(event)) {
    if (field.number === 1 && field.type === 1) wallTime = floatsOf(field.bytes, 8)[0]!;
    else if (field.number === 2 && field.type === 0) step = field.value;
    else if (field.number === 5 && field.type === 2)
      for (const value of summaryValues(field.bytes)) values.push(value);
  }
  return values.map(({ tag, value }) => ({ wallTime, step, tag, value }));
}

function summaryValues(summary: Uint8Array): { tag: string; value: number }[] {
  const found: { tag: string; value: number }[] = [];
  for (const field of wireFields(summary)) {
    const value = field.number === 1 && field.type === 2 ? summaryValue(field.bytes) : undefined;
    if (value !== undefined) found.push(value);
  }
  return found;
}

/** undefined for images, histograms and texts. */
function summaryValue(message: Uint8Array): { tag: string; value: number } | undefined {
  let tag = '';
  let value: number | undefined;
  for (const field of wireFields(message)) {
    if (field.number === 1) tag = new TextDecoder('utf-8').decode(field.bytes);
    else if (field.number === 2 && field.type === 5) value = floatsOf(field.bytes, 4)[0];
    else if (field.number === 8 && field.type === 2) value = tensorScalar(field.bytes);
  }
  return value === undefined ? undefined : { tag, value };
}

/** The only number of a tensor: dtype = 1, tensor_content = 4, float_val = 5, double_val = 6. */
function tensorScalar(tensor: Uint8Array): number | undefined {
  let type = 0;
  const numbers: number[] = [];
  for (const { number, value, bytes } of wireFields(tensor)) {
    if (number === 1) type = value;
    else if (number === 5) numbers.push(...floatsOf(bytes.subarray(0, 8), 4));
    else if (number === 6) numbers.push(...floatsOf(bytes.subarray(0, 16), 8));
    else if (number === 4 && bytes.length <= 8 && (type === floatType || type === doubleType)) {
      numbers.push(...floatsOf(bytes, type === floatType ? 4 : 8));
    }
  }
  return numbers.length === 1 ? numbers[0] : undefined;
}
