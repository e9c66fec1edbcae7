import { remembered } from '../remembered';
import program from './wasm/logarithms.wasm';

/** What wasm/logarithms.ts exports. */
interface Program {
  readonly memory: WebAssembly.Memory;
  /** Where its numbers and their classes stand in its memory. */
  readonly numbers: WebAssembly.Global;
  readonly truths: WebAssembly.Global;
  negativeLogs(end: number): void;
  truthCosts(end: number): void;
  wasOdd(): number;
}

interface Started {
  readonly run: Program;
  readonly numbers: Float64Array;
  readonly truths: Int32Array;
}

const started = remembered((bytes: Uint8Array): Started => {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
  const run = instance.exports as Program;
  const { buffer } = run.memory;
  return {
    run,
    numbers: new Float64Array(buffer, run.numbers.value),
    truths: new Int32Array(buffer, run.truths.value),
  };
});

/**
 * Replaces every x, at most `fillLength` of them, by -ln x: within one unit in the last place of `Math.log`, in
 * a third of its time. Of 0 it is Infinity, below NaN.
 */
export function negativeLogs(values: Float64Array): void {
  const done = computed(values, values, run => run.negativeLogs);
  if (!done) for (let i = 0; i < values.length; i++) values[i] = 0 - Math.log(values[i]!);
}

/**
 * -ln of the probability of the true class, 0 or 1, of the samples `from`, `from + 1`, ...; `p` are probabilities
 * of class 1.
 */
export function truthCosts(
  p: Float64Array,
  target: Int32Array,
  from: number,
  out: Float64Array,
): void {
  const classes = target.subarray(from, from + out.length);
  started(program).truths.set(classes);
  if (computed(p.subarray(from, from + out.length), out, run => run.truthCosts)) return;
  for (let i = 0; i < out.length; i++) {
    out[i] = 0 - (classes[i] === 1 ? Math.log(p[from + i]!) : Math.log1p(-p[from + i]!));
  }
}

/** False when there were numbers that the program leaves to `Math.log`. */
function computed(
  values: Float64Array,
  out: Float64Array,
  of: (run: Program) => (end: number) => void,
): boolean {
  const { run, numbers } = started(program);
  const n = values.length;
  numbers.set(values);
  numbers[n] = 1;
  of(run)(run.numbers.value + 8 * n);
  if (run.wasOdd() !== 0) return false;
  out.set(numbers.subarray(0, n));
  return true;
}
