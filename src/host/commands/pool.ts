import type { PageHandle } from '../page/pageHandle';

/** Reads the files of a page anew, as parts of one table. */
export async function pool(session: PageHandle): Promise<void> {
  if (session.input?.kind !== 'files') return;
  await session.inspect({ ...session.input, together: true });
}
