import { run } from '../process/child.ts';

/** Runs npm in a folder of its own: the npm that started this script where there is one, else the one on the path. */
export async function runNpm(args: readonly string[], cwd: string): Promise<void> {
  const { npm_config_local_prefix: _, ...env } = process.env;
  const options = { cwd, env, timeout: 300_000 };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) await run(process.execPath, [cli, ...args], options);
  else if (process.platform === 'win32') await run('cmd', ['/c', 'npm', ...args], options);
  else await run('npm', args, options);
}
