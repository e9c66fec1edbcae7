import { percent, significant } from '../../../shared/text';
import type { Found, TrainingEvidence } from '../evidence';
import { lateFall } from './plateau';

/** The loss is still falling at the end. */
export function improving({ train, validation }: TrainingEvidence): Found | null {
  const judged = validation ?? train;
  if (judged === null) return null;
  const { shape } = judged;
  const fall = lateFall(shape);
  const share = fall / (shape.start - shape.lowest);
  const noise = Number.isNaN(shape.noise) ? 0 : shape.noise * Math.sqrt(2 / shape.window);
  if (!(share >= 0.05) || fall <= 3 * noise) return null;
  return {
    text: `Improving: ${judged.name} fell from ${significant(shape.start)} to ${significant(shape.end)}, ${percent(share)} of that in the last third, and is still falling. More epochs would help.`,
    doubt:
      'It could be wrong if the learning rate has run out, so that the curve would flatten now.',
    numbers: { series: judged.name, start: shape.start, end: shape.end, lateShare: share },
  };
}
