import { listed, percent, significant } from '../../shared/text';
import { classProbability, hasProbability } from '../measures/trueProbability';
import { shortened } from '../modelTitle';
import type { MulticlassModelSamples } from '../samples/modelSamples';
import type { ModelDetector } from './detector';
import { exchangedClasses } from './exchangedClasses';

const maxNamed = 5;

/** Class columns or labels stand for one another's classes. */
export const permutedClasses: ModelDetector = ({ model, title }) => {
  if (model.task !== 'multiclass') return null;
  const exchanged = exchangedClasses(model);
  if (exchanged === undefined) return null;
  const moves = [...exchanged].map(
    ([code, truth]) =>
      `${shortened(model.classes[code]!)} is mostly ${shortened(model.classes[truth]!)}`,
  );
  const rest = moves.length - maxNamed;
  const shown = rest > 0 ? [...moves.slice(0, maxNamed), `${rest} more`] : moves;
  const accuracy = shareRight(model, code => code);
  const after = shareRight(model, code => exchanged.get(code) ?? code);
  const losses = lossesOf(model, exchanged);
  const lossText =
    losses === null
      ? ''
      : `, log loss ${significant(losses.after)} instead of ${significant(losses.before)}`;
  return {
    id: 'permuted-classes',
    text: `Classes of ${title} look exchanged: what it calls ${listed(shown)}. Put back, accuracy would be ${percent(after)} instead of ${percent(accuracy)}${lossText}.`,
    evidence: {
      model: title,
      exchanged: [...exchanged].map(pair => pair.map(code => model.classes[code]!)),
      accuracy,
      accuracyAfter: after,
      ...(losses && { logLoss: losses.before, logLossAfter: losses.after }),
    },
    weight: 0.96,
  };
};

function shareRight(model: MulticlassModelSamples, map: (code: number) => number): number {
  let right = 0;
  for (let i = 0; i < model.n; i++) if (map(model.predicted[i]!) === model.target[i]) right++;
  return right / model.n;
}

/** Log loss with the columns as they are and with each in the place of the class it stands for. */
function lossesOf(
  model: MulticlassModelSamples,
  exchanged: ReadonlyMap<number, number>,
): { readonly before: number; readonly after: number } | null {
  if (!hasProbability(model)) return null;
  const columnOf = new Map([...exchanged].map(([code, truth]) => [truth, code]));
  const mean = (codes: Int32Array) =>
    classProbability(model, codes).reduce((sum, p) => sum - Math.log(p), 0) / model.n;
  return {
    before: mean(model.target),
    after: mean(model.target.map(code => columnOf.get(code) ?? code)),
  };
}
