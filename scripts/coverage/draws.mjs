/** Seeded random numbers of the shapes that errors and probabilities take. */
export class Draws {
  #state;
  #spare;

  constructor(seed) {
    this.#state = (seed * 2654435761) >>> 0;
    for (let i = 0; i < 8; i++) this.uniform();
  }

  /** Between 0 and 1 (mulberry32). */
  uniform() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  }

  /** Standard normal (Box and Muller). */
  normal() {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Symmetric with exponential tails, mean size 1. */
  laplace() {
    return (this.uniform() < 0.5 ? -1 : 1) * -Math.log(this.uniform());
  }

  /** Gamma of scale 1 (Marsaglia and Tsang). */
  gamma(shape) {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
        return d * v;
    }
  }

  /** Student's t. */
  student(freedom) {
    return this.normal() / Math.sqrt((2 * this.gamma(freedom / 2)) / freedom);
  }

  /** A probability of the given mean; the larger the concentration, the less it varies. */
  beta(mean, concentration) {
    const a = this.gamma(mean * concentration);
    const b = this.gamma((1 - mean) * concentration);
    return Math.min(1 - 1e-12, Math.max(1e-12, a / (a + b)));
  }
}
