import type { AssemblyConfiguration, AssemblyRole } from './assembly-input.ts';
import type { DocumentDeclaration } from './declaration.ts';
import { type Geography, placeOfAccount, placesOfDeployments } from './deployment.ts';
import type { IdentityDraft } from './draft.ts';
import type { Grant } from './grant.ts';
import { iamArn } from './role-arn.ts';
import type { Scope } from './scope.ts';
import type { Text, Unknown } from './text.ts';

/** A role that several files make, and the grants of its boundary where a file holds them. */
export interface StandaloneRole {
  readonly draft: IdentityDraft;
  readonly boundary?: { readonly grants: readonly Grant[]; readonly label: string };
}

interface DocumentFile {
  readonly scope: Scope;
  readonly documents: readonly DocumentDeclaration[];
}

/** Roles whose policies stand in files of their own: as the configuration says, else by the names of the files. */
export function findStandaloneRoles(
  scopes: readonly Scope[],
  configuration: AssemblyConfiguration,
  geography: Geography,
  partition: Text,
): readonly StandaloneRole[] {
  const files = new Map<string, DocumentFile>();
  for (const scope of scopes) {
    const documents = scope.index.declarations.filter((each) => each.declares === 'document');
    if (documents.length > 0 && scope.isFile) files.set(scope.file.declarations.path, { scope, documents });
  }
  const configured = configuration.roles ?? [];
  const used = new Set(
    configured.flatMap(({ trust, permissions = [] }) => (trust ? [trust, ...permissions] : permissions)),
  );
  const roles = [...configured, ...pairsByName([...files.keys()].filter((path) => !used.has(path)))];
  return roles.flatMap((role) => standaloneRole(role, files, geography, partition) ?? []);
}

/** `NAME.trust.json` and `NAME.permissions.json` in one folder, and `NAME.boundary.json` if there is one. */
function pairsByName(paths: readonly string[]): readonly AssemblyRole[] {
  const parts = new Map<string, Map<string, string>>();
  for (const path of paths) {
    const [, stem, part] = /^(.*)\.(trust|permissions|boundary)\.(?:json|jsonc|ya?ml)$/.exec(path) ?? [];
    if (stem === undefined || part === undefined) continue;
    parts.set(stem, (parts.get(stem) ?? new Map()).set(part, path));
  }
  return [...parts].flatMap(([stem, files]): AssemblyRole[] => {
    const [trust, permissions, boundary] = ['trust', 'permissions', 'boundary'].map((part) => files.get(part));
    if (trust === undefined || permissions === undefined) return [];
    const name = stem.slice(stem.lastIndexOf('/') + 1);
    return [{ name, trust, permissions: [permissions], ...(boundary !== undefined && { boundary }) }];
  });
}

function standaloneRole(
  role: AssemblyRole,
  files: ReadonlyMap<string, DocumentFile>,
  geography: Geography,
  partition: Text,
): StandaloneRole | undefined {
  const { name, trust, permissions = [], boundary } = role;
  // Whom it trusts is not in sight: it is one of those that are only named.
  if (trust !== undefined && !files.has(trust)) return undefined;
  const first = [trust, ...permissions].flatMap((path) => (path === undefined ? [] : (files.get(path) ?? [])))[0];
  if (first === undefined) return undefined;
  const scope = first.scope.id;
  const own: Unknown = { unknown: `${scope}#AWS::AccountId`, label: `the account of \`${name}\``, type: 'account' };
  const deployments = role.account === undefined ? (first.scope.file.deployments ?? []) : [{ account: role.account }];
  const places =
    deployments.length > 0 ? placesOfDeployments(deployments, own, geography) : [placeOfAccount([own], geography)];
  const [only, ...more] = places;
  const account = only !== undefined && more.length === 0 ? only.account : [own];
  // The closed world: a path that nothing names is none.
  const path: Text = [role.path ?? '/'];
  const grantsOf = (file: string) => files.get(file)?.documents.flatMap(({ grants }) => grants) ?? [];
  const hidden = permissions.some((file) => !files.has(file));
  const limit = boundary === undefined ? undefined : files.get(boundary);
  return {
    draft: {
      declared: {
        declares: 'role',
        id: name,
        source: { file: first.scope.file.declarations.path, fragment: '', label: name },
        ...(hidden && { unseen: `the permissions of \`${name}\`` }),
      },
      scope,
      isOutput: false,
      name: [name],
      path,
      arn: iamArn(partition, account, 'role', { path, name: [name] }),
      account,
      places,
      trust: trust === undefined ? undefined : grantsOf(trust),
      permissions: permissions.flatMap(grantsOf),
      managed: [],
      boundary: boundary !== undefined && limit === undefined ? [boundary] : undefined,
      tags: { values: [], complete: false },
      groups: [],
    },
    ...(boundary !== undefined &&
      limit && { boundary: { grants: grantsOf(boundary), label: `the permissions boundary of \`${name}\`` } }),
  };
}
