import type { Clock } from './clock.ts';

/**
 * How often an account may call: `rate` per second, and `burst` at once after a pause.
 * Source: AWS Organizations User Guide, "Quotas and service limits", throttling limits of an account.
 */
const published = {
  DescribeOrganization: { rate: 1, burst: 2 },
  ListRoots: { rate: 1, burst: 2 },
  DescribeOrganizationalUnit: { rate: 2, burst: 2 },
  ListParents: { rate: 5, burst: 8 },
  ListOrganizationalUnitsForParent: { rate: 5, burst: 8 },
  ListAccountsForParent: { rate: 5, burst: 8 },
} as const;

/** An operation of AWS Organizations that is used here. */
export type Operation = keyof typeof published;

/** A person waits for the answer, or it is loaded in the background. */
export type Urgency = 'person' | 'background';

/**
 * What the background leaves to a person who walks the tree meanwhile. As the burst is 8 and the rate 5, no second sees
 * more than 3 + 5 calls of the background.
 */
const reserve = 5;

/** Waits until a call may be made. */
export type Take = (operation: Operation, urgency: Urgency, signal: AbortSignal) => Promise<void>;

/** Holds all calls to the published rates: one bucket of tokens per operation. */
export function limitRates(clock: Clock): Take {
  const buckets = new Map<Operation, TakeToken>();
  return (operation, urgency, signal) => {
    const take = buckets.get(operation) ?? createBucket(published[operation], clock);
    buckets.set(operation, take);
    return take(urgency === 'background' ? Math.min(reserve, published[operation].burst - 1) : 0, signal);
  };
}

/** Takes a token as soon as there is one beside those to be left. */
type TakeToken = (left: number, signal: AbortSignal) => Promise<void>;

function createBucket({ rate, burst }: { readonly rate: number; readonly burst: number }, clock: Clock): TakeToken {
  let tokens: number = burst;
  let filledAt = clock.now();
  const fill = () => {
    const now = clock.now();
    // A clock that is set back must not take tokens away.
    tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) * rate) / 1000);
    filledAt = now;
  };
  return async (left, signal) => {
    for (fill(); tokens < 1 + left; fill()) {
      const missing = 1 + left - tokens;
      await clock.sleep(Math.ceil((missing / rate) * 1000), signal);
    }
    tokens -= 1;
  };
}
