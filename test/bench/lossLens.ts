// The engine asked for the same losses as the others: node lossLens.js FILE regression|classes
import { basename } from 'node:path';
import { inProcessEngine } from '../../src/engine/inProcessEngine';
import { nodeEnvironment } from '../../src/engine/node/nodeEnvironment';
import type { MetricId } from '../../src/shared/metricId';
import type { RoleChoices } from '../../src/shared/roleChoices';

interface Work {
  readonly metrics: readonly MetricId[];
  readonly choices: RoleChoices;
}

const works: Readonly<Record<string, Work>> = {
  regression: {
    metrics: ['mse', 'mae', 'rmse', 'huber', 'r2', 'medae', 'max_error'],
    choices: { task: 'regression', target: 'y_true', predictions: ['y_pred'] },
  },
  classes: {
    metrics: ['log_loss', 'accuracy', 'brier'],
    choices: {
      task: 'multiclass',
      target: 'label',
      classProbabilities: { model: Array.from({ length: 10 }, (_, k) => `p${k}`) },
    },
  },
};

async function main(path: string, work: string): Promise<void> {
  const engine = inProcessEngine(nodeEnvironment);
  const { choices, metrics } = works[work]!;
  const inspection = await engine.inspect([{ kind: 'file', name: basename(path), path }], {
    choices,
    metrics,
    worst: 100,
    lossesAlone: true,
  });
  const values = inspection.report.models[0]?.values ?? {};
  console.log(metrics.map(metric => values[metric]).join(' '));
}

const [path = '', work = ''] = process.argv.slice(2);
void main(path, work);
