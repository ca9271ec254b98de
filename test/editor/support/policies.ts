/** A trust policy that lets a service assume the role for anyone; the default one is known to send `aws:SourceArn`. */
export function unsafeTrust(service = 'events.amazonaws.com'): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "${service}" },
      "Action": "sts:AssumeRole"
    }
  ]
}
`;
}
