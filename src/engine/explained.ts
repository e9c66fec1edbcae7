import type { Beside } from '../core/explain/beside';
import { searchSteps } from '../core/explain/whichNumber';
import type { Answer } from '../shared/protocol/inspection';
import { besideColumns } from './besideColumns';
import type { Outputs, Predictions, Training } from './interpretation';

/** Milliseconds of work behind which others are let in: what is cancelled or asked meanwhile is heard. */
const turn = 50;

const letOthersIn = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));

/** Answers which number a value is. Long tables take many steps, between which the thread is free. */
export async function explained(
  interpretation: Predictions | Outputs | Training,
  value: string,
): Promise<Answer> {
  if (interpretation.kind === 'training') {
    throw new Error('A training history has no predictions to ask about.');
  }
  const { predictions, beside } = searched(interpretation);
  const { models, parameters } = predictions.data;
  const steps = searchSteps(models, value, parameters, beside);
  for (let started = Date.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return { kind: 'explain', explanations: step.value };
    if (Date.now() - started < turn) continue;
    await letOthersIn();
    started = Date.now();
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
