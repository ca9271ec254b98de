/** What `saml:aud` holds for people who sign in to the console of a partition. */
export interface SamlAudience {
  readonly partition: string;
  /** The global endpoint; those of Regions have the Region before `signin.`, and are values of their own. */
  readonly audience: string;
  readonly source: string;
}

/** The key holds the endpoint to which the assertion was sent: its Recipient, not its Audience. */
const GUIDE =
  'IAM User Guide, IAM and AWS STS condition context keys (saml:aud); configure SAML assertions for the authentication response';
const CDK = 'aws/aws-cdk, region-info, SAML sign-on URLs by partition';

export const samlAudiences: readonly SamlAudience[] = [
  { partition: 'aws', audience: 'https://signin.aws.amazon.com/saml', source: `${GUIDE}; ${CDK}` },
  {
    partition: 'aws-cn',
    audience: 'https://signin.amazonaws.cn/saml',
    source: `${CDK}; IAM User Guide of the China Regions (signin.amazonaws.cn/static/saml-metadata.xml)`,
  },
  { partition: 'aws-us-gov', audience: 'https://signin.amazonaws-us-gov.com/saml', source: CDK },
  { partition: 'aws-iso', audience: 'https://signin.c2shome.ic.gov/saml', source: CDK },
  { partition: 'aws-iso-b', audience: 'https://signin.sc2shome.sgov.gov/saml', source: CDK },
];

export function samlAudienceOf(partition: string): string | undefined {
  return samlAudiences.find((each) => each.partition === partition)?.audience;
}
