import { fileStem } from '../../names/fileStem';
import { roleOfName } from '../../names/names';
import type { FileSide } from './fileSide';

/** The file with the true values among several, and how that was decided. */
export interface Truth {
  readonly file: FileSide;
  /** Set when nothing but the order of the files decided. */
  readonly isGuess: boolean;
}

/** Among files that call their one column alike, the one whose own name says truth holds the target. */
export function toldByFileNames(sides: readonly FileSide[]): readonly FileSide[] {
  if (sides.some(({ side }) => side !== 'predictions')) return sides;
  const [truth, ...more] = sides.filter(saysTruth);
  const target = truth?.predictions[0];
  if (target === undefined || truth?.predictions.length !== 1 || more.length > 0) return sides;
  return sides.map(side =>
    side === truth ? { ...side, side: 'target', target, strength: 2 } : side,
  );
}

/** The plainest target wins, then a file name that says truth, then the first file; null without any. */
export function pickTruth(sides: readonly FileSide[]): Truth | null {
  const withTarget = sides.filter(({ target }) => target !== null);
  const pure = withTarget.filter(({ side }) => side === 'target');
  const strongest = best(pure.length > 0 ? pure : withTarget);
  if (strongest !== undefined) return strongest;
  const unknown = sides.filter(({ side }) => side === 'unknown');
  if (unknown.length === 0) return null;
  const named = unknown.find(saysTruth);
  const isGuess = named === undefined && unknown.length > 1;
  return { file: named ?? unknown[0]!, isGuess };
}

function best(files: readonly FileSide[]): Truth | undefined {
  const most = files.reduce((max, { strength }) => Math.max(max, strength), 0);
  const equals = files.filter(({ strength }) => strength === most);
  const named = equals.find(saysTruth);
  const file = named ?? equals.find(one => !saysPrediction(one)) ?? equals[0];
  if (file === undefined) return undefined;
  const told = named !== undefined || equals.some(saysPrediction);
  const isShared = equals.every(({ side }) => side === 'pair');
  return { file, isGuess: equals.length > 1 && !told && !isShared };
}

const truthFiles =
  /(^|[^a-z])(truth|true|gold|test|solution|solutions|answers?|labels?|reference|actuals?|targets?)([^a-z]|$)/;
const predictionFiles =
  /(^|[^a-z])(pred|preds|predictions?|submission|submit|forecasts?|outputs?|previsoes)([^a-z]|$)/;

function saysTruth({ table }: FileSide): boolean {
  const stem = fileStem(table.name).toLowerCase();
  return (
    !saysPredictionName(stem) && (truthFiles.test(stem) || roleOfName(stem)?.role === 'target')
  );
}

/** True when the name of the file says predictions. */
export function saysPrediction({ table }: FileSide): boolean {
  return saysPredictionName(fileStem(table.name).toLowerCase());
}

function saysPredictionName(stem: string): boolean {
  return predictionFiles.test(stem) || roleOfName(stem)?.role === 'prediction';
}
