import type { Entity, Place, World } from '../role/entity.ts';
import type { Text } from '../role/text.ts';
import { nothingAssigned, resolveText } from './environment.ts';

/** The ARN of a role, with its path, in one of the places where it lives. */
export function roleArn(entity: Entity, place: Place, world: World): Text {
  return arnOf('role', entity, place, world);
}

export function userArn(entity: Entity, place: Place, world: World): Text {
  return arnOf('user', entity, place, world);
}

function arnOf(type: string, { path, name }: Entity, { account }: Place, { partition }: World): Text {
  const parts = ['arn:', ...partition, ':iam::', ...account, `:${type}`, ...(path ?? ['/']), ...name];
  return resolveText(parts, nothingAssigned);
}

/** `arn:…:sts::111122223333:assumed-role/NAME/SESSION`; a session's ARN has no path. */
export function sessionArn({ name }: Entity, { account }: Place, { partition }: World, session: Text): Text {
  const parts = ['arn:', ...partition, ':sts::', ...account, ':assumed-role/', ...name, '/', ...session];
  return resolveText(parts, nothingAssigned);
}

/** `arn:…:iam::111122223333:root`. */
export function rootArn(account: Text, partition: Text): Text {
  return resolveText(['arn:', ...partition, ':iam::', ...account, ':root'], nothingAssigned);
}
