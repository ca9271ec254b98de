/** A template with one stack set, whose own template is given as lines. */
export function stackSet(properties: readonly string[], inner: readonly string[], key = 'Roles'): string {
  return [
    'Resources:',
    `  ${key}:`,
    '    Type: AWS::CloudFormation::StackSet',
    '    Properties:',
    '      StackSetName: roles',
    ...properties.map((line) => `      ${line}`),
    '      TemplateBody: |',
    '        Parameters:',
    '          Name: { Type: String }',
    '        Resources:',
    ...inner.map((line) => `          ${line}`),
    '',
  ].join('\n');
}

/** A role in the inner template. */
export const role = (...properties: readonly string[]): readonly string[] => [
  'Role:',
  '  Type: AWS::IAM::Role',
  '  Properties:',
  ...properties.map((line) => `    ${line}`),
  '    AssumeRolePolicyDocument: {}',
];
