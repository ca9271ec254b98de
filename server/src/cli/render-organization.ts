import { printable } from '../export/printable.ts';
import { countAccounts, type Organization, pathOfPlace, type Unit, walk } from '../organization/organization.ts';
import { writeOrganization } from '../organization/organization-file.ts';

/** The forms in which `org` prints an organization. */
export const organizationFormats = ['tree', 'json', 'paths'] as const;

export type OrganizationFormat = (typeof organizationFormats)[number];

/** An organization for people, for import, or as the list of its paths. */
export function renderOrganization(organization: Organization, format: OrganizationFormat): string {
  switch (format) {
    case 'json':
      return writeOrganization(organization);
    case 'paths':
      return [...walk(organization)].map((place) => `${pathOfPlace(organization, place)}\n`).join('');
    case 'tree':
      return renderTree(organization);
    default:
      return format satisfies never;
  }
}

function renderTree(organization: Organization): string {
  const { id, managementAccount, root } = organization;
  const management = managementAccount === undefined ? '' : `  management account ${managementAccount}`;
  return [`${id}${management}`, ...renderInside({ ...root, units: [root], accounts: [] }, '')].join('\n').concat('\n');
}

/** The lines of what is in a unit, each behind the strokes that `indent` has of the levels above. */
function renderInside({ units = [], accounts = [] }: Unit, indent: string): readonly string[] {
  const inside = [
    ...units.map((unit) => ({ line: describeUnit(unit), unit })),
    ...accounts.map(({ id, name, status }) => ({ line: describeAccount(id, name, status), unit: undefined })),
  ];
  return inside.flatMap(({ line, unit }, index) => {
    const isLast = index === inside.length - 1;
    const below = unit === undefined ? [] : renderInside(unit, `${indent}${isLast ? '   ' : '│  '}`);
    return [`${indent}${isLast ? '└─ ' : '├─ '}${line}`, ...below];
  });
}

function describeUnit(unit: Unit): string {
  const count = countAccounts(unit);
  const accounts = count === undefined ? '' : `  ${count} ${count === 1 ? 'account' : 'accounts'}`;
  return `${printable(unit.name)}  ${unit.id}${accounts}`;
}

function describeAccount(id: string, name: string, status: string | undefined): string {
  return `${id}  ${printable(name)}${status === undefined || status === 'ACTIVE' ? '' : `  ${printable(status)}`}`;
}
