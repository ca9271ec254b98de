import { type CancellationToken, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { UnitContents, UnitItem } from '../../../server/src/protocol/organization.ts';
import { count } from './age.ts';
import type { ChosenOrganization } from './choose-organization.ts';
import { showFailure } from './failure.ts';
import type { Dialog, Lookup } from './lookup.ts';
import type { Choice, Outcome } from './pick.ts';

type Step =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'enter'; readonly contents: UnitContents }
  | { readonly kind: 'several'; readonly units: readonly UnitItem[] };

/** What a person may do at a place of the tree. */
type Move =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'enter'; readonly unit: string }
  | { readonly kind: 'several' };

export interface WalkOptions {
  readonly title: string;
  /** Several paths may be chosen. */
  readonly canPickSeveral: boolean;
  /** A unit is taken with everything below it, or not at all. */
  readonly isWhole?: boolean;
}

/** Walks down the tree and answers paths, `o-…/r-…/ou-…/*` or `o-…/r-…/ou-…/`. Back leads up, and out at the root. */
export async function walkOrganization(
  dialog: Dialog,
  organization: ChosenOrganization,
  options: WalkOptions,
): Promise<Outcome<readonly string[]>> {
  let contents = organization.top;
  for (;;) {
    const step = await askAt(dialog, organization, contents, options);
    if (step.kind === 'cancelled') return { kind: 'cancelled' };
    const next =
      step.value === undefined ? await goUp(dialog, organization, contents) : await follow(dialog, step.value, options);
    if (next.kind !== 'go') return next;
    contents = next.to ?? contents;
  }
}

/** Where the walk goes on, at the same place without `to`; or how it ends. */
type Next = Outcome<readonly string[]> | { readonly kind: 'go'; readonly to?: UnitContents };

async function goUp(dialog: Dialog, organization: ChosenOrganization, { above }: UnitContents): Promise<Next> {
  const parent = above.at(-1);
  const to = parent && (await load(dialog, organization, parent.id));
  return to === undefined ? { kind: 'back' } : { kind: 'go', to };
}

async function follow(dialog: Dialog, step: Step, { title }: WalkOptions): Promise<Next> {
  switch (step.kind) {
    case 'paths':
      return { kind: 'done', value: step.paths };
    case 'enter':
      return { kind: 'go', to: step.contents };
    case 'several': {
      const several = await askSeveral(dialog, step.units, title);
      return several.kind === 'back' ? { kind: 'go' } : several;
    }
    default:
      return step satisfies never;
  }
}

function askAt(
  dialog: Dialog,
  organization: ChosenOrganization,
  contents: UnitContents,
  { title, canPickSeveral, isWhole = false }: WalkOptions,
): Promise<Outcome<Step>> {
  const isRoot = contents.above.length === 0;
  return dialog.list.ask<Move, Step>({
    title: `${title}: ${contents.unit.names}`,
    placeholder: isRoot
      ? 'Choose an organizational unit to go down, or what to take'
      : 'Go down, or choose what to take',
    canGoBack: true,
    items: listMoves(dialog, organization, contents, { canPickSeveral, isWhole }),
    buttons: canPickSeveral
      ? [{ iconPath: new ThemeIcon('checklist'), tooltip: 'Pick several', value: { kind: 'several' } }]
      : [],
    // Nobody takes the whole organization by pressing Enter twice.
    isActive: (move) => move.kind === (isRoot && contents.units.length > 0 ? 'enter' : 'paths'),
    accept: async (move, token) => {
      switch (move.kind) {
        case 'paths':
          return move;
        case 'enter': {
          const entered = await load(dialog, organization, move.unit, false, token);
          return entered && { kind: 'enter', contents: entered };
        }
        case 'several': {
          const below = await load(dialog, organization, contents.unit.id, true, token);
          return below && { kind: 'several', units: [below.unit, ...below.units] };
        }
        default:
          return move satisfies never;
      }
    },
  });
}

async function listMoves(
  dialog: Dialog,
  organization: ChosenOrganization,
  contents: UnitContents,
  { canPickSeveral, isWhole }: { readonly canPickSeveral: boolean; readonly isWhole: boolean },
): Promise<readonly Choice<Move>[]> {
  const whole = contents.partial ? await load(dialog, organization, contents.unit.id) : contents;
  const { unit, above, units } = whole ?? contents;
  const parent = above.at(-1);
  const inside = unit.accounts === undefined ? '' : count(unit.accounts, 'account');
  return [
    {
      label: `$(list-tree) ${unit.name} and everything below`,
      description: inside,
      detail: `${unit.path}*`,
      value: take([`${unit.path}*`]),
    },
    ...(isWhole
      ? []
      : [
          {
            label: `$(symbol-folder) Only accounts directly in ${unit.name}`,
            detail: unit.path,
            value: take([unit.path]),
          },
        ]),
    ...(parent ? [{ label: `$(arrow-up) Up to ${parent.name}`, value: enter(parent) }] : []),
    ...(canPickSeveral && units.length > 0
      ? [{ label: '$(checklist) Pick several…', value: { kind: 'several' } as const }]
      : []),
    {
      label: units.length === 0 ? `No organizational units in ${unit.name}` : `In ${unit.name}`,
      kind: QuickPickItemKind.Separator,
    },
    ...units.map((each) => ({
      label: `$(organization) ${each.name}`,
      description: describeUnit(each),
      value: enter(each),
    })),
  ];
}

function take(paths: readonly string[]): Move {
  return { kind: 'paths', paths };
}

function enter({ id }: UnitItem): Move {
  return { kind: 'enter', unit: id };
}

/** "ou-ab12-11111111 · 3 organizational units · 14 accounts" */
function describeUnit({ id, units, accounts }: UnitItem): string {
  const parts = [
    id,
    units === undefined || units === 0 ? '' : count(units, 'organizational unit'),
    accounts === undefined ? '' : count(accounts, 'account'),
  ];
  return parts.filter(Boolean).join(' · ');
}

async function askSeveral(
  dialog: Dialog,
  units: readonly UnitItem[],
  title: string,
): Promise<Outcome<readonly string[]>> {
  for (;;) {
    const chosen = await dialog.list.askMany<UnitItem>({
      canGoBack: true,
      title: `${title}: Pick Several`,
      placeholder: 'Go with the arrow keys, mark with the space bar, then press Enter',
      items: units.map((each) => ({ label: each.names, description: describeUnit(each), value: each })),
    });
    if (chosen.kind !== 'done') return chosen;
    const paths = chosen.value.map(({ path }) => path);
    const scope = await askScope(dialog, paths, title);
    if (scope.kind !== 'back') return scope;
  }
}

function askScope(dialog: Dialog, paths: readonly string[], title: string): Promise<Outcome<readonly string[]>> {
  const many = count(paths.length, 'organizational unit');
  return dialog.list.ask<readonly string[], readonly string[]>({
    title: `${title}: ${many}`,
    placeholder: 'What of them?',
    canGoBack: true,
    items: [
      { label: '$(list-tree) They and everything below', description: '/*', value: paths.map((path) => `${path}*`) },
      { label: '$(symbol-folder) Only accounts directly in them', description: '/', value: paths },
    ],
    accept: (chosen) => chosen,
  });
}

/** What is in a unit; a failure is shown. */
async function load(
  { api }: Lookup,
  { id, from }: ChosenOrganization,
  unit: string,
  deep = false,
  token?: CancellationToken,
): Promise<UnitContents | undefined> {
  const { value, failure } = await api.enter({ organization: id, from, unit, deep }, token);
  if (failure !== undefined) showFailure(failure);
  return value;
}
