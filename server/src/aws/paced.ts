import { AsyncLocalStorage } from 'node:async_hooks';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { Operation, Take, Urgency } from './rates.ts';

/** How a call is to be made. */
export interface How {
  readonly urgency: Urgency;
  readonly signal: AbortSignal;
}

/** Makes a call of which every attempt, the SDK's retries too, waits for its turn. */
export type Paced = <T>(operation: Operation, how: How, call: (options: SendOptions) => Promise<T>) => Promise<T>;

interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/** One attempt, on its way from the SDK's retries to the network. */
type Attempt<Input, Output> = (input: Input) => Promise<Output>;

/** Lets all calls of a client wait for their turn. */
export function paceCalls(client: OrganizationsClient, take: Take): Paced {
  // The SDK makes retries on its own; this is how they know whose they are.
  const calls = new AsyncLocalStorage<How & { readonly operation: Operation }>();
  const waitForTurn = <Input, Output>(attempt: Attempt<Input, Output>): Attempt<Input, Output> => {
    return async (input) => {
      const call = calls.getStore();
      if (call !== undefined) await take(call.operation, call.urgency, call.signal);
      return attempt(input);
    };
  };
  client.middlewareStack.addRelativeTo(waitForTurn, {
    name: 'publishedRate',
    relation: 'after',
    toMiddleware: 'retryMiddleware',
  });
  return (operation, how, call) => calls.run({ ...how, operation }, () => call({ abortSignal: how.signal }));
}
