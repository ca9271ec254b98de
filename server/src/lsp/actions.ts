import type { IamDescriptions } from '../catalog/iam-descriptions.ts';
import { type ActionMatch, findActions } from '../features/find-actions.ts';
import { type ActionItem, type FoundActions, findActionsRequest } from '../protocol/actions.ts';
import { onRequest } from './on-request.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';

/** More than this nobody reads. */
const most = 60;

/** Answers which actions a person may mean who searches for one. */
export function registerActions(session: Session): void {
  onRequest(session, findActionsRequest, async (params): Promise<FoundActions> => {
    const typed = isRecord(params) && typeof params.text === 'string' ? params.text.trim() : '';
    const found = findActions(session.iamData(), typed);
    const descriptions = session.iamDescriptions();
    return { items: found.slice(0, most).map((each) => toItem(each, descriptions)), more: found.length > most };
  });
}

function toItem(match: ActionMatch, descriptions: IamDescriptions): ActionItem {
  const { kind, service } = match;
  switch (kind) {
    case 'service':
      return { kind, text: `${service.prefix}:`, about: service.name ?? '' };
    case 'wildcard':
      return { kind, text: `${service.prefix}:${match.pattern}`, about: `${match.covers} actions` };
    case 'action': {
      const { name, accessLevel } = match.action;
      const description = descriptions.ofAction(service, name);
      const item = { kind, text: `${service.prefix}:${name}`, about: accessLevel };
      return description === undefined ? item : { ...item, description };
    }
    default:
      return kind satisfies never;
  }
}
