import { inProcessEngine } from '../../src/engine/inProcessEngine';
import { ReadError } from '../../src/readers/readError';
import { metricIds } from '../../src/shared/metricId';
import { bytesOnly } from '../support/bytesOnly';
import { nansIn } from '../support/nansIn';
import type { Input } from './inputs';

const maxSeconds = 20;
const maxSentence = 1100;
/** What a program says, not a person. */
const raw =
  /\bundefined \(|Cannot read|is not a function|is not iterable|\[object |out of bounds|Invalid (?:array|typed)|\bNaN\b|[\r\n]/;

/**
 * Inspects an input and asks for its figures as the page would. What is wrong about what came of it, or undefined:
 * an exception that is no sentence, a number that is none, or more than 20 seconds of the processor.
 */
export async function faultOf(input: Input): Promise<string | undefined> {
  const before = process.cpuUsage();
  const fault = await inspected(input);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return fault ?? (seconds > maxSeconds ? `it took ${seconds} seconds` : undefined);
}

async function inspected(input: Input): Promise<string | undefined> {
  const engine = inProcessEngine(bytesOnly);
  const text = new TextDecoder().decode(input.bytes);
  try {
    const { id, report, figures } = await engine.inspect([{ kind: 'bytes', ...input }], {
      metrics: metricIds,
    });
    // A curve that was written as NaN is told to have been.
    const isWritten = /nan/i.test(text);
    const nans = nansIn(report, 'report', isWritten);
    for (const { id: figure } of figures) {
      const answer = await engine.ask(id, { kind: 'figure', figure, options: {} });
      nans.push(...nansIn(answer, figure, isWritten));
    }
    return nans.length === 0 ? undefined : `it shows NaN: ${nans.slice(0, 3).join('; ')}`;
  } catch (error) {
    if (!(error instanceof Error)) return `it threw ${String(error)}`;
    return isSentence(error, text) ? undefined : `it threw ${stackOf(error)}`;
  } finally {
    engine.dispose();
  }
}

/** Whether the words of a failure are ours, but for what they quote of `text`. */
function isSentence(error: Error, text: string): boolean {
  if (!(error instanceof ReadError) || error.message.length > maxSentence) return false;
  const [found] = raw.exec(error.message.replaceAll(/"[^"]*"/g, '')) ?? [];
  return found === undefined || (found.trim() !== '' && text.includes(found));
}

function stackOf({ stack, message, cause }: Error): string {
  const own = stack ?? message;
  return cause instanceof Error ? `${own}\ncaused by ${stackOf(cause)}` : own;
}
