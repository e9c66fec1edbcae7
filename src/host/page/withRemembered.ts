import type { Inspection } from '../../shared/protocol/inspection';
import type { Input } from '../input/input';
import type { Services } from '../services';
import { inspectOptions } from '../settings';

/** The inspection under the roles a person once chose for these files or, in doubt, for files with their header. */
export async function withRemembered(
  { choices: memory, engine }: Services,
  input: Input,
  inspection: Inspection,
): Promise<Inspection> {
  const { columns, doubt } = inspection;
  const choices =
    memory.recall(input.uris, columns) ?? (doubt === null ? undefined : memory.answer(columns));
  if (choices === undefined) return inspection;
  try {
    return await engine().configure(inspection.id, { ...inspectOptions(), choices });
  } catch {
    // The file has changed so much that the remembered roles no longer fit: the guess stands.
    return inspection;
  }
}
