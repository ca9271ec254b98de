/**
 * Keys whose values are ids: a pattern on one has no valid use, since what it fits is not of one owner.
 * Source: IAM User Guide, AWS global condition context keys, "Sensitive condition keys".
 */
export const sensitiveKeys: readonly string[] = [
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:VpceAccount',
  'aws:VpceOrgID',
];
