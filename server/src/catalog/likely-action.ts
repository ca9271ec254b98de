import { keptWith } from '../base/once.ts';
import type { Action, Service } from './iam-service.ts';
import { likelyName, type Vocabulary, vocabularyOf } from './likely-name.ts';
import { actionOfOperation } from './operation-names.ts';

/** The action that a name was meant to be that its service does not have; undefined where none is likely. */
export function likelyAction(service: Service, written: string): Action | undefined {
  const meant = actionOfOperation(service.prefix, written) ?? likelyName(written, vocabularyOfActions(service));
  return meant === undefined ? undefined : service.actions.get(meant.toLowerCase());
}

/** Made once for each service: a template may have the same unknown name many times. */
const vocabularies = keptWith<Service, Vocabulary>();

function vocabularyOfActions(service: Service): Vocabulary {
  const names = () => [...service.actions.values()].map(({ name }) => name);
  const vocabulary = vocabularies.get(service) ?? vocabularyOf(names(), commonWords);
  vocabularies.set(service, vocabulary);
  return vocabulary;
}

/** Words that any service may use for an action of its own. */
const commonWords: readonly string[] =
  'accept add all allow associate async attach batch by cancel check close complete copy create deactivate default delete deploy deregister describe detach detail disable disassociate enable export for from get group import in invoke item list metadata modify move of on open policy publish put query read register reject remove replace request reset resource restore resume revoke rotate run search send set start status stop submit subscribe suspend tag terminate test to transfer unsubscribe untag update upload v validate verify version with write'.split(
    ' ',
  );
