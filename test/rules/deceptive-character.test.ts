import { ruleCases } from './support/rule-cases.ts';

const read = 'AWS reads another text than you do.';
const letter = (where: string, code: string, like: string, alphabet = 'Cyrillic') =>
  `${where} is a ${alphabet} letter, U+${code}, which looks like \`${like}\`: ${read}`;

const allow = (rest: string) => `{ "Effect": "Allow", ${rest} }`;
const reading = (resource: string) => allow(`"Action": "s3:GetObject", "Resource": ${resource}`);
const onlyIf = (condition: string) => allow(`"Action": "s3:GetObject", "Resource": "*", "Condition": { ${condition} }`);
const assuming = (role: string) =>
  allow(`"Action": "sts:AssumeRole", "Resource": <|"arn:aws:iam::111122223333:role/${role}"|>`);

const yaml = (comment: string) => `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject # ${comment}
    Resource: '*'
`;

ruleCases('deceptive-character', {
  kind: 'identity',
  cases: [
    {
      name: 'a Cyrillic letter in an action',
      statement: '{ "Effect": "Deny", "Action": <|"s3:Get\u041ebject"|>, "Resource": "*" }',
      finds: [
        {
          message: letter('Behind `s3:Get`', '041E', 'O'),
          severity: 'error',
          fixes: [
            {
              title: 'Write s3:GetObject in plain letters',
              applicability: 'suggestion',
              result: '{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" }',
            },
          ],
        },
      ],
    },
    {
      name: 'several of them, in a list',
      statement: allow('"Action": ["s3:GetObject", <|"\u0455\u0455m:GetParameter"|>], "Resource": "*"'),
      finds: [`${letter('Here', '0455', 's')} There are 2 such characters.`],
    },
    {
      name: 'a space without width in an action',
      statement: allow('"Action": <|"s3:\u200bGetObject"|>, "Resource": "*"'),
      finds: ['Behind `s3:` is an invisible character, U+200B: AWS reads it, and you do not see it.'],
    },
    {
      name: 'a space that does not break, and a full-width colon',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": [<|"s3:GetObject\u00a0"|>, <|"s3\uff1aPutObject"|>], "Resource": "*" } }',
      finds: [
        `Behind \`s3:GetObject\` is a special space, U+00A0, which looks like a space: ${read}`,
        `Behind \`s3\` is a full-width character, U+FF1A, which looks like \`:\`: ${read}`,
      ],
    },
    {
      name: 'a letter in the name of a role',
      statement: assuming('Automation/T\u0430rget'),
      finds: [
        { message: letter('Behind `arn:aws:iam::111122223333:role/Automation/T`', '0430', 'a'), severity: 'warning' },
      ],
    },
    {
      name: 'a hyphen of typography in the name of a role',
      statement: assuming('a/my\u2011role'),
      finds: [
        {
          message: `Behind \`arn:aws:iam::111122223333:role/a/my\` is a special character, U+2011, which looks like \`-\`: ${read}`,
          severity: 'warning',
        },
      ],
    },
    {
      name: 'what turns the text around in the name of an object',
      statement: reading('<|"arn:aws:s3:::a/\u202egnp.exe"|>'),
      finds: [
        {
          message:
            'Behind `arn:aws:s3:::a/` is a character that reverses the direction of text, U+202E: AWS reads it, and you do not see it.',
          severity: 'warning',
        },
      ],
    },
    {
      name: 'in a condition key and its operator',
      statement: onlyIf('<|"StringEqu\u0430ls"|>: { <|"aws:S\u043eurceAccount"|>: "111122223333" }'),
      finds: [letter('Behind `StringEqu`', '0430', 'a'), letter('Behind `aws:S`', '043E', 'o')],
    },
    {
      name: 'a Greek letter amid Latin ones in a value',
      statement: onlyIf('"StringEquals": { "aws:PrincipalTag/team": <|"Pr\u03bfduction"|> }'),
      finds: [{ message: letter('Behind `Pr`', '03BF', 'o', 'Greek'), severity: 'warning' }],
    },
    {
      name: 'written as an escape',
      file: 'policy.json',
      text: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": <|"s3:Get\\u041ebject"|>, "Resource": "*" }] }',
      finds: [letter('Behind `s3:Get`', '041E', 'O')],
    },
    {
      name: 'in a comment, where it turns around what follows',
      file: 'policy.yaml',
      text: yaml('only <|\u202e|>gnihton'),
      finds: [
        {
          message:
            'Here is a character that reverses the direction of text, U+202E: AWS reads it, and you do not see it. What follows may be shown in another order than it is read.',
          severity: 'warning',
        },
      ],
    },
    {
      name: 'words of other languages, which are meant',
      statement: reading(
        '["arn:aws:s3:::a/\u043e\u0442\u0447\u0451\u0442-2024/*", "arn:aws:s3:::a/r\u00e9sum\u00e9 \u2013 \u5831\u544a.pdf", "arn:aws:s3:::a/\ud83d\udc69\u200d\ud83d\udcbb"]',
      ),
    },
    {
      name: 'a value in another language',
      statement: onlyIf('"StringEquals": { "aws:PrincipalTag/team": "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1" }'),
    },
    {
      name: 'a comment in another language',
      file: 'policy.yaml',
      text: yaml(
        '\u0442\u043e\u043b\u044c\u043a\u043e \u0447\u0442\u0435\u043d\u0438\u0435, \u00ab\u0421\u0411C\u00bb',
      ),
    },
  ],
});
