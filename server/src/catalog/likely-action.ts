import { closestName } from './closest-name.ts';
import type { Action, Service } from './iam-service.ts';
import { actionOfOperation } from './operation-names.ts';

/**
 * The action that a name was meant to be that its service does not have; undefined where none is likely. A name of words
 * that the service uses is no slip of the pen, however close it is to another: AWS may have added `PutRule` beside `GetRule`.
 */
export function likelyAction({ prefix, actions }: Service, written: string): Action | undefined {
  const operation = actionOfOperation(prefix, written);
  if (operation !== undefined) return actions.get(operation.toLowerCase());
  const names = [...actions.values()].map(({ name }) => name);
  const known = new Set([...commonWords, ...names.flatMap(wordsOf)]);
  if (wordsOf(written).every((word) => known.has(word) || /^\d/.test(word))) return undefined;
  const meant = closestName(written, names);
  return meant === undefined ? undefined : actions.get(meant.toLowerCase());
}

/** `get`, `object`, `v`, `2` of `GetObjectV2`; the plural is the same word, since AWS adds `BatchGet…s` to `Get…`. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.toLowerCase().replace(/(?<=\w\w)s$/, ''));
}

/** Words that any service may use for an action of its own. */
const commonWords: readonly string[] =
  'accept add all allow associate async attach batch by cancel check close complete copy create deactivate default delete deploy deregister describe detach detail disable disassociate enable export for from get group import in invoke item list metadata modify move of on open policy publish put query read register reject remove replace request reset resource restore resume revoke rotate run search send set start status stop submit subscribe suspend tag terminate test to transfer unsubscribe untag update upload v validate verify version with write'.split(
    ' ',
  );
