import { workspace } from 'vscode';
import { continuedFormats } from '../../readers/formats';
import type { Input } from '../input/input';
import { SelectionInput } from '../input/selectionInput';
import type { PageSession } from '../page/pageSession';
import { announceVerdict, verdictsOf } from './announceVerdict';
import { type FileStamp, fileStamp } from './fileStamp';
import { bytesRead } from './uriOfSource';

/** Files above this are read again by themselves only where that means reading on. */
const largestReread = 20_000_000;
/** Beyond so many parts it takes too long to ask each for its size. */
const maxStamped = 500;
const readOnFormats: readonly string[] = continuedFormats;

export type LookedAt = Pick<
  PageSession,
  'input' | 'inspection' | 'isReading' | 'place' | 'refresh' | 'markStale' | 'post'
>;
type Stamps = readonly (FileStamp | undefined)[];

/**
 * Looks whether the files of a report have been written to. A history and a table that has grown are read
 * on; any other change marks the report as out of date.
 */
export class SourceLook {
  readonly #session: LookedAt;
  /** The report whose files were looked at, and what they looked like. */
  #id: number | undefined;
  #seen = '';
  /** A file that was just written to is looked at once more when it is quiet: its last line may be waiting. */
  #wasBusy = false;
  #isLooking = false;

  constructor(session: LookedAt) {
    this.#session = session;
  }

  /** For file systems that tell of no changes; a hidden page is not kept up to date. */
  async poll(): Promise<void> {
    if (this.#session.place.visible && this.#session.input?.kind === 'files') await this.look();
  }

  async look(): Promise<void> {
    const { input, inspection, isReading } = this.#session;
    if (input === undefined || inspection === undefined || isReading || this.#isLooking) return;
    this.#isLooking = true;
    try {
      if (input instanceof SelectionInput) await this.#lookAtText(input);
      else if (input.folders !== undefined) await this.#lookAtFolder(input);
      else await this.#compare(await Promise.all(input.uris.map(fileStamp)));
    } finally {
      this.#isLooking = false;
    }
  }

  /** Parts may be added to a folder; of very many only their names are looked at. */
  async #lookAtFolder(input: Input): Promise<void> {
    const session = this.#session;
    const now = (await input.relisted?.()) ?? input;
    const isFew = now.uris.length <= maxStamped;
    const stamps = isFew ? await Promise.all(now.uris.map(fileStamp)) : [];
    const seen = JSON.stringify([now.names, stamps]);
    const isNew = this.#id !== session.inspection?.id;
    const isChanged = isNew ? now.names.join() !== input.names.join() : seen !== this.#seen;
    this.#id = session.inspection?.id;
    this.#seen = seen;
    if (!isChanged) return;
    if (now.bytes <= largestReread) await this.#refresh();
    else session.markStale('changed');
  }

  /** A selected text is what was read until its document says something else there. */
  async #lookAtText(input: SelectionInput): Promise<void> {
    const document = await workspace.openTextDocument(input.uris[0]!).then(
      opened => opened,
      () => undefined,
    );
    if (document === undefined) this.#session.markStale('gone');
    else this.#session.markStale(input.isEdited(document) ? 'edited' : undefined);
  }

  async #compare(stamps: Stamps): Promise<void> {
    const session = this.#session;
    const { inspection } = session;
    if (inspection === undefined) return;
    const now = JSON.stringify(stamps);
    const isNew = this.#id !== inspection.id;
    const isChanged = isNew ? !hasSizes(session, stamps) : now !== this.#seen;
    this.#id = inspection.id;
    this.#seen = now;
    if (!isChanged && !this.#wasBusy) return;
    if (stamps.includes(undefined)) session.markStale('gone');
    else if (isChanged && !isWorthReading(session, stamps)) session.markStale('changed');
    else this.#wasBusy = (await this.#refresh()) || isChanged;
  }

  /** True when there was something to read. */
  async #refresh(): Promise<boolean> {
    const before = verdictsOf(this.#session.inspection);
    try {
      const isMore = await this.#session.refresh();
      if (isMore) announceVerdict(this.#session, before);
      return isMore;
    } catch {
      // Empty for a moment while it is written anew: the next look may find it.
      this.#session.markStale('changed');
      return false;
    }
  }
}

function hasSizes(session: LookedAt, stamps: Stamps): boolean {
  return bytesRead(session).every((size, i) => size === undefined || stamps[i]?.size === size);
}

function isWorthReading(session: LookedAt, stamps: Stamps): boolean {
  const { report } = session.inspection!;
  if (report.partial !== undefined) return false;
  const sizes = stamps.map(stamp => stamp?.size ?? 0);
  const isSmall = sizes.reduce((sum, size) => sum + size, 0) <= largestReread;
  const isLocal = session.input?.uris.every(({ scheme }) => scheme === 'file') === true;
  const readsOn = isLocal && report.sources.every(({ format }) => readOnFormats.includes(format));
  if (report.task === 'training') return isSmall || isLocal;
  const read = bytesRead(session).map((size, i) => size ?? sizes[i] ?? 0);
  const hasGrown =
    sizes.every((size, i) => size >= (read[i] ?? 0)) &&
    sizes.some((size, i) => size > (read[i] ?? 0));
  return hasGrown && (isSmall || readsOn);
}
