import type { UiActions } from './ui-protocol.ts';

const url = process.env.ROLECHAIN_UI_URL;
const token = process.env.ROLECHAIN_UI_TOKEN;

/** False on a desktop VS Code, which offers no page to drive: such a test then uses commands, or skips itself. */
export const uiAvailable = url !== undefined && token !== undefined;

/** Acts on the workbench's page as a user would: `await ui('press', 'Control+.')`. */
export async function ui<Action extends keyof UiActions>(
  action: Action,
  ...args: Parameters<UiActions[Action]>
): Promise<Awaited<ReturnType<UiActions[Action]>>> {
  if (url === undefined) throw new Error('This VS Code has no page to drive; ask `uiAvailable` first.');
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ action, args }),
    signal: AbortSignal.timeout(25_000),
  });
  const answer = (await response.json()) as { value?: Awaited<ReturnType<UiActions[Action]>>; error?: string };
  if (answer.error !== undefined) throw new Error(`ui ${action}(${args.join(', ')}): ${answer.error}`);
  return answer.value as Awaited<ReturnType<UiActions[Action]>>;
}
