/** A group of AWS regions with its own accounts, credentials and ARN prefix. */
export interface Partition {
  /** The second part of an ARN. */
  readonly name: string;
  /** What the host names of its services end in. */
  readonly dnsSuffix: string;
  /** What every region of it looks like, also one that is not listed yet. */
  readonly regionPattern: RegExp;
  readonly regions: readonly string[];
  /** Where AWS Organizations is called; undefined where no endpoint is known. */
  readonly organizationsRegion: string | undefined;
  readonly source: string;
}

const REGIONS = 'botocore partitions.json';
const REGIONS_AND_ORGANIZATIONS = `${REGIONS}; botocore organizations endpoint rule set`;

export const partitions: readonly Partition[] = [
  {
    name: 'aws',
    dnsSuffix: 'amazonaws.com',
    // `us-gov-…`, `us-iso…` and `eu-isoe-…` have one word more, or stand in their own partition below.
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-(?!iso)\w+-\d+$/,
    regions: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'mx-central-1',
      'sa-east-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
    organizationsRegion: 'us-east-1',
    source: REGIONS_AND_ORGANIZATIONS,
  },
  {
    name: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    regionPattern: /^cn-\w+-\d+$/,
    regions: ['cn-north-1', 'cn-northwest-1'],
    organizationsRegion: 'cn-northwest-1',
    source: REGIONS_AND_ORGANIZATIONS,
  },
  {
    name: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    regionPattern: /^us-gov-\w+-\d+$/,
    regions: ['us-gov-east-1', 'us-gov-west-1'],
    organizationsRegion: 'us-gov-west-1',
    source: REGIONS_AND_ORGANIZATIONS,
  },
  {
    name: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    regionPattern: /^eusc-de-\w+-\d+$/,
    regions: ['eusc-de-east-1'],
    organizationsRegion: undefined,
    source: REGIONS,
  },
  {
    name: 'aws-iso',
    dnsSuffix: 'c2s.ic.gov',
    regionPattern: /^us-iso-\w+-\d+$/,
    regions: ['us-iso-east-1', 'us-iso-west-1'],
    organizationsRegion: 'us-iso-east-1',
    source: REGIONS_AND_ORGANIZATIONS,
  },
  {
    name: 'aws-iso-b',
    dnsSuffix: 'sc2s.sgov.gov',
    regionPattern: /^us-isob-\w+-\d+$/,
    regions: ['us-isob-east-1', 'us-isob-west-1'],
    organizationsRegion: 'us-isob-east-1',
    source: REGIONS_AND_ORGANIZATIONS,
  },
  {
    name: 'aws-iso-e',
    dnsSuffix: 'cloud.adc-e.uk',
    regionPattern: /^eu-isoe-\w+-\d+$/,
    regions: ['eu-isoe-west-1'],
    organizationsRegion: undefined,
    source: REGIONS,
  },
  {
    name: 'aws-iso-f',
    dnsSuffix: 'csp.hci.ic.gov',
    regionPattern: /^us-isof-\w+-\d+$/,
    regions: ['us-isof-east-1', 'us-isof-south-1'],
    organizationsRegion: 'us-isof-south-1',
    source: REGIONS_AND_ORGANIZATIONS,
  },
];

/** The partition of that name (`aws`, `aws-cn`, ...). */
export function findPartition(name: string): Partition | undefined {
  return partitions.find((partition) => partition.name === name);
}

/** The partition a region belongs to, by its form: a region that AWS opened after this table was made is known too. */
export function partitionOfRegion(region: string): Partition | undefined {
  return partitions.find((partition) => partition.regionPattern.test(region));
}

/** Whether the text has the form of a region's name. */
export function hasRegionForm(text: string): boolean {
  return partitionOfRegion(text) !== undefined;
}

/** Whether the text names a region that was open when this table was made. */
export function isKnownRegion(text: string): boolean {
  return partitions.some((partition) => partition.regions.includes(text));
}
