import type { UsableMulticlass } from '../samples/usable';

/** A table of classes x classes larger than this is not built. */
const mostClasses = 500;
/** Fewer rows of a class prove nothing. */
const fewestRows = 5;
/** What a class is mostly taken for must hold on three rows in five. */
const majority = 0.6;

/** Predicted code -> the true code it mostly stands for; undefined when this is no exchange of classes. */
export function exchangedClasses(
  usable: UsableMulticlass,
): ReadonlyMap<number, number> | undefined {
  const size = usable.classes.length;
  if (size > mostClasses) return undefined;
  const counts = new Float64Array(size * size);
  for (let i = 0; i < usable.n; i++) counts[usable.predicted[i]! * size + usable.target[i]!]! += 1;
  const moved = new Map<number, number>();
  for (let code = 0; code < size; code++) {
    const truth = mostlyTrue(counts.subarray(code * size, (code + 1) * size));
    if (truth !== undefined && truth !== code) moved.set(code, truth);
  }
  const images = new Set(moved.values());
  const closed = images.size === moved.size && [...images].every(code => moved.has(code));
  return moved.size > 0 && closed ? moved : undefined;
}

function mostlyTrue(counts: Float64Array): number | undefined {
  let best = 0;
  let total = 0;
  for (const [code, count] of counts.entries()) {
    total += count;
    if (count > counts[best]!) best = code;
  }
  return total >= fewestRows && counts[best]! >= majority * total ? best : undefined;
}
