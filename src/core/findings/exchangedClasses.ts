import type { MulticlassModelSamples } from '../samples/modelSamples';

/** A table of classes x classes larger than this is not built. */
const maxClasses = 500;
/** Fewer rows of a class prove nothing. */
const minRows = 5;
/** What a class is mostly taken for must hold on three rows in five. */
const majority = 0.6;

/** Predicted code -> the true code it mostly stands for; undefined when this is no exchange of classes. */
export function exchangedClasses(
  model: MulticlassModelSamples,
): ReadonlyMap<number, number> | undefined {
  const size = model.classes.length;
  if (size > maxClasses) return undefined;
  const counts = new Float64Array(size * size);
  for (let i = 0; i < model.n; i++) counts[model.predicted[i]! * size + model.target[i]!]! += 1;
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
  return total >= minRows && counts[best]! >= majority * total ? best : undefined;
}
