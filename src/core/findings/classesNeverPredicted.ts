import { listed, percent, plural } from '../../shared/text';
import { isClassifier } from '../measures/confusionCounts';
import { shortened } from '../modelTitle';
import { linesAt } from '../places';
import type { ModelDetector } from './detector';

/** A class of fewer rows may be missed by chance. */
const minRows = 5;
const maxNamed = 3;

/** Classes that occur and are never predicted: all of their rows are wrong. */
export const classesNeverPredicted: ModelDetector = ({ data, model, title }) => {
  if (!isClassifier(model)) return null;
  const counts = new Float64Array(model.classes.length);
  for (let i = 0; i < model.n; i++) counts[model.target[i]!]! += 1;
  for (let i = 0; i < model.n; i++) counts[model.predicted[i]!] = 0;
  const never = [...counts.keys()]
    .filter(code => counts[code]! >= minRows)
    .sort((a, b) => counts[b]! - counts[a]!);
  if (never.length === 0) return null;
  const rows = never.reduce((sum, code) => sum + counts[code]!, 0);
  const named = never
    .slice(0, maxNamed)
    .map(code => `${shortened(model.classes[code]!)} (${plural(counts[code]!, 'row')})`);
  const rest = never.length - named.length;
  const missing = new Set(never);
  const samples: number[] = [];
  for (let i = 0; i < model.n && samples.length < 100; i++)
    if (missing.has(model.target[i]!)) samples.push(i);
  return {
    id: 'classes-never-predicted',
    text: `${title} never predicts ${listed(rest > 0 ? [...named, `${plural(rest, 'other class', 'other classes')}`] : named)}: all ${rows} of these rows are wrong, so accuracy cannot pass ${percent(1 - rows / model.n)}.`,
    evidence: { model: title, classes: never.map(code => model.classes[code]!), rows },
    weight: 0.45 + (0.3 * rows) / model.n,
    lines: linesAt(data, model, samples),
  };
};
