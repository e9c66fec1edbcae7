import type { Doubt } from '../../shared/roleChoices';
import type { Draft } from './draft';
import type { TargetPick } from './target/targetPick';

/** The question a person should be asked once, or null when the columns leave no doubt. */
export function doubtOf(pick: TargetPick, draft: Draft, isOpenTask: boolean): Doubt | null {
  if (pick.how === 'first') return whichTarget(pick, draft);
  return isOpenTask ? numbersOrClasses(draft) : null;
}

function whichTarget({ target, rivals }: TargetPick, { models }: Draft): Doubt | null {
  const other = rivals[0]?.name;
  if (other === undefined || models.length !== 1) return null;
  const option = (name: string, prediction: string) => ({
    label: `"${name}" is the target, "${prediction}" the prediction`,
    choices: { target: name, predictions: [prediction] },
  });
  return {
    question: 'Which of the two columns is the target?',
    options: [option(target.name, other), option(other, target.name)],
  };
}

function numbersOrClasses({ task }: Draft): Doubt {
  const measured = {
    label: 'Numbers: how far off matters',
    choices: { task: 'regression' },
  } as const;
  const classes = { label: 'Classes: right or wrong', choices: { task: 'multiclass' } } as const;
  return {
    question: 'Few different integers: are they numbers or classes?',
    options: task === 'regression' ? [measured, classes] : [classes, measured],
  };
}
