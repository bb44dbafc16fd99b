import { writeBundles } from '../../../scripts/bundle/write-bundles.ts';

/** A year, in milliseconds. */
const YEAR_MS = 31_536_000_000;

const Now = Date;

/** The clock of another time. */
class Later extends Now {
  static override now(): number {
    return Now.now() + YEAR_MS;
  }

  constructor(...given: readonly [] | readonly [number | string | Date]) {
    super(given[0] ?? Later.now());
  }
}

/**
 * Bundles the functions of a checkout, to be run as a process of its own: `node write-bundles-elsewhere.ts ROOT FOLDER`. A year later, with another mask of file permissions than
 * usual; the caller sets another time zone.
 */
const [, , root = '', folder = ''] = process.argv;
process.umask(0o077);
Object.assign(globalThis, { Date: Later });
await writeBundles(root, folder);
