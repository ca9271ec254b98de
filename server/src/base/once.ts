/** What is kept with objects: it is there as long as they are, and nobody else sees it. */
export interface Kept<Key extends object, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => void;
}

/** What it is given gets the private fields of the class that extends it. */
class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that it is not a new object is what it is for
    return object;
  }
}

/**
 * A `WeakMap` for what is made and forgotten by the thousand. The value stands in a private field of the object itself,
 * which is neither copied with it nor compared. The entries of a `WeakMap` are five times as slow, and those that are
 * dead live, with all that they hold, until a full collection: small ones take its values for alive.
 */
export function keptWith<Key extends object, Value>(): Kept<Key, Value> {
  class Holder extends Given {
    #value: Value;

    constructor(key: Key, value: Value) {
      super(key);
      this.#value = value;
    }

    static get(key: Key): Value | undefined {
      return #value in key ? key.#value : undefined;
    }

    static set(key: Key, value: Value): void {
      if (#value in key) key.#value = value;
      else new Holder(key, value);
    }
  }
  return Holder;
}

/** A function that works its answer out once for each object, and forgets it with the object. */
export function oncePer<Key extends object, Answer extends {}>(work: (key: Key) => Answer): (key: Key) => Answer {
  const known = keptWith<Key, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = work(key);
    known.set(key, answer);
    return answer;
  };
}
