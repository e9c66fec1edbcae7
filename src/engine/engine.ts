import type { TextPiece } from '../readers/text/readText';
import type { CodeAnswer, CodeQuestion } from '../shared/protocol/code';
import type {
  Answer,
  Inspection,
  InspectOptions,
  Progress,
  Question,
} from '../shared/protocol/inspection';

/** What a person has pointed at. */
export type SourceRef =
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'text';
      readonly name: string;
      /** Several selections of one document are several pieces. */
      readonly pieces: readonly TextPiece[];
    };

/** Keeps what was read and answers questions about it; in a worker thread or in-process. */
export interface Engine {
  /** Rejects with a ReadError's sentence when nothing can be inspected. */
  inspect(
    sources: readonly SourceRef[],
    options: InspectOptions,
    watch?: InspectWatch,
  ): Promise<Inspection>;
  /** The same data under other roles or parameters. */
  configure(id: number, options: InspectOptions): Promise<Inspection>;
  /**
   * Looks at the sources again and reads what was added, or anew what has been rewritten. `sources` are the
   * same ones as they are now; without them files are looked at on the disk. Rejects, and keeps what it has,
   * when a source cannot be read any more.
   */
  refresh(id: number, sources?: readonly SourceRef[]): Promise<Refreshed>;
  /** Rejects soon after the watch's signal when the answer is a long search. */
  ask(id: number, question: Question, watch?: AskWatch): Promise<Answer>;
  /** Answers a question about a source text, of which nothing is kept. */
  readCode<Kind extends CodeQuestion['kind']>(
    question: Extract<CodeQuestion, { kind: Kind }>,
  ): Promise<CodeAnswer<Kind>>;
  close(id: number): Promise<void>;
  /** Lets go of everything. */
  dispose(): Promise<void>;
}

export interface InspectWatch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly onPartial?: (inspection: Inspection) => void;
}

export interface AskWatch {
  readonly signal?: AbortSignal;
}

export interface Refreshed {
  readonly inspection: Inspection;
  /** `rewritten` when a source had to be read anew, if only because its format cannot be read on. */
  readonly changed: 'nothing' | 'appended' | 'rewritten';
  /** Bytes that were read for it, of all sources together. */
  readonly bytesRead: number;
}
