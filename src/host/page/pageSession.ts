import { type Disposable, type Event, EventEmitter, type Webview } from 'vscode';
import type {
  Answer,
  Inspection,
  InspectOptions,
  Question,
} from '../../shared/protocol/inspection';
import type { Staleness, ToPage } from '../../shared/protocol/messages';
import type { SourceLine } from '../../shared/sourceLine';
import { type Failure, failureOf } from '../failure';
import type { Input } from '../input/input';
import type { Services } from '../services';
import { inspectOptions } from '../settings';
import { closeInspection } from './closeInspection';
import { configure } from './configure';
import { Outbox } from './outbox';
import type { PageHandle } from './pageHandle';
import type { Place } from './place';
import { unreadMessage } from './problemMessage';
import { readInput } from './readInput';
import { readingMessage } from './readingMessage';
import { receive } from './receive';
import { reportMessage, withoutNewQuestion } from './reportMessage';
import { withRemembered } from './withRemembered';

/**
 * What one page shows: it reads an input, holds the last report, replays it whenever the page is drawn anew
 * and answers the page's questions. The panel and the side view have one each.
 */
export class PageSession implements Disposable, PageHandle {
  readonly #outbox: Outbox;
  readonly place: Place;
  readonly #services: Services;
  readonly #changed = new EventEmitter<void>();
  readonly #disposed = new EventEmitter<void>();
  readonly #listener: Disposable;
  #input: Input | undefined;
  /** The last report whose reading has ended. */
  #inspection: Inspection | undefined;
  /** The report the page shows: the same, or one on the rows so far while a file is read. */
  #shown: Inspection | undefined;
  #stale: Staleness | undefined;
  #reading: AbortController | undefined;
  /** What the page is told besides the report when it is drawn anew. */
  #state: ToPage = { type: 'empty' };

  /** Fires when the report, its input or the reading has changed. */
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly onDidDispose: Event<void> = this.#disposed.event;

  constructor(webview: Webview, services: Services, place: Place) {
    this.#outbox = new Outbox(webview, place);
    this.place = place;
    this.#services = services;
    this.#listener = webview.onDidReceiveMessage(message => receive(message, this));
  }

  get input(): Input | undefined {
    return this.#input;
  }

  get inspection(): Inspection | undefined {
    return this.#inspection;
  }

  get isReading(): boolean {
    return this.#reading !== undefined;
  }

