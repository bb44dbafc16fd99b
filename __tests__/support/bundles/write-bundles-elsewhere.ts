import { writeBundles } from '../../../scripts/bundle/write-bundles.ts';

/**
 * Bundles a checkout, to be run as a process of its own: `node write-bundles-elsewhere.ts ROOT FOLDER`. With another mask of file permissions than usual;
 * the caller sets another time zone.
 */
const [, , root = '', folder = ''] = process.argv;
process.umask(0o077);
await writeBundles(root, folder);
