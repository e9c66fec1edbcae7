/** Courses of a loss without noise, over t from 0 to 1. */
export type Truth = (t: number, row: number) => number;

/** Falls from `start` towards `floor`; after `pace` of the run a share of 1/e is left. */
export const exponential =
  (start: number, floor: number, pace: number): Truth =>
  t =>
    floor + (start - floor) * Math.exp(-t / pace);

/** Falls as a power of the time: fast at first, then ever slower. */
export const power =
  (start: number, floor: number, exponent: number, pace: number): Truth =>
  t =>
    floor + (start - floor) * (1 + t / pace) ** -exponent;

/** Falls in steps, as when the learning rate is divided at some epochs. */
export const steps =
  (start: number, floor: number, at: readonly number[]): Truth =>
  t => {
    const passed = at.filter(place => t >= place).length;
    const share = 0.3 ** passed * (0.4 + 0.6 * Math.exp(-t / 0.04));
    return (
      floor +
      (start - floor) * (passed === at.length ? share * Math.exp(-(t - at.at(-1)!) / 0.02) : share)
    );
  };

export const straight =
  (start: number, end: number): Truth =>
  t =>
    start + (end - start) * t;

/** Falls to `best` at `turn`, then rises to `end`; `bend` 1 is a straight rise, above 1 a late one. */
export const turning =
  (start: number, best: number, turn: number, end: number, bend: number): Truth =>
  t => {
    const fall = best + (start - best) * Math.exp((-5 * t) / turn);
    return t < turn ? fall : fall + (end - best) * ((t - turn) / (1 - turn)) ** bend;
  };

/** Falls, rises to a hump, falls again below the first best. */
export const doubleDescent =
  (start: number, first: number, hump: number, second: number): Truth =>
  t => {
    const fall = second + (start - second) * Math.exp(-t / 0.07);
    const bump = Math.exp(-(((t - 0.4) / 0.12) ** 2));
    const before = (first - second) * Math.max(0, 1 - t / 0.75);
    return fall + before + hump * bump;
  };

/** Every `period` the loss jumps up by a share of what was gained and comes down again, lower each time. */
export const restarts =
  (start: number, floor: number, period: number, jump: number): Truth =>
  t => {
    const base = floor + (start - floor) * Math.exp(-t / 0.25);
    const place = 0.999 * t;
    const since = (place % period) / period;
    const isFirst = place < period;
    return base + (isFirst ? 0 : jump * (start - base) * Math.exp(-since / 0.2));
  };

/** Climbs evenly within each period and drops back at its end. */
export const sawtooth =
  (level: Truth, period: number, height: number): Truth =>
  (t, row) =>
    level(t, row) + height * ((t % period) / period);
