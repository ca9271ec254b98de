const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls back once when the user or the system asks this process to stop; answers how to forget it.
 * A shell between npm and this process dies of SIGTERM without handing it on: then only the changed parent tells.
 */
export function onStop(handle: () => void): () => void {
  const parent = process.ppid;
  const forget = () => {
    clearInterval(timer);
    for (const signal of signals) process.off(signal, stop);
  };
  let stopping = false;
  // The handlers stay, so that a second Ctrl-C does not break the cleaning up.
  const stop = () => {
    if (stopping) return;
    stopping = true;
    clearInterval(timer);
    handle();
  };
  const timer = setInterval(() => process.ppid !== parent && stop(), 500);
  timer.unref();
  for (const signal of signals) process.on(signal, stop);
  return forget;
}

/**
 * In a terminal, takes Ctrl-C as a key instead of as a signal: the signal would also reach the shell that npm
 * starts, which dies of it at once, so that npm would be back at the prompt, with an error, before the cleaning up.
 */
export function stopOnKey(): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  const read = (data: Buffer) => {
    if (data.includes(0x03) || data.includes(0x04)) process.emit('SIGINT');
  };
  const forget = () => {
    stdin.off('data', read).pause();
    stdin.setRawMode(false);
  };
  stdin.setRawMode(true).on('data', read).resume();
  process.once('exit', forget);
  return forget;
}