  async inspect(input: Input): Promise<Failure | undefined> {
    const isNew = this.#input?.uris.join() !== input.uris.join();
    this.#input = input;
    if (isNew) this.cursor(null);
    const reading = this.#startReading();
    if (this.#shown === undefined) this.#setState(readingMessage(input));
    try {
      const read = await this.#read(input, reading);
      const inspection = await withRemembered(this.#services, input, read);
      if (this.#reading !== reading) closeInspection(this.#services, inspection);
      else this.#show(inspection);
      return undefined;
    } catch (error) {
      if (this.#reading !== reading) return undefined;
      return this.#fail(failureOf(error, input.names), isNew);
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
      this.#changed.fire();
    }
  }

  /** Shows that a large file waits for a click. */
  wait(input: Input): void {
    this.#reset(input, { type: 'waiting', name: input.name, bytes: input.bytes });
  }

  cancel(): void {
    this.#reading?.abort();
  }

  async again(): Promise<Failure | undefined> {
    const input = this.#input;
    return input && this.inspect((await input.anew?.()) ?? input);
  }

  /**
   * Looks at the files again and shows what was added to them or, of rewritten ones, all. True when there
   * was something new. Rejects when a file cannot be read any more; the report stays.
   */
  async refresh(): Promise<boolean> {
    const [input, inspection] = [this.#input, this.#inspection];
    if (input === undefined || inspection === undefined) return false;
    const now = (await input.relisted?.()) ?? input;
    const refreshed = await this.#services.engine().refresh(inspection.id, await now.load());
    if (this.#inspection?.id !== inspection.id) return false;
    this.#input = now;
    if (refreshed.changed === 'nothing') {
      this.markStale(undefined);
      return false;
    }
    const { bytesRead } = refreshed;
    const shown = withoutNewQuestion(inspection, refreshed.inspection);
    this.#hold(shown);
    this.#stale = undefined;
    this.post({ ...reportMessage(shown, now, undefined, this.place), bytesRead });
    this.#changed.fire();
    return true;
  }

  /** Says on the page what has become of the source since it was read; nothing takes that back. */
  markStale(stale: Staleness | undefined): void {
    if (this.#stale === stale || this.#inspection === undefined) return;
    this.#stale = stale;
    this.replay();
  }

  cursor(place: SourceLine | null): void {
    this.#outbox.cursor(place);
  }

  async configure(options: InspectOptions): Promise<void> {
    const inspection = this.#inspection;
    if (inspection === undefined || this.#input === undefined) return;
    const configured = await configure(this.#services, inspection, options);
    if (this.#inspection?.id !== inspection.id) return;
    this.#hold(configured);
    this.replay();
    if (options.choices !== undefined) {
      await this.#services.choices.remember(this.#input.uris, configured.columns, options.choices);
    }
  }

  /** Tells the page again what it shows: a page that was hidden or moved has forgotten everything. */
  replay(): void {
    const shown = this.#shown;
    const report = shown && reportMessage(shown, this.#input, this.#stale, this.place);
    this.post(report ?? this.#state);
  }

  ready(): void {
    this.replay();
    this.#outbox.postMissed();
  }

  /** Asks the page for something; a hidden one is shown for it. */
  request(message: ToPage): void {
    this.#outbox.request(message);
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    if (this.#shown === undefined) throw new Error('There is no report to ask.');
    const watch = signal === undefined ? {} : { signal };
    return this.#services.engine().ask(this.#shown.id, question, watch);
  }

  post(message: ToPage): void {
    this.#outbox.post(message);
  }

  dispose(): void {
    this.cancel();
    this.#listener.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
    this.#changed.dispose();
    closeInspection(this.#services, this.#inspection);
  }

  #startReading(): AbortController {
    this.cancel();
    const reading = new AbortController();
    this.#reading = reading;
    this.#changed.fire();
    return reading;
  }

  #read(input: Input, controller: AbortController): Promise<Inspection> {
    return readInput(this.#services.engine(), input, inspectOptions(), {
      controller,
      onProgress: progress => this.post({ type: 'progress', name: input.name, progress }),
      onPartial: partial => {
        if (this.#reading !== controller) return;
        this.#shown = partial;
        this.replay();
      },
    });
  }

  #show(inspection: Inspection): void {
    const before = this.#inspection;
    this.#hold(inspection);
    this.#stale = undefined;
    this.#state = { type: 'empty' };
    this.replay();
    if (before?.id !== inspection.id) closeInspection(this.#services, before);
  }

  #hold(inspection: Inspection | undefined): void {
    this.#inspection = inspection;
    this.#shown = inspection;
  }

  #fail(failure: Failure, isNew: boolean): Failure {
    if (isNew) this.#reset(this.#input, { type: 'empty' });
    else if (this.#shown !== this.#inspection) {
      this.#hold(this.#inspection);
      this.replay();
    }
    const problem = unreadMessage(failure, this.#input);
    if (this.#inspection === undefined) this.#state = problem;
    this.post(problem);
    return failure;
  }

  #reset(input: Input | undefined, state: ToPage): void {
    this.cancel();
    this.#reading = undefined;
    this.#input = input;
    closeInspection(this.#services, this.#inspection);
    this.#hold(undefined);
    this.#setState(state);
    this.#changed.fire();
  }

  /** What a page without a report is told, now and whenever it is drawn anew. */
  #setState(state: ToPage): void {
    this.#state = state;
    this.post(state);
  }
}
