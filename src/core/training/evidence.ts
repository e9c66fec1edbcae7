import { significant } from '../../shared/text';
import { bestIndex } from './bestIndex';
import { type Curve, curveOf } from './curve';
import type { History, Series } from './history';
import { judgedSeries } from './judgedSeries';
import { describeShape, type Shape } from './shape';

/** A curve with its shape. */
export interface Judged {
  readonly curve: Curve;
  readonly shape: Shape;
  readonly name: string;
}

/** Seconds from 1970 beyond which a date does not exist in JavaScript. */
const latestDate = 8.64e12;

/** All that the rules of a verdict look at. */
export interface TrainingEvidence {
  readonly history: History;
  readonly train: Judged | null;
  readonly validation: Judged | null;
  readonly score: Judged | null;
  readonly testAsValidation: boolean;
  readonly comparable: boolean;
}

/** What a rule found: its sentences, why it could be wrong, and the numbers behind it. */
export interface Found {
  readonly text: string;
  readonly doubt: string;
  readonly numbers: Readonly<Record<string, unknown>>;
}

/** The curves that are judged, with their shapes. */
export function evidenceOf(history: History): TrainingEvidence {
  const chosen = judgedSeries(history);
  return {
    history,
    train: judged(history, chosen.train),
    validation: judged(history, chosen.validation),
    score: judged(history, chosen.score),
    testAsValidation: chosen.testAsValidation,
    comparable: chosen.comparable,
  };
}

function judged(history: History, series: Series | null): Judged | null {
  if (series === null) return null;
  const curve = curveOf(history, series);
  return { curve, shape: describeShape(curve), name: series.name };
}

/** `epoch 12`, `step 4500`, `row 3`, `timestamp 2024-01-08 10:00:00` */
export function placeText(history: History, x: number): string {
  const name = history.x.name?.trim().toLowerCase() ?? 'row';
  if (history.x.kind === 'wall-time' && Math.abs(x) < latestDate) {
    return `${name} ${new Date(x * 1000).toISOString().slice(0, 19).replace('T', ' ')}`;
  }
  return `${name} ${significant(x, 10)}`;
}

/** The best value of a curve and its x. */
export function bestOf({ curve }: Judged): { readonly x: number; readonly y: number } {
  const best = bestIndex(curve.y, curve.series.direction);
  return { x: curve.x[best]!, y: curve.y[best]! };
}

/** `0.95` of a score that counts in percent or in fractions of 1. */
export function asFraction({ curve }: Judged, value: number): number {
  const largest = curve.y.reduce((most, one) => Math.max(most, one), 0);
  return largest > 1.5 ? value / 100 : value;
}
