/**
 * The first step of every npm script: goes on when this project can run here, else says the remedy in one line and
 * fails. It is written in the JavaScript of Node 12, built-in import without its prefix included, so that an old Node
 * reaches the message instead of a stack trace.
 */
import { existsSync } from 'fs';

/** The first long-term release that runs TypeScript files without a flag, and the major of the Lambda runtime. */
const REQUIRED_NODE_MAJOR = 24;

/** Both options are named because a user's npm settings may say otherwise, and either one leaves Node 24 out. */
const INSTALL_COMMAND = 'npm ci --include=dev --ignore-scripts=false';

const version = process.versions.node;
if (Number.parseInt(version, 10) < REQUIRED_NODE_MAJOR) {
  fail(`This project needs Node ${REQUIRED_NODE_MAJOR} and this is Node ${version}`);
} else if (!existsSync(new URL('../node_modules/', import.meta.url))) {
  fail('The dependencies are not installed');
}

function fail(reason) {
  console.error(`${reason}: run "${INSTALL_COMMAND}", then repeat the command.`);
  process.exitCode = 1;
}
