export const policyTexts: readonly (readonly [string, string, string])[] = [
  [
    'json',
    'a.json',
    `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": ["s3:PutObject", "s3:<|>GetObject", "s3:PutObject"],
      "Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]
    },
    {
      "Sid": "Other",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"]
    }
  ]
}
`,
  ],
  [
    'yaml',
    'a.yaml',
    `# Top
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: []
      Policies:
        - PolicyName: x
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              # first
              - Sid: Read # why
                Effect: Allow
                Action:
                  - s3:PutObject # put
                  - s3:<|>Get*
                  - kms:Decrypt
                Resource:
                  - !Sub '\${Bucket.Arn}/*'
                  - arn:aws:s3:::b/*
              # second
              - Effect: Allow
                Action: s3:ListBucket
                Resource:
                  - arn:aws:s3:::b/*
                  - !Sub '\${Bucket.Arn}/*'
`,
  ],
];
