import { brotliDecompressSync } from 'node:zlib';
import bytes from '../catalog/generated/iam-data.bin';
import descriptions from '../catalog/generated/iam-descriptions.bin';
import { type IamData, openIamData } from '../catalog/iam-data.ts';
import { type IamDescriptions, openIamDescriptions } from '../catalog/iam-descriptions.ts';

/** The baked data of AWS, opened on the first call of what it answers; its age is told by the clock of that moment. */
export function bakedIamData(): () => IamData {
  let opened: IamData | undefined;
  return () => {
    opened ??= openIamData(bytes, brotliDecompressSync, new Date());
    return opened;
  };
}

/** What AWS says of each action and condition key, opened on the first call. */
export function bakedIamDescriptions(): () => IamDescriptions {
  let opened: IamDescriptions | undefined;
  return () => {
    opened ??= openIamDescriptions(descriptions, brotliDecompressSync);
    return opened;
  };
}
