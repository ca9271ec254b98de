import { partitions } from '../catalog/partitions.ts';
import { describeEvidence, needsNoName, serviceSources, usualShape } from './service-sources.ts';

/** What a person can choose from; the same as `RoleChainChoices` of the protocol. */
export interface Choices {
  readonly services: readonly ServiceChoice[];
  readonly regions: readonly string[];
  readonly defaults: { readonly targetPath: string; readonly deploymentRole: string };
}

export interface ServiceChoice {
  readonly service: string;
  readonly sends: 'source-arn';
  readonly note: string;
  /** To begin with; the names in it are to be replaced. Undefined where the answer can be left out. */
  readonly resource?: string;
}

export function listChoices(): Choices {
  return {
    services: serviceSources.map((row) => ({
      service: row.principal,
      sends: 'source-arn',
      note: describeEvidence(row),
      ...(!needsNoName(row) && {
        resource: usualShape(row)
          .replace('${Partition}', 'aws')
          .replaceAll(/\$\{(\w+)\}/g, '<$1>'),
      }),
    })),
    regions: partitions.flatMap(({ regions }) => regions),
    defaults: { targetPath: '/SecurityOperations/', deploymentRole: 'arn:aws:iam::*:role/Deployment' },
  };
}
