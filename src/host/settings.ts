import { workspace } from 'vscode';
import { findingIds } from '../shared/findingId';
import { defaultParameters, type MetricId, metricIds } from '../shared/metricId';
import { longestFormula, mostOwnLosses, type OwnLoss, whyNoName } from '../shared/ownLoss';
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
  readonly hover: boolean;
  readonly misuseMarks: boolean;
  readonly codeLens: boolean;
  /** Formulas by the names of their losses. */
  readonly losses: Readonly<Record<string, unknown>>;
  readonly mutedFindings: readonly string[];
}

/** Every setting with its default, as package.json declares them. */
export const settingDefaults: Settings = {
  firstLosses: [],
  tolerance: defaultParameters.tolerance,
  worstRows: 10,
  memoryBudget: 2048,
  followSelection: true,
  notifyVerdict: false,
  hover: true,
  misuseMarks: true,
  codeLens: false,
  losses: {},
  mutedFindings: [],
};

/** The least and the largest value of every number, as package.json declares them. */
export const settingLimits: Readonly<Record<NumberSetting, readonly [number, number]>> = {
  tolerance: [0, 100],
  worstRows: [1, 1000],
  memoryBudget: [64, 65_536],
};

type NumberSetting = {
  [Name in keyof Settings]: Settings[Name] extends number ? Name : never;
}[keyof Settings];

/**
 * The value of a setting: the default where the configured value has another type, and a number within its
 * limits. VS Code marks what breaks the manifest's limits, and passes it on all the same.
 */
export function setting<Name extends keyof Settings>(name: Name): Settings[Name] {
  const value: unknown = workspace.getConfiguration(section).get(name);
  const fallback = settingDefaults[name];
  if (typeof value === 'number' && typeof fallback === 'number') {
    const [least, most] = settingLimits[name as NumberSetting];
    const number = Number.isNaN(value) ? fallback : Math.min(Math.max(value, least), most);
    return number as Settings[Name];
  }
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

/** Losses of the person's own, as many and as long as they may be; names that cannot be given are left out. */
function ownLosses(): readonly OwnLoss[] {
  return Object.entries(setting('losses') ?? {})
    .flatMap(([name, formula]) =>
      typeof formula === 'string' && formula.length <= longestFormula && whyNoName(name) === null
        ? [{ name, formula }]
        : [],
    )
    .slice(0, mostOwnLosses);
}

function mutedFindings(): Pick<InspectOptions, 'muted'> {
  const wanted = setting('mutedFindings');
  const muted = findingIds.filter(id => wanted.includes(id));
  return muted.length === 0 ? {} : { muted };
}

/** What the settings say about every inspection. */
export function inspectOptions(): InspectOptions {
  const own = ownLosses();
  return {
    worst: Math.round(setting('worstRows')),
    memoryBudget: setting('memoryBudget') * 2 ** 20,
    parameters: {
      tolerance: setting('tolerance'),
      ...(own.length > 0 && { ownLosses: own }),
    },
    ...mutedFindings(),
  };
}
