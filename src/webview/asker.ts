import { OpenCalls } from '../shared/openCalls';
import type { Answer, Question } from '../shared/protocol/inspection';

/** The page's questions to the host. */
export class Asker {
  readonly #send: (id: number, question: Question) => void;
  readonly #calls = new OpenCalls();

  constructor(send: (id: number, question: Question) => void) {
    this.#send = send;
  }

  /** Undefined when a new report made the question moot; rejects with the host's sentence. */
  ask(question: Question): Promise<Answer | undefined> {
    return this.#calls.start(id => this.#send(id, question));
  }

  answered(id: number, answer: Answer): void {
    this.#calls.resolve(id, answer);
  }

  failed(id: number, text: string): void {
    this.#calls.reject(id, new Error(text));
  }

  /** Lets go of every open question: answers still under way are about an older report. */
  forget(): void {
    this.#calls.endAll(({ resolve }) => resolve(undefined));
  }
}
