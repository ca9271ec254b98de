/** A function that works its answer out once for each object, and forgets it with the object. */
export function oncePer<Key extends object, Answer extends {}>(work: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = work(key);
    known.set(key, answer);
    return answer;
  };
}
