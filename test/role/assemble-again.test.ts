import assert from 'node:assert/strict';
import { assembleWorld } from '../../server/src/role/assemble-world.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { declarationsOf } from '../../server/src/service/declarations.ts';
import { entity, grants, trust } from './assembled.ts';

const role = (id: string, principal: string, comment = '') => `  ${id}:
    Type: AWS::IAM::Role
    Properties:
      # ${comment}
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
      ${trust(principal)}
`;
const template = (...resources: readonly string[]) => `Resources:\n${resources.join('')}`;
const outputs = `Outputs:
  Arn: { Value: !GetAtt Source.Arn, Export: { Name: source } }
`;

const request = (text: string) => ({ path: 'a.yaml', text });

describe('assembling again', () => {
  const first = analyse(request(template(role('One', '"*"'), role('Two', '"*"'))), { rules: {} });
  const declared = declarationsOf('a.yaml', first);
  const change = (text: string) => declarationsOf('a.yaml', analyse(request(text), { rules: {} }, first), declared);

  it('declares the same where a change says nothing of roles', () => {
    assert.equal(change(template(role('One', '"*"', 'words'), role('Two', '"*"'))), declared);
    assert.equal(declarationsOf('a.yaml', first, declared), declared);
  });

  it('declares anew only the fragment that says something else', () => {
    const changed = change(template(role('One', '{ AWS: x }'), role('Two', '"*"')));
    assert.notEqual(changed, declared);
    const [before, after] = [declared, changed].map(({ documents }) => documents[0] ?? []);
    assert.deepEqual(
      before?.map(({ fragment }) => fragment),
      ['Resources/One', 'Resources/Two'],
    );
    assert.notEqual(after?.[0], before?.[0]);
    assert.equal(after?.[1], before?.[1]);
  });

  it('keeps the entities of files that nothing has changed for', () => {
    const other = declarationsOf(
      'b.yaml',
      analyse({ path: 'b.yaml', text: template(role('Other', '"*"')) }, { rules: {} }),
    );
    const world = assembleWorld([{ declarations: declared }, { declarations: other }]);
    const changed = change(template(role('One', '{ AWS: x }'), role('Two', '"*"')));
    const again = assembleWorld([{ declarations: changed }, { declarations: other }]);
    assert.equal(entity(again, 'Other'), entity(world, 'Other'));
    assert.deepEqual(grants(entity(again, 'One').trust), ['Allow | principal AWS=x | action sts:AssumeRole']);
  });

  it('keeps the entities of a template beside the one that has changed, whatever they look up in it', () => {
    const linked = (name: string, principal: string) =>
      template(
        role('One', principal),
        role('Two', '{ AWS: !GetAtt One.Arn }'),
        role('Three', '"*"').replace('      #', `      RoleName: ${name}\n      #`),
      );
    const start = analyse(request(linked('a', '"*"')), { rules: {} });
    const declaredFirst = declarationsOf('a.yaml', start);
    const world = assembleWorld([{ declarations: declaredFirst }]);
    const after = (text: string) =>
      assembleWorld([
        { declarations: declarationsOf('a.yaml', analyse(request(text), { rules: {} }, start), declaredFirst) },
      ]);
    const changed = after(linked('a', '{ AWS: x }'));
    assert.notEqual(entity(changed, 'One'), entity(world, 'One'));
    assert.equal(entity(changed, 'Two'), entity(world, 'Two'));
    assert.equal(entity(changed, 'Three'), entity(world, 'Three'));
    const renamed = after(linked('a', '"*"').replace('      #', '      RoleName: one\n      #'));
    assert.notEqual(entity(renamed, 'Two'), entity(world, 'Two'));
    assert.match(grants(entity(renamed, 'Two').trust)[0] ?? '', /role\/one \|/);
  });

  it('tells roles apart that are written twice', () => {
    const twice = declarationsOf(
      'a.yaml',
      analyse(request(template(role('One', '"*"'), role('One', '"*"'))), { rules: {} }),
    );
    const ids = () => assembleWorld([{ declarations: twice }]).entities.map(({ id }) => id);
    assert.deepEqual(ids(), ids());
    const again = declarationsOf(
      'a.yaml',
      analyse(request(template(role('One', '"*"'), role('One', '"*"'), role('Two', '"*"'))), { rules: {} }),
      twice,
    );
    assert.equal(assembleWorld([{ declarations: again }]).entities.length, ids().length + 1);
    assert.equal(new Set(assembleWorld([{ declarations: again }]).entities).size, ids().length + 1);
  });

  it('looks up again what another file gives', () => {
    const source = (name: string) =>
      declarationsOf(
        's.yaml',
        analyse(
          {
            path: 's.yaml',
            text: template(role('Source', '"*"').replace('      #', `      RoleName: ${name}\n      #`)) + outputs,
          },
          { rules: {} },
        ),
      );
    const target = declarationsOf(
      't.yaml',
      analyse({ path: 't.yaml', text: template(role('Target', '{ AWS: !ImportValue source }')) }, { rules: {} }),
    );
    const trusted = (name: string) =>
      grants(entity(assembleWorld([{ declarations: source(name) }, { declarations: target }]), 'Target').trust);
    assert.match(trusted('a')[0] ?? '', /role\/a \|/);
    assert.match(trusted('b')[0] ?? '', /role\/b \|/);
  });

  it('looks up again what the configuration gives', () => {
    const files = (account: string) => [{ declarations: declared, deployments: [{ account }] }];
    const account = (id: string) => entity(assembleWorld(files(id)), 'One').places[0]?.account;
    assert.deepEqual(account('111122223333'), ['111122223333']);
    assert.deepEqual(account('444455556666'), ['444455556666']);
  });
});
