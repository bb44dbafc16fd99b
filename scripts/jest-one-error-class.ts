/**
 * Makes `instanceof Error` hold in the tests wherever it holds in production. Jest runs each test file in a realm of its
 * own, so that an error of Node's built-ins (`ENOENT` of node:fs, for one) is no instance of that realm's Error, and a
 * branch that is right in production would fail in its test. Subclasses keep the ordinary meaning.
 */
const ordinary = Error[Symbol.hasInstance];

Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: ErrorConstructor, value: unknown): boolean {
    return ordinary.call(this, value) || (this === Error && Error.isError(value));
  },
});

export {};
