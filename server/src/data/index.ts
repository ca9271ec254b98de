import { brotliDecompressSync } from 'node:zlib';
import bytes from '../catalog/generated/iam-data.bin';
import { type IamData, openIamData } from '../catalog/iam-data.ts';

/** The baked data of AWS, opened on the first call of what it answers; its age is told by the clock of that moment. */
export function bakedIamData(): () => IamData {
  let opened: IamData | undefined;
  return () => {
    opened ??= openIamData(bytes, brotliDecompressSync, new Date());
    return opened;
  };
}
