import { ruleCases } from './support/rule-cases.ts';

const statement = (resource: string, condition = '') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource}${condition && `, "Condition": ${condition}`} }`;
const home = (variable: string) => `"arn:aws:s3:::example/${variable}"`;
const right = (name: string, variable: string) => ({ name, statement: statement(home(variable)) });

ruleCases('malformed-variable', {
  kind: 'identity',
  cases: [
    {
      name: 'not closed',
      statement: statement(home('<|${aws:username|>')),
      finds: [
        { message: '`${aws:username` begins a variable that is not closed. Write `}` behind its name.', fixes: [] },
      ],
    },
    {
      name: 'empty',
      statement: statement(home('<|${}|>/*')),
      finds: ['`${}` names no variable. Name one, such as `${aws:username}`, or remove it.'],
    },
    {
      name: 'with the mark of Fn::Sub, where there is none',
      statement: statement(home('<|${!aws:username}|>/*')),
      finds: [
        '`${!aws:username}` keeps its `!` here, which only `Fn::Sub` takes away: AWS knows no such variable. Write `${aws:username}`.',
      ],
    },
    {
      name: 'with the mark of Fn::Sub, in one',
      statement: statement('{ "Fn::Sub": "arn:aws:s3:::${Bucket}/${!aws:username}" }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'spaces',
      statement: statement(home('<|${ aws:username }|>/*')),
      finds: ['`${ aws:username }` has spaces around its name. Write `${aws:username}`.'],
    },
    {
      name: 'a default without quotes, in a condition',
      statement: statement('"*"', '{ "StringLike": { "s3:prefix": "home/<|${aws:PrincipalTag/team, all}|>/*" } }'),
      finds: [
        "`${aws:PrincipalTag/team, all}` needs its default in single quotes: `${aws:PrincipalTag/team, 'default'}`.",
      ],
    },
    {
      name: 'in an action',
      statement: '{ "Effect": "Allow", "Action": "s3:<|${aws:username}|>", "Resource": "*" }',
      finds: [
        'AWS puts nothing in the place of `${aws:username}` in `Action`: variables are known in `Resource` and `Condition` only.',
      ],
    },
    {
      name: 'in a principal',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/<|${aws:username}|>" }, "Action": "sts:AssumeRole" }',
      finds: [
        'AWS puts nothing in the place of `${aws:username}` in `Principal`: variables are known in `Resource` and `Condition` only.',
      ],
    },
    right('a variable', '${aws:username}/*'),
    right('a default', "${aws:PrincipalTag/team, 'all teams'}/*"),
    right('a key with spaces in the name of its tag', '${aws:PrincipalTag/Cost Center}/*'),
    right('a character', '${*}${?}${$}'),
    right('a parameter of another tool', '${bucket}/*'),
    right('a placeholder in its name', '${aws:PrincipalTag/<tag>}/*'),
    {
      name: 'kept from CloudFormation',
      statement: statement('{ "Fn::Sub": "${Bucket.Arn}/${!aws:username}/*" }'),
      forms: ['json', 'yaml'],
    },
  ],
});
