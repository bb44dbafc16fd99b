import type { JsonObject } from '../../page/json-values.ts';
import type { BoardPage } from './board-address.ts';

/** An open role as a board's interface describes it. */
export interface BoardRole {
  /** Its page for people. */
  readonly url: string;
  readonly title: string;
  readonly location: string;
  readonly department: string;
  /** What else is said of it, each with its name: `Employment: Full-time`. */
  readonly facts: readonly string[];
  /** HTML of its description, part by part. */
  readonly description: readonly string[];
  /** When it was published: as written, or milliseconds since 1970. */
  readonly published: string | number;
}

/** What is known of the interface in which a service publishes a company's roles. */
export interface BoardApi {
  /** Where the interface answers with all roles of a board; undefined where none is documented. */
  addressOf(page: BoardPage, host: string): string | undefined;
  /** The list of roles in an answer. */
  rolesIn(answer: unknown): readonly unknown[];
  /** One of them, with its page on the board; undefined for one that is not listed publicly. */
  roleOf(entry: JsonObject, board: BoardPage): BoardRole | undefined;
  /** The company's own name in an answer, where it has one. */
  nameIn(answer: unknown): string;
}

/** A fact with its name; none when there is nothing to say. */
export function fact(name: string, value: string): string[] {
  return value === '' ? [] : [`${name}: ${value}`];
}
