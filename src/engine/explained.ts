import { searchSteps } from '../core/explain/whichNumber';
import type { Answer } from '../shared/protocol/inspection';
import { besideColumns } from './besideColumns';
import type { Predictions, Training } from './interpret';

/** Milliseconds of work behind which others are let in: what is cancelled or asked meanwhile is heard. */
const turn = 50;

const letOthersIn = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));

/** Answers which number a value is. Long tables take many steps, between which the thread is free. */
export async function explained(
  interpretation: Predictions | Training,
  value: string,
): Promise<Answer> {
  if (interpretation.kind === 'training') {
    throw new Error('A training history has no predictions to ask about.');
  }
  const { models, parameters } = interpretation.data;
  const steps = searchSteps(models, value, parameters, besideColumns(interpretation));
  for (let started = Date.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return { kind: 'explain', explanations: step.value };
    if (Date.now() - started < turn) continue;
    await letOthersIn();
    started = Date.now();
  }
}
