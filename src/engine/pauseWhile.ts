/** Milliseconds that a long answer may keep the thread from other questions. */
const stretch = 30;

/** Throws with a sentence when an answer is not wanted any more. */
export type StillWanted = () => void;

/**
 * A pause for long answers: gives the thread to whoever waits for it, at most every 30 ms, and rejects when the
 * answer is not wanted any more.
 */
export function pauseWhile(stillWanted: StillWanted): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < stretch) return;
    await new Promise(resolve => setTimeout(resolve));
    since = Date.now();
    stillWanted();
  };
}
