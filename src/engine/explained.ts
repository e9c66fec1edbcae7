import { searchSteps } from '../core/explain/whichNumber';
import type { Answer } from '../shared/protocol/inspection';
import { besideColumns } from './besideColumns';
import type { Predictions, Training } from './interpret';

/** Answers which number a value is. Long tables take many steps, behind each of which there is a pause. */
export async function explained(
  interpretation: Predictions | Training,
  value: string,
  pause: () => Promise<void>,
): Promise<Answer> {
  if (interpretation.kind === 'training') {
    throw new Error('A training history has no predictions to ask about.');
  }
  const { models, parameters } = interpretation.data;
  const steps = searchSteps(models, value, parameters, besideColumns(interpretation));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { kind: 'explain', explanations: step.value };
    await pause();
  }
}
