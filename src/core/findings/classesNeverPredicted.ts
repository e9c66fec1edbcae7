import { listed, percent, plural } from '../../shared/text';
import { isClassifier } from '../measures/confusionCounts';
import { shortened } from '../modelTitle';
import { linesAt } from '../places';
import type { ModelDetector } from './detector';

/** A class of fewer rows may be missed by chance. */
const fewestRows = 5;
const mostNamed = 3;

/** Classes that occur and are never predicted: all of their rows are wrong. */
export const classesNeverPredicted: ModelDetector = ({ data, usable, title }) => {
  if (!isClassifier(usable)) return null;
  const counts = new Float64Array(usable.classes.length);
  for (let i = 0; i < usable.n; i++) counts[usable.target[i]!]! += 1;
  for (let i = 0; i < usable.n; i++) counts[usable.predicted[i]!] = 0;
  const never = [...counts.keys()]
    .filter(code => counts[code]! >= fewestRows)
    .sort((a, b) => counts[b]! - counts[a]!);
  if (never.length === 0) return null;
  const rows = never.reduce((sum, code) => sum + counts[code]!, 0);
  const named = never
    .slice(0, mostNamed)
    .map(code => `${shortened(usable.classes[code]!)} (${plural(counts[code]!, 'row')})`);
  const rest = never.length - named.length;
  const missing = new Set(never);
  const samples: number[] = [];
  for (let i = 0; i < usable.n && samples.length < 100; i++)
    if (missing.has(usable.target[i]!)) samples.push(i);
  return {
    id: 'classes-never-predicted',
    text: `${title} never predicts ${listed(rest > 0 ? [...named, `${plural(rest, 'other class', 'other classes')}`] : named)}: all ${rows} of these rows are wrong, so accuracy cannot pass ${percent(1 - rows / usable.n)}.`,
    evidence: { model: title, classes: never.map(code => usable.classes[code]!), rows },
    weight: 0.45 + (0.3 * rows) / usable.n,
    lines: linesAt(data, usable, samples),
  };
};
