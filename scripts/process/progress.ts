/** Says what happens now, so that nobody wonders during a step that takes more than a moment. */
export function say(message: string): void {
  console.log(`• ${message}`);
}

/** Runs one step, says its name before it and its duration after it. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  process.stdout.write(`• ${name} … `);
  try {
    const result = await work();
    console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}
