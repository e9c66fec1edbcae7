import { type BuiltInId, defaultParameters, metricIds } from '../../shared/metricId';
import { catalogue } from './catalogue';
import type { MetricDefinition } from './metricDefinition';
import { parameterDefinitions } from './parameterDefinitions';

const words: Readonly<Record<MetricDefinition['direction'], string>> = {
  lower: 'lower is better',
  higher: 'higher is better',
  zero: 'zero is best',
};

/** The catalogue as Markdown: `docs/losses.md`. `compared` tells with what a loss was compared. */
export function lossesDocument(compared: (id: BuiltInId) => string): string {
  const sections = metricIds.map(id => section(catalogue[id], compared(id)));
  return `${[introduction, parameterTable(), ...sections].join('\n\n')}\n`;
}

const introduction = `# Losses and scores

Made from the catalogue by \`node scripts/lossesDoc.mjs\`.

\`e\` is prediction - target. Every value is exact: nothing is clipped, rescaled or dropped in silence.
Means are weighted as sum(w loss) / sum(w). A value that does not exist is undefined, with the reason.
The source names whose definition it is; beneath it stands with what the values were compared, and in how many
digits. The golden files are made by \`test/golden/metrics/make_goldens.py\`; the tests hold all values to 12 digits.
Keras, optax, XGBoost and torchmetrics were not run: what is said of them is what their sources say.`;

function parameterTable(): string {
  const rows = Object.entries(parameterDefinitions).map(([key, { name, rule }]) => {
    const value = defaultParameters[key as keyof typeof parameterDefinitions];
    return `| \`${key}\` | ${name} | ${value} | ${rule} |`;
  });
  return [
    '## Parameters',
    '',
    '| parameter | name | default | rule |',
    '|---|---|--:|---|',
    ...rows,
  ].join('\n');
}

function section(metric: MetricDefinition, compared: string): string {
  const parameters = metric.parameters.map(name => `\`${name}\``).join(', ');
  return [
    `## ${metric.name}`,
    '',
    `\`${metric.id}\` (${metric.tasks.join(', ')}): ${metric.formula}`,
    '',
    `- ${words[metric.direction]}; range ${metric.range}`,
    ...(parameters === '' ? [] : [`- parameters: ${parameters}`]),
    `- ${metric.note}`,
    `- source: ${metric.source}`,
    `- ${compared}`,
  ].join('\n');
}
