/** A state, as far as its place in the graph goes (Amazon States Language, https://states-language.net/spec.html). */
export interface AslState {
  readonly Type: string;
  readonly Comment?: string;
  readonly Next?: string;
  /** Where a Choice leads to when no rule holds. */
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Branches?: readonly AslMachine[];
}

/** A state machine, or a branch of a Parallel. */
export interface AslMachine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, AslState>>;
}

/** The states that one leads to when nothing fails, the first choice first. */
export function followersOf({ Next, Choices = [], Default }: AslState): readonly string[] {
  const named = [...Choices.map((choice) => choice.Next), Next, Default];
  return [...new Set(named.filter((name) => name !== undefined))];
}

/** Whether every way from a state ends in a Fail. */
export function endsInFailure(machine: AslMachine, name: string): boolean {
  const state = machine.States[name];
  if (state === undefined) return false;
  const followers = followersOf(state);
  return state.Type === 'Fail' || (followers.length > 0 && followers.every((next) => endsInFailure(machine, next)));
}
