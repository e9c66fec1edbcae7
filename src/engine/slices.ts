import { withWords } from '../core/findings/findingWords';
import { mergedFindings } from '../core/findings/mergedFindings';
import { weakSlice } from '../core/findings/weakSlice';
import { modelTitle } from '../core/modelTitle';
import type { PredictionData } from '../core/predictionData';
import { rankingMetric } from '../core/report/perSample';
import type { ModelSamples } from '../core/samples/modelSamples';
import type { Pause } from '../core/slices/findSlices';
import { sliceReport } from '../core/slices/sliceReport';
import { slicesOf } from '../core/slices/slicesOf';
import { RequestError } from '../readers/readError';
import type { Finding } from '../shared/lossReport';
import type { GroupReport, SliceReport } from '../shared/sliceReport';
import type { SlicesFound } from '../shared/slicesFound';
import { groupReports } from './groupReports';
import type { Outputs, Predictions, Training } from './interpretation';

type Question = { readonly by?: readonly string[] };

/** The answer to the question where the models fail. Rejects for a training history. */
export async function whereItFails(
  interpretation: Predictions | Outputs | Training,
  { by }: Question,
  pause: Pause,
): Promise<{ readonly kind: 'slices' } & SlicesFound> {
  if (interpretation.kind === 'training') {
    throw new Error('A training history has no predictions to ask about.');
  }
  if (interpretation.kind === 'outputs') return { kind: 'slices', ...ofOutputs(by) };
  return { kind: 'slices', ...(await slicesAndGroups(interpretation, by, pause)) };
}

/** Groups of rows are looked for within one output. */
function ofOutputs(by: readonly string[] = []): SlicesFound {
  const notes =
    by.length === 0 ? [] : ['Groups are of one output: choose one as the target to see them.'];
  return { models: [], groups: [], findings: [], notes };
}

/** The groups where each model fails, and the groups of the columns that were asked for. */
async function slicesAndGroups(
  { data, table }: Predictions,
  by: readonly string[] = [],
  pause?: Pause,
): Promise<SlicesFound> {
  const groups = by.flatMap(column => groupsBy(data, table.name, column));
  const searched: SearchedModel[] = [];
  for (const model of data.models) searched.push(await searchedModel(data, model, pause));
  return {
    models: searched.map(({ model, slices }) => ({ name: model.name, split: model.split, slices })),
    groups,
    findings: sentences(searched),
    notes: [...new Set(searched.flatMap(({ notes }) => notes))],
  };
}

interface SearchedModel {
  readonly model: ModelSamples;
  readonly slices: readonly SliceReport[];
  readonly finding: Finding | null;
  readonly notes: readonly string[];
}

async function searchedModel(
  data: PredictionData,
  model: ModelSamples,
  pause?: Pause,
): Promise<SearchedModel> {
  const found = await slicesOf(data, model, pause);
  if (found === null) return { model, slices: [], finding: null, notes: [] };
  const slices = found.slices.map(slice => sliceReport(data, model, slice));
  const notes = found.disguises.map(({ text }) => text);
  if (found.metric !== rankingMetric(model) && slices.length > 0) {
    const title = modelTitle(model);
    notes.push(
      `Some log losses of ${title} are infinite, so its groups are compared by wrong labels.`,
    );
  }
  return { model, slices, finding: weakSlice(model, found.metric, slices), notes };
}

/** One for each slice that is some model's costliest, with the names of all models whose it is. */
function sentences(searched: readonly SearchedModel[]): readonly Finding[] {
  const bySlice = new Map<string, { readonly title: string; readonly finding: Finding }[]>();
  for (const { model, slices, finding } of searched) {
    if (finding === null) continue;
    const { text } = slices[0]!;
    bySlice.set(text, [...(bySlice.get(text) ?? []), { title: modelTitle(model), finding }]);
  }
  return [...bySlice.values()].map(mergedFindings).map(withWords);
}

/** Throws a RequestError when there is no such column. */
function groupsBy(data: PredictionData, source: string, column: string): readonly GroupReport[] {
  const features = data.features?.of(column) ?? [];
  if (features.length > 0) return features.flatMap(feature => groupReports(data, feature));
  throw new RequestError({ source }, `there is no column "${column}" to group by`);
}
