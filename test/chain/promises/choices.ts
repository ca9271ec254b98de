import { keysOf, textsOf } from './mentions.ts';
import type { ChainCase } from './scene.ts';
import { type Value, wordsFor } from './variables.ts';

/** What the caller may bring of its own choice: keys of the request, and the name of its own session. */
export interface Choice {
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly session: string;
}

/** Every choice that a condition could tell from another. */
export function choicesOf(chain: ChainCase): readonly Choice[] {
  const keys = keysOf(chain);
  const words = wordsFor(chain);
  const single: readonly (readonly [string, readonly Value[]])[] = [
    ['sts:externalid', keys.includes('sts:externalid') ? [undefined, ...words] : [undefined]],
    ['sts:rolesessionname', keys.includes('sts:rolesessionname') ? words : ['fresh9']],
    ['sts:sourceidentity', keys.includes('sts:sourceidentity') ? [undefined, ...words] : [undefined]],
    [
      'sts:durationseconds',
      keys.includes('sts:durationseconds') ? [undefined, '900', '1200', '1800', '2700', '3600'] : [undefined],
    ],
  ];
  let found: readonly ReadonlyMap<string, readonly string[]>[] = tagSets(keys, words);
  for (const [key, values] of single) {
    found = found.flatMap((each) =>
      values.map((value) => (value === undefined ? each : new Map([...each, [key, [value]]]))),
    );
  }
  // The name of the caller's session is whatever the one chose who began it.
  const isSessionNamed = textsOf(chain).some((text) => text.some((part) => part === ':assumed-role/'));
  const sessions = isSessionNamed ? ['one', 'fresh9'] : ['one'];
  return found.flatMap((each) => sessions.map((session) => ({ keys: each, session })));
}

/** Tags to pass, with the keys that AWS derives from them; a transitive tag is one of those passed. */
function tagSets(keys: readonly string[], words: readonly string[]): readonly ReadonlyMap<string, readonly string[]>[] {
  const none = new Map<string, readonly string[]>();
  const isTagging = ['aws:tagkeys', 'sts:transitivetagkeys'].some((key) => keys.includes(key));
  if (!isTagging && !keys.includes('aws:requesttag/team')) return [none];
  const isTransitive = keys.includes('sts:transitivetagkeys');
  const names = isTagging ? ['team', 'cost', 'zone', 'other9'] : ['team'];
  const subsets = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, index) => Math.floor(bits / 2 ** index) % 2 === 1),
  );
  return subsets.flatMap((set) => {
    if (set.length === 0) return [none];
    const values = set.includes('team') && keys.includes('aws:requesttag/team') ? words : ['fresh9'];
    const transitive = isTransitive ? [[], set, ...(set.length > 1 ? set.map((name) => [name]) : [])] : [[]];
    return values.flatMap((value) =>
      transitive.map(
        (passed) =>
          new Map<string, readonly string[]>([
            ...set.map((name) => [`aws:requesttag/${name}`, [name === 'team' ? value : 'fresh9']] as const),
            ['aws:tagkeys', set] as const,
            ...(passed.length > 0 ? [['sts:transitivetagkeys', passed] as const] : []),
          ]),
      ),
    );
  });
}
