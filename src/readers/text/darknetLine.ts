import { logValue } from './logValue';

interface Named {
  readonly name: string;
  readonly value: number;
}

const number = String.raw`([-+]?(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|-?nan|inf))`;
/** Darknet's own order: `1631: 27.562284, 28.765835 avg, 0.001000 rate, 11.283772 seconds, 208768 images`. */
const closing = new RegExp(
  String.raw`^\s*(\d+): ${number}, ${number} avg(?: loss)?, ${number} rate,`,
  'i',
);

/** The line that Darknet closes a batch with, whose first number has no name and the others have theirs behind. */
export function darknetLine(
  text: string,
): { readonly step: Named; readonly metrics: readonly Named[] } | undefined {
  const [, step, loss, average, rate] = closing.exec(text) ?? [];
  if (step === undefined) return undefined;
  const values = { loss, 'avg loss': average, lr: rate };
  return {
    step: { name: 'iteration', value: Number(step) },
    metrics: Object.entries(values).map(([name, digits]) => ({ name, value: logValue(digits!) })),
  };
}
