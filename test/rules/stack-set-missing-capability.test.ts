import { role, stackSet } from './stack-sets.ts';
import { ruleCases } from './support/rule-cases.ts';

const file = 'template.yaml';
const marked = '<|Roles|>';
const named = role('RoleName: reader');
const message = (what: string, capability: string) =>
  `\`Role\` in the template of this stack set ${what}: AWS refuses to create it without \`${capability}\` in \`Capabilities\`.`;
const ofItsOwn = 'is an IAM resource with a name of its own (`RoleName`)';

ruleCases('stack-set-missing-capability', {
  kind: 'trust',
  cases: [
    {
      name: 'a named role, and no capability',
      file,
      text: stackSet([], named, marked),
      finds: [
        {
          message: message(ofItsOwn, 'CAPABILITY_NAMED_IAM'),
          fixes: [
            {
              title: 'Add CAPABILITY_NAMED_IAM',
              applicability: 'suggestion',
              result: stackSet(['Capabilities:', '  - CAPABILITY_NAMED_IAM'], named),
            },
          ],
        },
      ],
    },
    {
      name: 'a named role, and the lesser capability',
      file,
      text: stackSet(['<|Capabilities|>: [CAPABILITY_IAM]'], named),
      finds: [
        {
          message: message(ofItsOwn, 'CAPABILITY_NAMED_IAM'),
          fixes: [
            {
              title: 'Add CAPABILITY_NAMED_IAM',
              result: stackSet(['Capabilities: [CAPABILITY_IAM, CAPABILITY_NAMED_IAM]'], named),
            },
          ],
        },
      ],
    },
    {
      name: 'a role without a name',
      file,
      text: stackSet([], role(), marked),
      finds: [message('is an IAM resource', 'CAPABILITY_IAM')],
    },
    {
      name: 'a role without a name, and its capability',
      file,
      text: stackSet(['Capabilities: [CAPABILITY_IAM]'], role()),
    },
    { name: 'both', file, text: stackSet(['Capabilities: [CAPABILITY_NAMED_IAM]'], named) },
    { name: 'a parameter', file, text: stackSet(['Capabilities: !Ref Capabilities'], named) },
    { name: 'no IAM resource', file, text: stackSet([], ['Bucket:', '  Type: AWS::S3::Bucket']) },
    {
      name: 'a role under a condition',
      file,
      text: stackSet([], ['Role:', '  Type: AWS::IAM::Role', '  Condition: IsTest', '  Properties: { RoleName: a }']),
    },
    {
      name: 'a template elsewhere',
      file,
      text: 'Resources:\n  Roles:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateURL: https://example.com/a.yaml\n',
    },
  ],
});
