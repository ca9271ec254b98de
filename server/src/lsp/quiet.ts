/** A request that takes longer waits for something itself. Milliseconds. */
const longestAnswer = 25;

/** The connection hands out one message in each turn of the event loop, and writes an answer two turns after it is known. */
const turnsOfAnswer = 3;

/**
 * Calls back as soon as the messages that have arrived are read, and the requests among them answered; in any case after
 * a while. What it returns takes that back.
 */
export function whenQuiet(isAnswering: () => boolean, go: () => void): () => void {
  const latest = performance.now() + longestAnswer;
  let isCancelled = false;
  let left = turnsOfAnswer;
  const look = () => {
    if (isCancelled) return;
    if (isAnswering() && performance.now() < latest) left = turnsOfAnswer;
    else left--;
    if (left > 0) setImmediate(look);
    else go();
  };
  look();
  return () => {
    isCancelled = true;
  };
}
