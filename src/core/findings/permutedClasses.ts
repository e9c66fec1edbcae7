import { listed, percent, significant } from '../../shared/text';
import { classProbability, hasProbability } from '../measures/trueProbability';
import { shortened } from '../modelTitle';
import type { UsableMulticlass } from '../samples/usable';
import type { ModelDetector } from './detector';
import { exchangedClasses } from './exchangedClasses';

const mostNamed = 5;

/** Class columns or labels stand for one another's classes. */
export const permutedClasses: ModelDetector = ({ usable, title }) => {
  if (usable.task !== 'multiclass') return null;
  const exchanged = exchangedClasses(usable);
  if (exchanged === undefined) return null;
  const moves = [...exchanged].map(
    ([code, truth]) =>
      `${shortened(usable.classes[code]!)} is mostly ${shortened(usable.classes[truth]!)}`,
  );
  const rest = moves.length - mostNamed;
  const shown = rest > 0 ? [...moves.slice(0, mostNamed), `${rest} more`] : moves;
  const accuracy = shareRight(usable, code => code);
  const after = shareRight(usable, code => exchanged.get(code) ?? code);
  const losses = lossesOf(usable, exchanged);
  const lossText =
    losses === null
      ? ''
      : `, log loss ${significant(losses.after)} instead of ${significant(losses.before)}`;
  return {
    id: 'permuted-classes',
    text: `Classes of ${title} look exchanged: what it calls ${listed(shown)}. Put back, accuracy would be ${percent(after)} instead of ${percent(accuracy)}${lossText}.`,
    evidence: {
      model: title,
      exchanged: [...exchanged].map(pair => pair.map(code => usable.classes[code]!)),
      accuracy,
      accuracyAfter: after,
      ...(losses && { logLoss: losses.before, logLossAfter: losses.after }),
    },
    weight: 0.96,
  };
};

function shareRight(usable: UsableMulticlass, map: (code: number) => number): number {
  let right = 0;
  for (let i = 0; i < usable.n; i++) if (map(usable.predicted[i]!) === usable.target[i]) right++;
  return right / usable.n;
}

/** Log loss with the columns as they are and with each in the place of the class it stands for. */
function lossesOf(
  usable: UsableMulticlass,
  exchanged: ReadonlyMap<number, number>,
): { readonly before: number; readonly after: number } | null {
  if (!hasProbability(usable)) return null;
  const columnOf = new Map([...exchanged].map(([code, truth]) => [truth, code]));
  const mean = (codes: Int32Array) =>
    classProbability(usable, codes).reduce((sum, p) => sum - Math.log(p), 0) / usable.n;
  return {
    before: mean(usable.target),
    after: mean(usable.target.map(code => columnOf.get(code) ?? code)),
  };
}
