import type { Answer, Question } from '../shared/protocol/inspection';

interface Waiting {
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (problem: Error) => void;
}

/** Numbers the page's questions and hands each answer to whoever asked. */
export class Asker {
  readonly #send: (id: number, question: Question) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(send: (id: number, question: Question) => void) {
    this.#send = send;
  }

  /** Undefined when a new report made the question moot; rejects with the host's sentence. */
  ask(question: Question): Promise<Answer | undefined> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send(id, question);
    });
  }

  answered(id: number, answer: Answer): void {
    this.#take(id)?.resolve(answer);
  }

  failed(id: number, text: string): void {
    this.#take(id)?.reject(new Error(text));
  }

  /** Lets go of every open question: answers still under way are about an older report. */
  forget(): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.resolve(undefined);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
