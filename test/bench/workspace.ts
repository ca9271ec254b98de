/**
 * Templates of many teams, by path: each team has a function, the role that it runs with, and roles that this one and
 * those of other teams assume. Half of the hops close, by names, by paths, by patterns and by accounts.
 */
export function generateWorkspace(templates: number, rolesEach: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>([['rolechain.config.json', configuration(templates)]]);
  for (let team = 0; team < templates; team++) files.set(pathOf(team), template(team, templates, rolesEach));
  return files;
}

export function pathOf(team: number): string {
  return `team${String(team).padStart(3, '0')}.yaml`;
}

/** Every fourth team's account is not known. */
function configuration(templates: number): string {
  const deployments = Array.from({ length: templates }, (_, team) => team)
    .filter((team) => team % 4 !== 3)
    .map((team) => ({ files: [pathOf(team)], account: accountOf(team) }));
  return JSON.stringify({ deployments });
}

function accountOf(team: number): string {
  return String(111_100_000_000 + (team % 40) * 1_000_001);
}

function template(team: number, templates: number, rolesEach: number): string {
  const next = (team + 1) % templates;
  const far = (team * 7 + 3) % templates;
  const workers = Array.from({ length: rolesEach - 1 }, (_, index) => worker(team, index, far, rolesEach));
  return `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  SecurityAccountId:
    Type: String
  OrgId:
    Type: String
    Default: o-a1b2c3d4e5
Resources:
  Function${team}:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: run-${team}
      Role: !GetAtt Source${team}.Arn
      Handler: index.handler
      Runtime: nodejs22.x
      Code:
        ZipFile: exports.handler = async () => {}
  Source${team}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: source-${team}
      Path: /Automation/
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: assume
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Sid: OwnWorkers
                Effect: Allow
                Action: sts:AssumeRole
                Resource: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/Workers/worker-${team}-*'
              - Sid: NextWorker
                Effect: Allow
                Action:
                  - sts:AssumeRole
                  - sts:TagSession
                Resource: 'arn:aws:iam::*:role/Workers/worker-${next}-0'
                Condition:
                  StringEquals:
                    aws:ResourceOrgID: !Ref OrgId
              - Sid: Data
                Effect: Allow
                Action:
                  - s3:GetObject
                  - s3:PutObject
                Resource: 'arn:aws:s3:::team-${team}/*'
${workers.join('')}`;
}

function worker(team: number, index: number, far: number, rolesEach: number): string {
  const principals = [
    `!GetAtt Source${team}.Arn`,
    `!Sub 'arn:aws:iam::\${SecurityAccountId}:role/Automation/source-${far}'`,
    `'arn:aws:iam::${accountOf(team)}:root'`,
  ];
  return `  Worker${team}x${index}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: worker-${team}-${index}
      Path: /Workers/
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: AllowSource
            Effect: Allow
            Principal:
              AWS: ${principals[index % principals.length]}
            Action:
              - sts:AssumeRole
              - sts:TagSession
            Condition:
              StringEquals:
                aws:PrincipalOrgID: !Ref OrgId
                sts:ExternalId: 'team-${team}'
      Policies:
        - PolicyName: work
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action:
                  - dynamodb:GetItem
                  - dynamodb:Query
                Resource: 'arn:aws:dynamodb:us-east-1:${accountOf(team)}:table/t${(index + team) % rolesEach}'
      Tags:
        - Key: team
          Value: '${team}'
`;
}
