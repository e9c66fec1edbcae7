import type { CodeNames } from '../core/code/namedCode';
import type { ModelSamples } from '../core/samples/modelSamples';
import type { Predictions } from './interpretation';

/**
 * What the source calls the arrays of a line of code: only of columns that hold the very numbers which the line
 * expects, so class labels must be written as their numbers.
 */
export function codeNames({ roles }: Predictions, samples: ModelSamples): CodeNames {
  const model = roles.models.find(({ name }) => name === samples.name);
  const [probability, more] = model?.probability ?? [];
  const areNumbers =
    !('classes' in samples) || samples.classes.every((name, index) => name === String(index));
  return {
    ...named('weight', roles.weight),
    ...named('lower', model?.lower),
    ...named('upper', model?.upper),
    ...(areNumbers
      ? { ...named('y_true', roles.target), ...named('y_pred', model?.prediction) }
      : {}),
    ...(areNumbers && more === undefined ? named('y_prob', probability) : {}),
  };
}

function named(own: string, name: string | null | undefined): CodeNames {
  return typeof name === 'string' ? { [own]: name } : {};
}
