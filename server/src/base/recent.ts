import { detached } from './detached.ts';

/**
 * A function that works its answer out once for each text, as long as it is asked again: one that it was not asked while
 * `most` others came may be forgotten, and no more than twice as many are ever kept. Texts of more than `longestKept`
 * characters are worked out each time.
 */
export function oncePerText<Answer extends {}>(most: number, work: (text: string) => Answer): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let older: ReadonlyMap<string, Answer> = new Map();
  return (text) => {
    const found = recent.get(text);
    if (found !== undefined) return found;
    if (text.length > longestKept) return work(text);
    const own = detached(text);
    const answer = older.get(text) ?? work(own);
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(own, answer);
    return answer;
  };
}

/** In characters. */
const longestKept = 300;
