/** Work with a pause behind each step, none of which goes through the rows more than a few times. */
export type Steps<T> = Generator<undefined, T>;

/** What all parts give, one after the other, with a pause behind each. */
export function* inSteps<T>(parts: Iterable<() => readonly T[]>): Steps<readonly T[]> {
  const all: T[] = [];
  for (const part of parts) {
    for (const one of part()) all.push(one);
    yield;
  }
  return all;
}

/** The end of steps without pauses. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
