import { fewRows, type Tile } from '../../shared/headline';
import type { ModelReport } from '../../shared/lossReport';
import { percent } from '../../shared/text';
import { constantOf, type Perspective } from './perspectives';

/** Below 2 % a model is no better than a constant, above -2 % no worse. */
const smallestSkill = 0.02;

/** The main loss of a model beside the best constant's; null where the model has no such value. */
export function tileOf(report: ModelReport, { metric, name }: Perspective): Tile | null {
  const value = report.values[metric];
  if (value === undefined) return null;
  const baseline = report.n > fewRows ? (report.baseline?.[metric] ?? null) : null;
  const constant = constantOf(metric);
  return {
    model: report.name,
    split: report.split,
    metric,
    name,
    value,
    interval: report.n > fewRows ? (report.intervals?.[metric] ?? null) : null,
    baseline,
    against:
      baseline === null || constant === undefined
        ? ''
        : againstText(metric === 'accuracy', value, baseline, constant),
  };
}

function againstText(isScore: boolean, value: number, baseline: number, constant: string): string {
  const always = `always guessing ${constant}`;
  if (!Number.isFinite(value)) return `worse than ${always}`;
  if (isScore) return gainText(value - baseline, always);
  const skill = 1 - value / baseline;
  if (!Number.isFinite(skill) || Math.abs(skill) < smallestSkill) return `no better than ${always}`;
  if (skill < 0) return `worse than ${always}`;
  return `${skill > 0.995 ? 'over 99 %' : percent(skill, 0)} better than ${always}`;
}

/** Shares of right rows differ in points. */
function gainText(gain: number, always: string): string {
  if (Math.abs(gain) < smallestSkill / 2) return `no better than ${always}`;
  return gain > 0
    ? `${(gain * 100).toFixed(1)} points better than ${always}`
    : `worse than ${always}`;
}
