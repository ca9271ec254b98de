import { brotliDecompressSync } from 'node:zlib';
import bytes from '../../server/src/catalog/generated/iam-data.bin';
import { openIamData } from '../../server/src/catalog/iam-data.ts';

/** The baked data as on the day on which it was fresh. */
export const iamData = openIamData(bytes, brotliDecompressSync, new Date('2026-10-01'));

/** The same, when it is too old to say what does not exist. */
export const oldIamData = openIamData(bytes, brotliDecompressSync, new Date('2126-10-01'));
