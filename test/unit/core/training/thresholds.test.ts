import assert from 'node:assert/strict';
import { asFraction, evidenceOf } from '../../../../src/core/training/evidence';
import { noiseOf, resolutionOf } from '../../../../src/core/training/noise';
import { seriesStats } from '../../../../src/core/training/seriesStats';
import { judge } from '../../../../src/core/training/verdict';
import { historyOf } from './simulated';

const epochs = 40;

function range(value: (i: number) => number): readonly number[] {
  return Array.from({ length: epochs }, (_, i) => value(i));
}

/** A little noise that repeats, so that no curve is perfectly smooth. */
const shaken = (i: number): number => 1 + 0.0004 * Math.sin(12.9898 * i * i);

function verdictOf(curves: Readonly<Record<string, readonly number[]>>): string | null {
  return judge(historyOf(curves)).verdict;
}

describe('noiseOf', () => {
  it('is 1.4826 of the median second difference over the square root of 6', () => {
    const alternating = Float64Array.of(0, 1, 0, 1, 0);
    assert.ok(Math.abs(noiseOf(alternating) - (1.4826 * 2) / Math.sqrt(6)) < 1e-12);
  });

  it('takes no bend for noise, but never less than what rounding hides', () => {
    const squares = Float64Array.of(0, 1, 4, 9, 16, 25);
    assert.ok(Math.abs(noiseOf(squares) - 1 / Math.sqrt(12)) < 1e-12);
  });

  it('is not known below five values', () => {
    assert.ok(Number.isNaN(noiseOf(Float64Array.of(1, 2, 1, 2))));
  });

  it('knows the last decimal place that is printed', () => {
    assert.equal(resolutionOf(Float64Array.of(0.5, 0.25, 1)), 0.01);
    assert.equal(resolutionOf(Float64Array.of(3, 20)), 1);
    assert.equal(resolutionOf(Float64Array.of(1 / 3)), 0);
  });
});

describe('the limits of the rules', () => {
  it('asks of overfitting that the training loss falls by more than 1 %', () => {
    const valLoss = range(
      i => (0.5 + 0.5 * Math.exp(-i / 2) + 0.01 * Math.max(0, i - 10)) * shaken(i),
    );
    const loss = (fall: number) =>
      range(i => (i < 5 ? 1 - 0.1 * i : 0.5 * (1 - (fall * (i - 4)) / 35)));
    assert.equal(verdictOf({ loss: loss(0.05), val_loss: valLoss }), 'overfitting');
    assert.equal(verdictOf({ loss: loss(0.006), val_loss: valLoss }), null);
  });

  it('calls a flat loss a plateau when the score gains less than 0.1 and stays below 0.6', () => {
    const loss = range(i => (2.62 + 0.1 * Math.exp(-i / 3)) * shaken(i));
    const score = (gain: number) => range(i => 0.3 + gain * Math.min(1, i / 10));
    assert.equal(verdictOf({ loss, accuracy: score(0.08) }), 'plateau');
    assert.notEqual(verdictOf({ loss, accuracy: score(0.12) }), 'plateau');
  });

  it('knows the ceiling of a clip within 0.1 %', () => {
    const stuckAt = (level: number) => range(i => level + 4 * Math.exp(-i / 2));
    assert.equal(verdictOf({ loss: stuckAt(15.4249 * 1.0005) }), 'plateau');
    assert.notEqual(verdictOf({ loss: stuckAt(15.4249 * 1.003) }), 'plateau');
  });

  it('calls three jumps unstable, two odd values', () => {
    const jumping = (places: readonly number[]) =>
      range(i => (places.includes(i) ? 3 : (0.3 + 1.7 * Math.exp(-i / 4)) * shaken(i)));
    assert.equal(verdictOf({ loss: jumping([12, 20, 28]) }), 'unstable');
    assert.equal(verdictOf({ loss: jumping([12, 20]) }), 'healthy');
  });

  it('counts a score in percent when a value exceeds 1.5', () => {
    const judged = (value: number) => evidenceOf(historyOf({ val_accuracy: [value, 1] })).score!;
    assert.equal(asFraction(judged(1.4), 1.4), 1.4);
    assert.equal(asFraction(judged(1.6), 1.6), 0.016);
  });

  it('has no slope over an x that stays where it is', () => {
    const still = historyOf({ loss: [3, 2, 1] }, [5, 5, 5]);
    assert.equal(seriesStats(still)[0]?.slope, null);
    assert.equal(seriesStats(historyOf({ loss: [3, 2, 1] }))[0]?.slope, -1);
  });
});
