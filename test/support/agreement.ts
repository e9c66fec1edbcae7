import { overOutputs } from '../../src/core/outputs/overOutputs';
import { evaluate } from '../../src/core/report/evaluate';
import { modelSamplesOf } from '../../src/core/samples/modelSamplesOf';
import type { ModelReport } from '../../src/shared/lossReport';
import {
  type BuiltInId,
  defaultParameters,
  isOutputsTask,
  type OutputsTask,
} from '../../src/shared/metricId';
import { plural } from '../../src/shared/text';
import { references } from '../golden/metrics/references';
import { type Golden, goldenOutputs, goldenSamples, goldens } from './goldenSamples';

/** The report on the model of a golden file. */
export function goldenReport(golden: Golden): ModelReport {
  if (isOutputsTask(golden.task)) return reportOverOutputs(golden, golden.task);
  const samples = goldenSamples(golden);
  return evaluate(modelSamplesOf(samples).models, {
    parameters: { ...defaultParameters, ...golden.parameters },
    worst: 10,
    lineOf: samples.lineOf,
  }).at(-1)!;
}

function reportOverOutputs(golden: Golden, task: OutputsTask): ModelReport {
  const outputs = goldenOutputs(golden).map((output, k) => {
    const { models } = modelSamplesOf(goldenSamples(output));
    const options = { parameters: defaultParameters, worst: 0, lineOf: () => null };
    return { name: String(k), models, reports: evaluate(models, options) };
  });
  return overOutputs(outputs, task)[0]!;
}

/** More of them a double does not hold. */
const maxDigits = 15;

/** Decimal digits in which two numbers agree. */
function digits(actual: number | undefined, expected: number): number {
  const gap = Math.abs((actual ?? Number.NaN) - expected);
  if (gap === 0) return maxDigits;
  const found = Math.floor(-Math.log10(gap / Math.abs(expected)));
  return Number.isNaN(found) ? 0 : Math.max(0, Math.min(maxDigits, found));
}

/** With what each loss was compared, on how many files, and in how many digits all of them agree at least. */
export function agreements(): (id: BuiltInId) => string {
  const found = goldens().map(golden => ({ golden, report: goldenReport(golden) }));
  return id => {
    const own = found.filter(({ golden }) => golden.expected[id] !== undefined);
    const least = Math.min(
      ...own.map(({ golden, report }) => digits(report.values[id], golden.expected[id]!)),
    );
    return `compared with ${references[id]}: ${least} digits agree at least, on ${plural(own.length, 'golden file')}`;
  };
}
