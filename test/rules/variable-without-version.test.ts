import { ruleCases } from './support/rule-cases.ts';

const statement = (resource: string, condition = '') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource}${condition && `, "Condition": ${condition}`} }`;
const policy = (version: string, ...rest: Parameters<typeof statement>) =>
  `{ ${version && `"Version": "${version}", `}"Statement": [${statement(...rest)}] }`;
const home = (variable: string) => `"arn:aws:s3:::example/${variable}/*"`;
const message = (variable: string, reason: string) =>
  `\`${variable}\` is plain text ${reason}: nothing is put in its place. Write \`"Version": "2012-10-17"\`.`;

ruleCases('variable-without-version', {
  kind: 'identity',
  cases: [
    {
      name: 'the old version',
      policy: policy('2008-10-17', home('<|${aws:username}|>')),
      finds: [
        {
          message: message('${aws:username}', 'in `Version` `2008-10-17`'),
          fixes: [
            {
              title: 'Change the version to 2012-10-17',
              applicability: 'suggestion',
              result: policy('2012-10-17', home('${aws:username}')),
            },
          ],
        },
      ],
    },
    {
      name: 'no version',
      policy: policy('', home('<|${aws:PrincipalTag/team}|>')),
      finds: [
        {
          message: message('${aws:PrincipalTag/team}', 'in a policy without `Version`'),
          fixes: [
            {
              title: 'Add Version 2012-10-17',
              applicability: 'suggestion',
              result: policy('2012-10-17', home('${aws:PrincipalTag/team}')),
            },
          ],
        },
      ],
    },
    {
      name: 'in a condition',
      policy: policy('2008-10-17', '"*"', '{ "StringLike": { "s3:prefix": ["a/<|${aws:username}|>/*"] } }'),
      finds: [message('${aws:username}', 'in `Version` `2008-10-17`')],
    },
    {
      name: 'kept from CloudFormation',
      policy: policy('2008-10-17', '<|{ "Fn::Sub": "${Bucket.Arn}/${!aws:username}/*" }|>')
        .replace('<|{', '{')
        .replace('}|>', '}')
        .replace('${!aws:username}', '<|${!aws:username}|>'),
      forms: ['json', 'yaml'],
      finds: [message('${aws:username}', 'in `Version` `2008-10-17`')],
    },
    { name: 'the current version', policy: policy('2012-10-17', home('${aws:username}')) },
    { name: 'an asterisk itself', policy: policy('2008-10-17', home('${*}')) },
    { name: 'a parameter of another tool', policy: policy('2008-10-17', home('${bucket}')) },
    { name: 'a pseudo parameter without Fn::Sub', policy: policy('2008-10-17', home('${AWS::AccountId}')) },
    {
      name: 'a version that is a parameter',
      policy: policy('2008-10-17', home('${aws:username}')).replace('"2008-10-17"', '{ "Ref": "LanguageVersion" }'),
      forms: ['json', 'yaml'],
    },
    { name: 'no variable', policy: policy('2008-10-17', '"*"') },
  ],
});
