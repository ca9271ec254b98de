import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readOrganization } from '../../server/src/organization/organization-file.ts';
import { analyse } from '../../server/src/service/analysis.ts';

const page = readFileSync('docs/organization.md', 'utf8');
const [policy = '', organization = ''] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

describe('docs/organization.md', () => {
  it('shows a policy without findings, for just the calls that are made', () => {
    assert.deepEqual(analyse({ path: 'p.json', text: policy }, { rules: {} }).findings, []);
    const made = new Set(
      [...readFileSync('server/src/aws/calls.ts', 'utf8').matchAll(/new (\w+)Command/g)].map((match) => match[1]),
    );
    const allowed = JSON.parse(policy).Statement[0].Action.map((action: string) => action.split(':')[1]);
    assert.deepEqual(allowed.sort(), [...made].sort());
  });

  it('shows an organization that can be imported', () => {
    assert.equal(readOrganization(organization).organization?.id, 'o-a1b2c3d4e5');
  });

  it('names only commands that there are', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const titles = contributes.commands.map(({ title }: { title: string }) => title);
    const named = [...page.matchAll(/\*\*Role Chain: ([^*]+)\*\*/g)].map((match) => match[1]);
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(titles.includes(name), name);
  });
});
