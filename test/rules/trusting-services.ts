/** A statement by which these services, given as JSON, assume the role. */
export const trusting = (services: string, condition = '', action = '"sts:AssumeRole"') =>
  `{ "Effect": "Allow", "Principal": { "Service": ${services} }, "Action": ${action}${condition && `, "Condition": ${condition}`} }`;

/** What is said where the service is known to send the key. */
export const missing = (service: string, key = 'aws:SourceArn') =>
  `${service} may assume this role on behalf of anyone who can hand it the role. Add a condition on \`${key}\`.`;

/** The title of the fix, but for its warning. */
export const titleFor = (service: string, key = 'aws:SourceArn') => `Pin ${service} to its source: add ${key}`;

/** What is said where that is not known. */
export const notEstablished = (service: string) =>
  `Nothing pins for whom the service assumes this role, and it is not established that ${service} sends \`aws:SourceArn\` when it assumes a role. Test a condition before you rely on it.`;

export const lambda = 'lambda.amazonaws.com';
export const states = 'states.amazonaws.com';

/** A condition on the ARN, which is given as JSON. */
export const equals = (arn: string) => `{ "ArnEquals": { "aws:SourceArn": ${arn} } }`;
