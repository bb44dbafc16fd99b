#!/usr/bin/env node
/**
 * The command of the installed package. It is written in the JavaScript of Node 12, and imports the program only where
 * that can run, so that an old Node gets one line with the remedy instead of a stack trace.
 */
const REQUIRED_NODE_MAJOR = 24;

if (Number.parseInt(process.versions.node, 10) >= REQUIRED_NODE_MAJOR) {
  import('./main.ts');
} else {
  console.error(
    `interview-brief needs Node ${REQUIRED_NODE_MAJOR} or newer and this is Node ${process.versions.node}: install it from https://nodejs.org/, then repeat the command.`,
  );
  process.exitCode = 1;
}
