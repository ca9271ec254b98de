import { ruleCases } from './support/rule-cases.ts';

const statement = (action: string, resource: string, condition = '') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${condition && `, "Condition": ${condition}`} }`;
const nothing = (name: string) =>
  `\`${name}\` names nothing, so that the statement has no effect. Name something, or remove the statement.`;
const trust = (principal: string) => `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole" }`;
const read = '"s3:GetObject"';

ruleCases('empty-element', {
  kind: 'identity',
  cases: [
    { name: 'actions', statement: statement('<|[]|>', '"*"'), finds: [{ message: nothing('Action'), fixes: [] }] },
    { name: 'resources', statement: statement(read, '<|[]|>'), finds: [nothing('Resource')] },
    {
      name: 'one branch of an Fn::If',
      statement: statement(read, '{ "Fn::If": ["Wide", "*", <|[]|>] }'),
      forms: ['json', 'yaml'],
      finds: [nothing('Resource')],
    },
    {
      name: 'a list of principals',
      kind: 'trust',
      statement: trust('{ "AWS": <|[]|> }'),
      finds: ['This names no principal. Name one, or remove what is empty.'],
    },
    {
      name: 'no principal',
      kind: 'trust',
      statement: trust('<|{}|>'),
      finds: ['This names no principal. Name one, or remove what is empty.'],
    },
    {
      name: 'no condition',
      statement: statement(read, '"*"', '<|{}|>'),
      finds: ['This condition asks for nothing: the statement always applies. Remove it, or fill it in.'],
    },
    {
      name: 'no key',
      statement: statement(read, '"*"', '{ "StringEquals": <|{}|> }'),
      finds: ['`StringEquals` asks for nothing. Remove it, or write what is compared.'],
    },
    {
      name: 'no value',
      statement: statement(read, '"*"', '{ "StringEquals": { "aws:username": <|[]|> } }'),
      finds: ['`aws:username` is compared with no value. Name one, or remove the key.'],
    },
    {
      name: 'a value that may be left out',
      statement: statement(read, '[{ "Ref": "AWS::NoValue" }]'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'nothing empty',
      statement: statement(`[${read}]`, '["*"]', '{ "StringEquals": { "aws:username": [""] } }'),
    },
  ],
});
