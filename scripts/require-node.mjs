/**
 * The first step of every npm script: goes on when the running Node can run this project, else names the remedy in one
 * line. It is written in the JavaScript of Node 12, so that an old Node reaches the message instead of a syntax error.
 */
import { fileURLToPath } from 'url';

/** The Node major that the project runs on: the first long-term release that strips types without a flag, and the one of the Lambda runtime. */
export const REQUIRED_NODE_MAJOR = 24;

/**
 * Says what stands in the way of running this project, or nothing.
 *
 * @param {string} version what `process.versions.node` holds, for example `20.20.2`
 * @returns {string | undefined} one line with the remedy, or undefined when this Node can run the project
 */
export function nodeRemedy(version) {
  const major = Number.parseInt(version, 10);
  if (major >= REQUIRED_NODE_MAJOR) return undefined;
  return `This project runs on Node ${REQUIRED_NODE_MAJOR}, but this is Node ${version}: run "npm rebuild node" to put Node ${REQUIRED_NODE_MAJOR} into node_modules, then repeat the command.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const remedy = nodeRemedy(process.versions.node);
  if (remedy !== undefined) {
    console.error(remedy);
    process.exitCode = 1;
  }
}
