import type { Entity, Place, World } from '../role/entity.ts';
import { concat, iamArn } from '../role/role-arn.ts';
import type { Text } from '../role/text.ts';

/** The ARN of a role, with its path, in one of the places where it lives. */
export function roleArn({ path = ['/'], name }: Entity, { account }: Place, { partition }: World): Text {
  return iamArn(partition, account, 'role', { path, name });
}

export function userArn({ path = ['/'], name }: Entity, { account }: Place, { partition }: World): Text {
  return iamArn(partition, account, 'user', { path, name });
}

/** `arn:…:sts::111122223333:assumed-role/NAME/SESSION`; a session's ARN has no path. */
export function sessionArn({ name }: Entity, { account }: Place, { partition }: World, session: Text): Text {
  return concat(['arn:'], partition, [':sts::'], account, [':assumed-role/'], name, ['/'], session);
}

/** `arn:…:iam::111122223333:root`. */
export function rootArn(account: Text, partition: Text): Text {
  return concat(['arn:'], partition, [':iam::'], account, [':root']);
}
