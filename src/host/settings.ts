import { workspace } from 'vscode';
import { defaultParameters, type MetricId, metricIds } from '../shared/metricId';
import type { InspectOptions } from '../shared/protocol/inspection';

const section = 'lossLens';

interface Settings {
  readonly firstLosses: readonly string[];
  /** A fraction of the target. */
  readonly tolerance: number;
  readonly worstRows: number;
  /** MB of columns. */
  readonly memoryBudget: number;
  readonly followSelection: boolean;
  readonly notifyVerdict: boolean;
}

/** Every setting with its default, as package.json declares them. */
export const settingDefaults: Settings = {
  firstLosses: [],
  tolerance: defaultParameters.tolerance,
  worstRows: 10,
  memoryBudget: 2048,
  followSelection: true,
  notifyVerdict: false,
};

/** The value of a setting; the default where the configured value has another type. */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  const value: unknown = workspace.getConfiguration(section).get(name);
  const fallback = settingDefaults[name];
  const fits = typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback);
  return fits ? (value as Settings[Name]) : fallback;
}

/** Metrics the person wants first; names that are no metric are left out. */
export function firstLosses(): readonly MetricId[] {
  const wanted = setting('firstLosses');
  return metricIds
    .filter(id => wanted.includes(id))
    .sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b));
}

/** What the settings say about every inspection. */
export function inspectOptions(): InspectOptions {
  return {
    worst: Math.max(1, Math.round(setting('worstRows'))),
    memoryBudget: Math.max(64, setting('memoryBudget')) * 2 ** 20,
    parameters: { tolerance: Math.max(0, setting('tolerance')) },
  };
}
