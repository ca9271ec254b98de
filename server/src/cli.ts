#!/usr/bin/env node
import { run } from './cli/run.ts';
import { openTerminal } from './cli/terminal.ts';

run(process.argv.slice(2), openTerminal()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A fault of ours is no finding: its exit code must not be 1.
    console.error(error);
    process.exitCode = 2;
  },
);
