import type { DataFindingId, FindingId, ModelFindingId } from '../../shared/findingId';
import type { Finding, ModelReport } from '../../shared/lossReport';
import type { PredictionData } from '../predictionData';
import { accurateButCostly } from './accurateButCostly';
import { bias } from './bias';
import { certainlyWrong } from './certainlyWrong';
import { classesNeverPredicted } from './classesNeverPredicted';
import { overconfident, underconfident } from './confidence';
import { confusedClasses } from './confusedClasses';
import { constantOutput } from './constantOutput';
import type { DataDetector, ModelDetector } from './detector';
import { duplicatedRows } from './duplicatedRows';
import { errorsCancel } from './errorsCancel';
import { fewRowsDominate } from './fewRowsDominate';
import { costOfAProbability, singlePrediction } from './fewRowsFindings';
import { withWords } from './findingWords';
import { identicalModels } from './identicalModels';
import { invertedProbabilities } from './invertedProbabilities';
import { labelsFromOne } from './labelsFromOne';
import { mergedFindings } from './mergedFindings';
import { modelContext } from './modelContext';
import { onlyWrongRows } from './onlyWrongRows';
import { outlierSensitive } from './outlierSensitive';
import { perfectModel } from './perfectModel';
import { permutedClasses } from './permutedClasses';
import { sameAccuracyDifferentLoss } from './sameAccuracyDifferentLoss';
import { scaleFactor } from './scaleFactor';
import { screened } from './screened';
import { shiftedRows } from './shiftedRows';
import { unexplained } from './unexplained';
import { worseThanBaseline } from './worseThanBaseline';
import { worseThanNaive } from './worseThanNaive';
import { wrongScale } from './wrongScale';

/** One detector for each finding about a model, in the order in which they are asked. */
const ofModels: Readonly<Record<ModelFindingId, ModelDetector>> = {
  'errors-cancel': screened(errorsCancel),
  'few-rows-dominate': fewRowsDominate,
  bias: screened(bias),
  'scale-factor': screened(scaleFactor),
  'shifted-rows': shiftedRows,
  'constant-output': constantOutput,
  'perfect-model': screened(perfectModel),
  'duplicated-rows': duplicatedRows,
  'worse-than-baseline': worseThanBaseline,
  'worse-than-naive': worseThanNaive,
  'only-wrong-rows': onlyWrongRows,
  'inverted-probabilities': screened(invertedProbabilities),
  'permuted-classes': screened(permutedClasses),
  'labels-from-1': screened(labelsFromOne),
  'classes-never-predicted': screened(classesNeverPredicted),
  'certainly-wrong': certainlyWrong,
  overconfident: screened(overconfident),
  underconfident: screened(underconfident),
  'confused-classes': screened(confusedClasses),
  'accurate-but-costly': accurateButCostly,
  'single-prediction': singlePrediction,
  'cost-of-a-probability': costOfAProbability,
};

const ofData: Readonly<Record<DataFindingId, DataDetector>> = {
  'same-accuracy-different-loss': sameAccuracyDifferentLoss,
  'identical-models': identicalModels,
  'outlier-sensitive-loss': outlierSensitive,
  'percent-as-probabilities': wrongScale('percent'),
  'logits-as-probabilities': wrongScale('logits'),
};

/** Every sentence that holds for this data, the weightiest first. */
export function findings(data: PredictionData, models: readonly ModelReport[]): readonly Finding[] {
  const found = new Map<FindingId, { readonly title: string; readonly finding: Finding }[]>();
  for (const model of data.models) {
    if (model.n === 0) continue;
    const report = models.find(({ name, split }) => name === model.name && split === model.split);
    const context = modelContext(data, model, report);
    const all = Object.values(ofModels)
      .map(detector => detector(context))
      .filter(finding => finding !== null);
    for (const finding of unexplained(all)) {
      const others = found.get(finding.id) ?? [];
      found.set(finding.id, [...others, { title: context.title, finding }]);
    }
  }
  const merged = [...found.values()].map(mergedFindings);
  const together = Object.values(ofData)
    .map(detector => detector(data, models))
    .filter(finding => finding !== null);
  return [...merged, ...together].map(withWords).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}
