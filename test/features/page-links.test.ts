import assert from 'node:assert/strict';
import { pageLinks } from '../../server/src/features/page-links.ts';
import { allFragments } from '../../server/src/service/fragment-at.ts';
import { analysed } from '../service/analysed.ts';
import { iamData } from '../support/iam-data.ts';

const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';
const globalKeys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

/** What is linked, and where to. */
function links(path: string, text: string): readonly string[] {
  return allFragments(analysed({ path, text })).flatMap(({ model, start }) =>
    pageLinks(model, iamData).map(({ span, url }) => `${text.slice(start + span.start, start + span.end)} ${url}`),
  );
}

describe('links to the pages of AWS', () => {
  it('from actions, keys and service principals', () =>
    assert.deepEqual(
      links(
        'a.yaml',
        `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              Service: [lambda.amazonaws.com, !Sub "states.\${AWS::Region}.amazonaws.com", ecs-tasks.amazonaws.com]
              AWS: arn:aws:iam::111122223333:root
            Action: sts:AssumeRole
            Condition:
              ArnLike: { aws:SourceArn: "*", 'aws:PrincipalTag/team': "*" }
              StringEquals: { sts:ExternalId: x, s3:Nothing: y, 'token.actions.githubusercontent.com:sub': z }
      Policies:
        - PolicyName: a
          PolicyDocument: '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:getobject", "iam:*", "*", "s3:None"] }] }'
`,
      ),
      [
        `sts:AssumeRole ${reference}list_awssecuritytokenservice.html#awssecuritytokenservice-AssumeRole`,
        `lambda.amazonaws.com ${reference}list_awslambda.html`,
        `!Sub "states.\${AWS::Region}.amazonaws.com" ${reference}list_awsstepfunctions.html`,
        `aws:SourceArn ${globalKeys}#condition-keys-sourcearn`,
        `aws:PrincipalTag/team ${globalKeys}#condition-keys-principaltag`,
        `sts:ExternalId ${reference}list_awssecuritytokenservice.html#awssecuritytokenservice-policy-keys`,
        `s3:getobject ${reference}list_amazons3.html#amazons3-GetObject`,
        `iam:* ${reference}list_awsidentityandaccessmanagementiam.html#awsidentityandaccessmanagementiam-actions-as-permissions`,
      ],
    ));

  it('not where several pages divide a prefix, or the name of the page is not certain', () =>
    assert.deepEqual(
      links(
        'a.json',
        `{ "Statement": [{ "Effect": "Allow", "Action": ["ses:SendEmail", "xray:GetGroups", "apigateway:GET", "lex:GetBot",
          "elasticloadbalancing:AddTags", "cloudformation:CreateStack", "s3:Get", "s3"] }] }`,
      ),
      [],
    ));
});
