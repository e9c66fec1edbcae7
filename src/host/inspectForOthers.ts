import { Uri } from 'vscode';
import type { SourceRef } from '../engine/engine';
import type { LossReport } from '../shared/lossReport';
import { metricIds } from '../shared/metricId';
import type { InspectOptions } from '../shared/protocol/inspection';
import { filesInput } from './input/filesInput';
import type { Services } from './services';
import { inspectOptions } from './settings';

/** The report alone with every metric, without any page that could ask for more: for other extensions. */
export async function inspectForOthers(
  { engine }: Services,
  source: Uri | string,
  options: InspectOptions = {},
): Promise<LossReport> {
  const refs = await refsOf(source);
  const { id, report } = await engine().inspect(refs, {
    metrics: metricIds,
    ...inspectOptions(),
    ...options,
  });
  await engine().close(id);
  return report;
}

async function refsOf(source: Uri | string): Promise<readonly SourceRef[]> {
  if (source instanceof Uri) return (await filesInput([source])).load();
  return [{ kind: 'text', name: 'text', pieces: [{ text: source, line: 1 }] }];
}
