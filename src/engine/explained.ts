import type { Beside } from '../core/explain/beside';
import { searchSteps } from '../core/explain/whichNumber';
import type { Answer } from '../shared/protocol/inspection';
import { besideColumns } from './besideColumns';
import type { Outputs, Predictions, Training } from './interpretation';

/** Answers which number a value is. Long tables take many steps, behind each of which there is a pause. */
export async function explained(
  interpretation: Predictions | Outputs | Training,
  value: string,
  pause: () => Promise<void>,
): Promise<Answer> {
  if (interpretation.kind === 'training') {
    throw new Error('A training history has no predictions to ask about.');
  }
  const { predictions, beside } = searched(interpretation);
  const { models, parameters } = predictions.data;
  const steps = searchSteps(models, value, parameters, beside);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { kind: 'explain', explanations: step.value };
    await pause();
  }
}

/** Of several outputs the first is searched, and the others beside it. */
function searched(interpretation: Predictions | Outputs): {
  readonly predictions: Predictions;
  readonly beside: Beside;
} {
  if (interpretation.kind === 'predictions')
    return { predictions: interpretation, beside: besideColumns(interpretation) };
  const [first, ...others] = interpretation.outputs;
  const { predictions } = first!;
  const outputs = others.flatMap(({ predictions: { roles, data } }) => {
    const [model] = data.models;
    return model === undefined ? [] : [{ target: roles.target!, model }];
  });
  return { predictions, beside: { ...besideColumns(predictions), outputs } };
}
