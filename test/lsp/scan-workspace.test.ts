import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSource } from '../../server/src/files/read-source.ts';
import { scanWorkspace } from '../../server/src/lsp/scan-workspace.ts';
import { withFolder } from '../cli/temporary-folder.ts';

describe('the reading of a folder', () => {
  it('misses nothing of what is moved or deleted while it lasts, and says what cannot be read', async () => {
    await withFolder({ 'a.json': '{}', 'b.json': '{}' }, async (folder) => {
      symlinkSync('nowhere.json', path.join(folder, 'c.json'));
      const read = (file: string) => {
        rmSync(path.join(folder, 'b.json'), { force: true });
        const source = readSource(file);
        return source.text === undefined ? source.message : undefined;
      };
      const { left, failed } = await scanWorkspace([pathToFileURL(folder).href], read, () => true);
      assert.equal(left, 0);
      assert.deepEqual(failed, [{ path: path.join(folder, 'c.json'), failure: 'no such file or folder' }]);
    });
  });

  it('says nothing of a folder that is gone', async () => {
    await withFolder({}, async (folder) => {
      const gone = pathToFileURL(path.join(folder, 'gone')).href;
      const read = () => assert.fail('there is nothing to read');
      assert.deepEqual(await scanWorkspace([gone], read, () => true), { left: 0, failed: [] });
    });
  });
});
