import type {
  Answer,
  Inspection,
  InspectOptions,
  Question,
} from '../../shared/protocol/inspection';
import type { ToPage } from '../../shared/protocol/messages';
import type { Failure } from '../failure';
import type { Input } from '../input/input';
import type { Place } from './place';

/** What a page's messages may do with the page they came from and what it shows. */
export interface PageHandle {
  /** What is inspected. */
  readonly input: Input | undefined;
  /** The last report whose reading has ended. */
  readonly inspection: Inspection | undefined;
  readonly place: Place;
  /** The page is drawn and listens. */
  ready(): void;
  /** Reads `input` and shows its report, or the sentence why not, which is also returned. */
  inspect(input: Input): Promise<Failure | undefined>;
  /** Reads the same input again, a selected text as it is now. */
  again(): Promise<Failure | undefined>;
  /** The same data under other roles or parameters; a change of roles is remembered for the source. */
  configure(options: InspectOptions): Promise<void>;
  ask(question: Question): Promise<Answer>;
  cancel(): void;
  /** A hidden page hears nothing; it is told when it is drawn again. */
  post(message: ToPage): void;
}
