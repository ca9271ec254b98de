import path from 'node:path';

/** Where the package lies: the built file is in its `dist/`. */
export const packageFolder = path.join(__dirname, '..');
