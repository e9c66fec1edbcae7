import type { Classifier } from '../../core/measures/confusionCounts';
import type { Control, FigureOptions } from '../../shared/figure';
import { significant } from '../../shared/text';
import { textOption } from '../options';
import { hasScore, scoreOf } from './scored';
import { thresholdChoice } from './thresholdChoice';

/** A classifier's labels as they are, or as the shared threshold makes them. */
export interface ThresholdCut {
  /** The model itself where nothing was cut anew. */
  readonly model: Classifier;
  /** Goes behind the model's name. */
  readonly text: string;
  readonly controls: readonly Control[];
}

const cuts = ['file', 'threshold'] as const;

/** The labels of the file come first where it has its own; else scores are cut at the threshold. */
export function thresholdCut(model: Classifier, options: FigureOptions): ThresholdCut {
  if (!hasScore(model)) return { model, text: '', controls: [] };
  const hasLabels = model.predictedFrom === 'label';
  const cut = textOption(options, 'cut', cuts, hasLabels ? 'file' : 'threshold');
  const pick: readonly Control[] = hasLabels ? [cutControl(cut)] : [];
  if (cut === 'file') return { model, text: '', controls: pick };
  const { value, usual, control } = thresholdChoice(model, options);
  const controls = [...pick, control];
  const text = ` at ${significant(value, 4)}`;
  if (!hasLabels && value === usual) return { model, text, controls };
  const score = scoreOf(model);
  const predicted = Int32Array.from(score, s => Number(s >= value));
  return { model: { ...model, predicted }, text, controls };
}

function cutControl(value: string): Control {
  const options = [
    { value: 'file', label: "the file's labels" },
    { value: 'threshold', label: 'the threshold' },
  ];
  return { kind: 'choice', id: 'cut', label: 'Predicted by', value, options };
}
