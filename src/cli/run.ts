import { localEngine } from '../engine/node/localEngine';
import type { LossReport } from '../shared/lossReport';
import { metricIds } from '../shared/metricId';
import { plainText, visible } from '../shared/plainText';
import type { Inspection } from '../shared/protocol/inspection';
import { withIntervals } from '../shared/withIntervals';
import { withSlices } from '../shared/withSlices';
import { statements } from '../sums/statement/statements';
import { type Command, parseArguments } from './arguments';
import { type Sources, sourcesOf } from './sources';
import { parseSqlArguments } from './sqlArguments';
import { toJson } from './toJson';
import { explanationText, toText } from './toText';
import { UsageError } from './usageError';

export interface Output {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line. Never rejects: what goes wrong is one sentence on stderr and an exit code. */
export async function run(args: readonly string[]): Promise<Output> {
  try {
    if (args[0] === 'sql') {
      return { exitCode: 0, stdout: statements(parseSqlArguments(args.slice(1))), stderr: '' };
    }
    const command = parseArguments(args);
    return { exitCode: 0, stdout: await inspect(command), stderr: '' };
  } catch (error) {
    return {
      exitCode: exitCodeOf(error),
      stdout: '',
      stderr: `${messageOf(error)}${hintFor(error)}\n`,
    };
  }
}

/** The usage has lines of its own; everything else is one line, whatever the file is made of. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof UsageError ? visible(message) : plainText(message);
}

/** Rows that cannot be matched may be meant to stand below one another. */
function hintFor(error: unknown): string {
  const poolable = (error as { poolable?: unknown } | null)?.poolable === true;
  return poolable ? '; --parts reads them as parts of one table' : '';
}

function exitCodeOf(error: unknown): 1 | 2 {
  const isUsage = error instanceof UsageError || (error as { usage?: boolean }).usage === true;
  return isUsage ? 2 : 1;
}

async function inspect(command: Command): Promise<string> {
  const sources = await sourcesOf(command.files, command.choices.parts);
  try {
    return await inspectSources(sources, command);
  } finally {
    await sources.remove();
  }
}

async function inspectSources({ refs, notes }: Sources, command: Command): Promise<string> {
  const engine = localEngine();
  const { choices, parameters, worst } = command;
  const inspection = withNotes(
    await engine.inspect(refs, {
      choices,
      parameters,
      ...(worst === undefined ? {} : { worst }),
      ...(command.json ? { metrics: metricIds } : {}),
    }),
    notes,
  );
  refuseOpenParts(inspection);
  refuseUnknownClasses(inspection.report, parameters.classWeights ?? {});
  if (command.explain !== undefined) return explain(engine, inspection.id, command);
  const report = await complete(engine, withDoubt(inspection), command.by);
  return command.json ? `${toJson(report)}\n` : visible(toText({ ...inspection, report }));
}

function withNotes(inspection: Inspection, notes: readonly string[]): Inspection {
  const { report } = inspection;
  return { ...inspection, report: { ...report, notes: [...notes, ...report.notes] } };
}

/** Whether files belong together is not for the terminal to choose: a pooled loss would look like any other. */
function refuseOpenParts({ doubt }: Inspection): void {
  if (doubt?.options.some(({ choices }) => choices.parts !== undefined) !== true) return;
  throw new UsageError(`${doubt.question} --parts reads them as one, --no-parts compares them.`);
}

/** A weight that no class takes would change nothing, without a word. */
function refuseUnknownClasses(
  { roles }: LossReport,
  weights: Readonly<Record<string, number>>,
): void {
  const unknown = Object.keys(weights).find(label => !roles.classes?.includes(label));
  if (unknown === undefined) return;
  const known =
    roles.classes === null
      ? 'there are no classes'
      : `classes are ${roles.classes.slice(0, 10).join(', ')}`;
  throw new UsageError(`--class-weight names "${unknown}", but ${known}.`);
}

/** The report with the intervals of its models and the groups where they fail. */
async function complete(
  engine: ReturnType<typeof localEngine>,
  { id, report }: Inspection,
  by: readonly string[],
): Promise<LossReport> {
  if (report.models.length === 0) return report;
  const slices = await engine.ask(id, { kind: 'slices', by });
  const intervals = await engine.ask(id, { kind: 'intervals' });
  const searched = slices.kind === 'slices' ? withSlices(report, slices) : report;
  return intervals.kind === 'intervals' ? withIntervals(searched, intervals) : searched;
}

/** Where the editor would ask, the terminal takes the likelier reading and says so. */
function withDoubt(inspection: Inspection): Inspection {
  const { doubt, report } = inspection;
  const [taken, ...others] = doubt?.options ?? [];
  if (doubt === null || taken === undefined) return inspection;
  const rest = others.map(({ label }) => label).join('; or: ');
  const note = `${doubt.question} Taken: ${taken.label}. It could also be: ${rest}.`;
  return { ...inspection, report: { ...report, notes: [note, ...report.notes] } };
}

async function explain(
  engine: ReturnType<typeof localEngine>,
  id: number,
  command: Command,
): Promise<string> {
  const answer = await engine.ask(id, { kind: 'explain', value: command.explain! });
  if (answer.kind !== 'explain') return '';
  return command.json
    ? `${toJson(answer.explanations)}\n`
    : visible(explanationText(answer.explanations));
}
