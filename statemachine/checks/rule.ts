import type { Definition } from '../asl.ts';
import type { MachineFacts } from '../machine-facts.ts';

/** Something that is wrong at one place: `message` says what and why, `remedy` what to write instead. */
export interface Problem {
  /** The state, or `machine` for the machine as a whole. */
  readonly state: string;
  readonly message: string;
  readonly remedy: string;
}

/** A problem together with the rule that found it. */
export interface Finding extends Problem {
  readonly rule: string;
}

/** A rule that a state machine keeps. */
export interface Rule {
  /** In kebab case, as its file is called. */
  readonly name: string;
  /** The rule in a sentence, with its reason. */
  readonly reason: string;
  /** What breaks the rule; empty when nothing does. Never throws, whatever JSON object it is given. */
  readonly check: (definition: Definition, facts: MachineFacts) => readonly Problem[];
}

/** The place of a problem that concerns the machine as a whole. */
export const MACHINE = 'machine';
