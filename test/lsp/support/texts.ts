/** A trust policy for a service with no pin on the source: `trust-missing-source-arn`. */
export const unsafeTrust = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "lambda.amazonaws.com" },
      "Action": "sts:AssumeRole"
    }
  ]
}
`;

/** The same with its pin. */
export const safeTrust = unsafeTrust.replace(
  '"sts:AssumeRole"',
  `"sts:AssumeRole",
      "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:lambda:eu-west-1:111122223333:function:source" } }`,
);
