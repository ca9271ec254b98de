import { table } from '../base/table.ts';

/** Said of a file of more than `largestText` bytes. */
export const tooLarge = 'larger than 20 MB, so not looked at';

/** Said of a folder, a pipe or a device in place of a file. */
export const notFile = 'not a file';

/** What the file system says in error codes, in words. */
const words: Readonly<Record<string, string>> = table({
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'a symbolic link that leads back to itself',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
  EIO: 'the disk failed to read it',
  EBUSY: 'in use by another program',
  ERR_FS_FILE_TOO_LARGE: tooLarge,
  ERR_STRING_TOO_LONG: tooLarge,
});

/** Why a file or folder could not be read, in words and without its path. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return words[code] ?? error.message;
}
