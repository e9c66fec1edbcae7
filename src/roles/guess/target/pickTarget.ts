import type { Table } from '../../../readers/table';
import type { Candidate } from '../candidate';
import { namedPredictions } from '../namedPredictions';
import { targetNamePoints } from '../reading/nameEvidence';
import { partsOf } from '../reading/partsOf';
import type { Reading } from '../reading/reading';
import { readingsOf } from '../reading/readings';
import { type Scene, sceneOf } from '../reading/scene';
import { chosenColumns, named, type Survey } from '../survey';
import { targetByLikeness, targetByOrder } from './targetByOrder';
import type { TargetPick } from './targetPick';

/**
 * The target with the columns that predict it: chosen, the best reading of the whole table, or the first of
 * two columns that look alike; null when no column can be it. `columns` is empty for a target without any.
 */
export function pickTarget(survey: Survey): TargetPick | null {
  const scene = sceneOf(survey);
  const chosen = survey.choices.target;
  if (chosen !== undefined) return chosenTarget(scene, chosen);
  const readings = readingsOf(scene);
  const [best] = readings;
  if (best !== undefined) return pickOf(scene, best, readings);
  const columns = free(survey);
  const lone = loneTarget(scene) ?? targetByOrder(survey, columns);
  const isOpen =
    lone === null && namedPredictions(survey).every(({ said }) => said?.role === 'score');
  return isOpen ? targetByLikeness(columns) : lone;
}

function free({ candidates, choices }: Survey): readonly Candidate[] {
  const { weight, split, id, lower, upper } = choices;
  const taken = new Set([...chosenColumns(choices), weight, split, id, lower, upper]);
  return candidates.filter(({ name }) => !taken.has(name));
}

function pickOf(scene: Scene, best: Reading, readings: readonly Reading[]): TargetPick {
  const columns = best.parts.map(({ column }) => column);
  const used = new Set(columns);
  const rivals = scene.targets.filter(
    one => one !== best.target && !used.has(one) && isSpoken(scene, one),
  );
  return { target: best.target, how: best.how, rivals, columns, readings };
}

function isSpoken(scene: Scene, one: Candidate): boolean {
  return (one.said?.role === 'target' && one.said.strength > 1) || scene.predicted.has(one);
}

/** A column whose name says target where nothing predicts it. */
function loneTarget({ targets }: Scene): TargetPick | null {
  const [target] = targets.filter(one => targetNamePoints(one) >= 1);
  return target === undefined
    ? null
    : { target, how: 'name', rivals: [], columns: [], readings: [] };
}

function chosenTarget(scene: Scene, name: string): TargetPick {
  const { survey } = scene;
  const target = named(survey, [name])[0]!;
  const columns = partsOf(scene, target).map(({ column }) => column);
  const used = new Set(columns);
  const rivals = scene.targets.filter(
    one => one !== target && !used.has(one) && isSpoken(scene, one),
  );
  return { target, how: howChosen(survey.table, name), rivals, columns, readings: [] };
}

/** Only tables that were joined of several files say what their models are called. */
function howChosen({ known, modelNames }: Table, name: string): TargetPick['how'] {
  if (known?.target !== name) return 'choice';
  return modelNames === undefined ? 'beside' : 'join';
}
