import { type Course, courseOf } from './course';
import { type Curve, curveOf } from './curve';
import type { History, Series } from './history';
import { judgedSeries } from './judgedSeries';
import { type LearningRate, learningRateOf } from './learningRate';

/** A curve with its course. */
export interface Judged {
  readonly curve: Curve;
  readonly course: Course;
  readonly name: string;
}

/** Fewer values than this say nothing about a course. */
export const minValues = 5;

/** All that the rules of a verdict look at. */
export interface TrainingEvidence {
  readonly history: History;
  /** The training and the validation loss; scores of both where the log holds no loss. */
  readonly train: Judged | null;
  readonly validation: Judged | null;
  readonly score: Judged | null;
  /** The curve whose course decides: the validation curve where it has enough values, else the training curve. */
  readonly leading: Judged | null;
  /** Losses that were written and hold no finite value. */
  readonly broken: readonly Series[];
  readonly rate: LearningRate | null;
  readonly testAsValidation: boolean;
  readonly comparable: boolean;
}

/** What a rule found: its sentences, why it could be wrong, and the numbers behind it. */
export interface Found {
  readonly text: string;
  readonly doubt: string;
  readonly numbers: Readonly<Record<string, unknown>>;
}

/** The curves that are judged, with their courses. */
export function evidenceOf(history: History): TrainingEvidence {
  const chosen = judgedSeries(history);
  const train = judged(history, chosen.train);
  const validation = judged(history, chosen.validation);
  return {
    history,
    train,
    validation,
    score: judged(history, chosen.score),
    leading: leadingOf(train, validation),
    broken: history.series.filter(isBrokenLoss),
    rate: learningRateOf(history),
    testAsValidation: chosen.testAsValidation,
    comparable: chosen.comparable,
  };
}

function judged(history: History, series: Series | null): Judged | null {
  if (series === null) return null;
  const curve = curveOf(history, series);
  return { curve, course: courseOf(curve), name: series.name };
}

function leadingOf(train: Judged | null, validation: Judged | null): Judged | null {
  const enough = [validation, train].find(one => one !== null && hasEnough(one));
  return enough ?? validation ?? train;
}

/** True for a curve with enough values to have a course. */
export function hasEnough({ curve }: Judged): boolean {
  return curve.y.length >= minValues;
}

function isBrokenLoss({ direction, values }: Series): boolean {
  return (
    direction === 'lower' && values.length > 0 && !values.some(value => Number.isFinite(value))
  );
}

/** `0.95` of a score that counts in percent or in fractions of 1. */
export function asFraction({ curve }: Judged, value: number): number {
  const largest = curve.y.reduce((most, one) => Math.max(most, one), 0);
  return largest > 1.5 ? value / 100 : value;
}

/** A level of a curve's course as the file counts it: scores are turned back. */
export function asWritten({ curve }: Judged, level: number): number {
  return curve.series.direction === 'higher' ? -level : level;
}
