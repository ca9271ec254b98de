/** `FindActionsParams` -> `FoundActions`: actions of AWS for a list that is searched as a person types. */
export const findActionsRequest = 'rolechain/actions';

export interface FindActionsParams {
  /** `s3:getb`, `s3:Get*`, `bucket`, or empty. */
  readonly text: string;
}

export interface FoundActions {
  readonly items: readonly ActionItem[];
  /** There are more than a person would read: type on. */
  readonly more: boolean;
}

export interface ActionItem {
  /** `service`: only the part before an action, with its colon. */
  readonly kind: 'action' | 'wildcard' | 'service';
  /** `s3:GetObject`, `s3:Get*`, `s3:` */
  readonly text: string;
  /** The access level, the number of actions that a wildcard stands for, or the name of a service. */
  readonly about: string;
  /** What AWS says of an action. */
  readonly description?: string;
}
