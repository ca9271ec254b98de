import assert from 'node:assert/strict';
import { WorkspaceFiles } from '../../server/src/cli/workspace-files.ts';
import { Configurations } from '../../server/src/service/configurations.ts';
import { analysed, findingsIn } from '../service/analysed.ts';

const settings = new Configurations({ readText: () => undefined }).settingsOf('/');
const options = { rules: {} };

function policy(action: string) {
  const statement = { Effect: 'Allow', Action: [action, action], Resource: '*' };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return () => analysed({ path: 'a.json', text }, options);
}

function open(): WorkspaceFiles {
  return new WorkspaceFiles('/', (rule, error) => {
    throw new Error(rule, { cause: error });
  });
}

describe('the files of a run', () => {
  it('keeps the analysis of what grants something of roles', () => {
    const files = open();
    const read = policy('sts:AssumeRole');
    assert.equal(
      files.add('/a.json', read(), settings, () => assert.fail('read again')),
      true,
    );
    assert.equal(files.isInChains('/a.json'), false);
    const whole = files.withChains('/a.json', options);
    assert.deepEqual(whole && findingsIn(whole), findingsIn(read()));
  });

  it('lets go of any other, and reads it again where it is asked for after all', () => {
    const files = open();
    const read = policy('s3:GetObject');
    const analysis = read();
    let count = 0;
    const again = () => {
      count++;
      return read();
    };
    assert.equal(files.add('/a.json', analysis, settings, again), false);
    assert.ok(findingsIn(analysis).length > 0);
    assert.deepEqual(findingsIn(files.withoutChains('/a.json', analysis, options)), findingsIn(analysis));
    assert.equal(count, 0);
    const whole = files.withChains('/a.json', options);
    assert.deepEqual(whole && findingsIn(whole), findingsIn(analysis));
    assert.equal(count, 1);
  });

  it('keeps what cannot be read again', () => {
    const files = open();
    assert.equal(files.add('/a.json', policy('s3:GetObject')(), settings), true);
    assert.ok(files.withChains('/a.json', options));
  });
});
