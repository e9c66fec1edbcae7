import assert from 'node:assert/strict';
import { evaluate } from '../../../../src/core/report/evaluate';
import type { ModelSamples } from '../../../../src/core/samples/modelSamples';
import {
  defaultParameters,
  type MetricId,
  metricIds,
  type Parameters,
} from '../../../../src/shared/metricId';
import { type LossesOfSums, lossesOfSums } from '../../../../src/sums/losses/lossesOfSums';
import { addCells } from '../../../../src/sums/result/addCells';
import type { Cell } from '../../../../src/sums/result/cell';
import type { SumsTask } from '../../../../src/sums/sumsTask';
import { seededRandom } from '../../../support/seededRandom';
import { cellsOfRows, type SummedRow } from '../../../support/sumsOfRows';

const tables = 2500;
const classes = ['a', 'b', 'c'];

for (const task of ['regression', 'errors', 'binary', 'multiclass'] as const) {
  describe(`the sums of ${tables} tables of the task ${task}, added up from parts`, () => {
    it('say every loss of the rows exactly, or within bounds that hold it', function () {
      this.timeout(300_000);
      for (let seed = 1; seed <= tables; seed++) checkTable(task, seed);
    });
  });
}

function checkTable(task: SumsTask, seed: number): void {
  const random = seededRandom(seed);
  const rows = tableOf(task, random);
  const isWeighted = rows.some(({ weight }) => weight !== 1);
  const parameters = parametersOf(random);
  const samples = [samplesOf(task, rows, isWeighted)];
  const [known] = evaluate(samples, { parameters, worst: 0, lineOf: () => null, baseline: false });
  const cells = cellsOfParts(task, rows, random);
  checkWhole(cells, cellsOfRows(task, rows));
  const found = lossesOfSums(task, cells, parameters, {
    isWeighted,
    classes: task === 'multiclass' ? classes : [],
  });
  const place = `table ${seed} of ${rows.length} rows`;
  assert.equal(found.n, known!.n);
  for (const id of metricIds) {
    const value = known!.values[id];
    if (value !== undefined) checkValue(found, id, value, `${place}: ${id}`);
    if (id in known!.undefined)
      assert.ok(!(id in found.values), `${place}: ${id} is not undefined`);
  }
}

function cellsOfParts(
  task: SumsTask,
  rows: readonly SummedRow[],
  random: () => number,
): readonly Cell[] {
  const parts: SummedRow[][] = [[], [], []];
  for (const row of rows) parts[Math.floor(random() * 3)]!.push(row);
  return addCells(
    task,
    parts.flatMap(part => cellsOfRows(task, part)),
  );
}

/** The sums of any partition are those of the whole; about which point is not said. */
function checkWhole(added: readonly Cell[], whole: readonly Cell[]): void {
  assert.equal(added.length, whole.length);
  const sum = (cells: readonly Cell[], name: string) =>
    cells.reduce((all, { of }) => all + (of[name] ?? 0), 0);
  for (const name of Object.keys(whole[0]!.of)) {
    if (['c', 'y', 'yy'].includes(name)) continue;
    assertClose(sum(added, name), sum(whole, name), `the sum ${name}`);
  }
}

function checkValue(found: LossesOfSums, id: MetricId, value: number, what: string): void {
  const own = found.values[id];
  const bounds = found.bounds[id];
  if (own === undefined) assert.ok(id in found.undefined, `${what} is nowhere`);
  else if (bounds === undefined) assertClose(own, value, what);
  else assert.ok(bounds[0] <= value && value <= bounds[1], `${what} is ${value}, not in ${bounds}`);
}

/** Values near 0 that differences of larger ones have made keep fewer digits. */
function assertClose(actual: number, expected: number, what: string): void {
  if (actual === expected) return;
  const size = Math.max(1e-3, Math.abs(expected));
  assert.ok(Math.abs(actual - expected) <= 1e-10 * size, `${what}: ${actual}, not ${expected}`);
}

function tableOf(task: SumsTask, random: () => number): readonly SummedRow[] {
  const length = 1 + Math.floor(random() * 40);
  const isWeighted = random() < 0.3;
  // Few different numbers, so that ties, zeros and hits of an edge are among them.
  const isCoarse = random() < 0.4;
  const scale = 10 ** Math.floor(random() * 5 - 2);
  const offset = random() < 0.3 ? 100 * scale : 0;
  const number = () => {
    const x = (random() + random() - 1) * 2;
    return (isCoarse ? Math.round(x * 4) / 4 : x) * scale + offset;
  };
  const chance = () => (isCoarse ? Math.round(random() * 20) / 20 : random() ** 2);
  return Array.from({ length }, (): SummedRow => {
    const weight = isWeighted ? Math.round(random() * 8) / 4 : 1;
    if (task === 'binary') {
      return { target: Number(random() < 0.4), prediction: chance(), weight };
    }
    if (task === 'multiclass') {
      const raw = classes.map(() => chance() + 0.01);
      const sum = raw.reduce((a, b) => a + b, 0);
      return {
        ...{ target: Math.floor(random() * 3), prediction: 0, weight },
        chances: raw.map(p => p / sum),
      };
    }
    return { target: task === 'errors' ? 0 : number(), prediction: number(), weight };
  });
}

function parametersOf(random: () => number): Parameters {
  return {
    ...defaultParameters,
    huberDelta: 0.1 + random() * 3,
    smoothL1Beta: random() * 2,
    pseudoHuberDelta: 0.2 + random() * 2,
    quantile: 0.05 + random() * 0.9,
    tolerance: random() * 0.7,
    focalGamma: random() < 0.5 ? 2 : random() * 4,
    calibrationBins: 2 + Math.floor(random() * 15),
  };
}

function samplesOf(task: SumsTask, rows: readonly SummedRow[], isWeighted: boolean): ModelSamples {
  const base = {
    ...{ name: 'm', split: null, n: rows.length, rows: null },
    ...(isWeighted ? { weight: Float64Array.from(rows, ({ weight }) => weight) } : {}),
  };
  const target = rows.map(row => row.target);
  const prediction = rows.map(row => row.prediction);
  switch (task) {
    case 'regression':
      return {
        ...base,
        task,
        target: Float64Array.from(target),
        prediction: Float64Array.from(prediction),
      };
    case 'errors':
      return { ...base, task, error: Float64Array.from(prediction) };
    case 'binary':
      return {
        ...{ ...base, task, classes: ['no', 'yes'], predictedFrom: 'probability' },
        target: Int32Array.from(target),
        predicted: Int32Array.from(prediction, p => Number(p >= 0.5)),
        probability: Float64Array.from(prediction),
      };
    case 'multiclass':
      return {
        ...{ ...base, task, classes, predictedFrom: 'probability' },
        target: Int32Array.from(target),
        predicted: Int32Array.from(rows, ({ chances }) => chances!.indexOf(Math.max(...chances!))),
        probabilities: classes.map((_, k) =>
          Float64Array.from(rows, ({ chances }) => chances![k]!),
        ),
      };
  }
}
