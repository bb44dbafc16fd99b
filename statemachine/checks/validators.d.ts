declare module '@wmfs/statelint' {
  /** Makes a linter of Amazon States Language; `validate` gives its findings as sentences. */
  const makeLinter: () => { validate(definition: unknown): string[] };
  export default makeLinter;
}

declare module 'asl-validator' {
  /** Holds a definition against JSON schemas of Amazon States Language and further checks; writes `QueryLanguage` into the definition it is given. */
  const validate: (definition: unknown) => { isValid: boolean; errorsText(separator: string): string };
  export default validate;
}
