/** Seeded numbers for simulated runs: the same seed gives the same run on every machine. */
export interface Draw {
  /** Uniform in [low, high). */
  readonly between: (low: number, high: number) => number;
  /** Uniform on a logarithmic scale in [low, high). */
  readonly scaled: (low: number, high: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
}

/** A stream of numbers from a seed: SplitMix32 for the uniform ones, the polar method for the normal ones. */
export function drawFrom(seed: number): Draw {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  const uniform = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 0x1_0000_0000;
  };
  const normal = (): number => {
    for (;;) {
      const a = 2 * uniform() - 1;
      const b = 2 * uniform() - 1;
      const square = a * a + b * b;
      if (square > 0 && square < 1) return a * Math.sqrt((-2 * Math.log(square)) / square);
    }
  };
  const between = (low: number, high: number): number => low + (high - low) * uniform();
  return {
    between,
    scaled: (low, high) => Math.exp(between(Math.log(low), Math.log(high))),
    normal,
    chance: probability => uniform() < probability,
    pick: choices => choices[Math.floor(uniform() * choices.length)]!,
  };
}
