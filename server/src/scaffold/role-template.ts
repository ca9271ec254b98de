import { blockBody, blockProperty } from '../edit/block-text.ts';
import { plain } from '../edit/change.ts';
import type { Layout } from '../edit/layout.ts';
import type { Writable } from '../edit/writable.ts';
import type { RolePlan } from './chain-plan.ts';
import { policyVersion, type ReasonedStatement } from './policy-statements.ts';

/** A CloudFormation template of one role. */
export interface RoleTemplate {
  readonly description: string;
  readonly parameters: readonly TemplateParameter[];
  readonly logicalId: string;
  readonly role: RolePlan;
  readonly roleDescription: string;
  /** On its properties, as a comment. */
  readonly remark?: string;
  readonly trust: ReasonedStatement;
  readonly policy?: { readonly name: string; readonly statements: readonly ReasonedStatement[] };
}

export interface TemplateParameter {
  readonly name: string;
  readonly description: string;
  readonly allowedPattern: string;
  readonly constraint: string;
}

const layout: Layout = {
  language: 'yaml',
  eol: '\n',
  unit: '  ',
  itemIndent: '  ',
  quote: 'single',
  nameQuotes: {},
  colon: ': ',
  comma: ', ',
  bracePadding: ' ',
  bracketPadding: '',
  lists: 'lines',
  objects: 'lines',
  functions: 'inline',
  substitution: 'intrinsic',
};

/** The template as YAML. */
export function writeRoleTemplate(template: RoleTemplate): string {
  const { description, parameters, logicalId, role, policy } = template;
  const lines = [
    "AWSTemplateFormatVersion: '2010-09-09'",
    property('Description', description, 0),
    '',
    ...(parameters.length > 0 ? ['Parameters:', ...parameters.flatMap(parameterLines), ''] : []),
    'Resources:',
    `  ${logicalId}:`,
    '    Type: AWS::IAM::Role',
    '    Properties:',
    property('RoleName', role.name, 6),
    ...(role.path === '/' ? [] : [property('Path', role.path, 6)]),
    property('Description', template.roleDescription, 6),
    ...(template.remark === undefined ? [] : [`      # ${template.remark}`]),
    '      AssumeRolePolicyDocument:',
    ...documentLines([template.trust], 8),
    ...(policy === undefined ? [] : policyLines(policy)),
    '',
    'Outputs:',
    '  RoleArn:',
    '    Description: The ARN of the role.',
    `    Value: !GetAtt ${logicalId}.Arn`,
  ];
  return `${lines.join('\n')}\n`;
}

function parameterLines({ name, description, allowedPattern, constraint }: TemplateParameter): readonly string[] {
  return [
    `  ${name}:`,
    '    Type: String',
    property('Description', description, 4),
    property('AllowedPattern', allowedPattern, 4),
    property('ConstraintDescription', constraint, 4),
  ];
}

function policyLines({ name, statements }: NonNullable<RoleTemplate['policy']>): readonly string[] {
  return [
    '      Policies:',
    `        - PolicyName: ${name}`,
    '          PolicyDocument:',
    ...documentLines(statements, 12),
  ];
}

function documentLines(statements: readonly ReasonedStatement[], column: number): readonly string[] {
  const indent = ' '.repeat(column);
  return [
    `${indent}Version: '${policyVersion}'`,
    `${indent}Statement:`,
    ...statements.flatMap(({ reason, statement }) => [
      `${indent}  # ${reason}`,
      `${indent}  - ${plain(blockBody(statement, layout, column + 4) ?? [])}`,
    ]),
  ];
}

function property(key: string, value: Writable, column: number): string {
  return ' '.repeat(column) + plain(blockProperty([key, value], layout, column) ?? []);
}
