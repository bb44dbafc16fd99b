import type { State, StateMap } from '../asl.ts';
import type { LocatedState } from '../states.ts';
import { allStates } from '../states.ts';
import type { Problem, Rule } from './rule.ts';

/** A failed run says where and why. */
export const failureStamp: Rule = {
  name: 'failure-stamp',
  reason:
    'What States.ALL catches leads over a Pass that stamps the name of the failing state, its error and cause, to a Fail with ErrorPath and CausePath.',
  check: (definition) => {
    const states = allStates(definition);
    const recorders = new Set(states.flatMap(({ state }) => (isStamp(state) && state.Next ? [state.Next] : [])));
    return states.flatMap((located) => problemsOf(located, recorders.has(located.name)));
  },
};

/** A state that stamps lead to records the failure of another: it carries a stamp already. */
function problemsOf({ name, state, scope }: LocatedState, isRecorder: boolean): Problem[] {
  const catcher = state.Catch?.find(({ ErrorEquals }) => ErrorEquals?.includes('States.ALL'));
  const target = catcher?.Next === undefined ? undefined : scope.States?.[catcher.Next];
  if (!target) return [];
  const stamped = target.Parameters?.state;
  const wrongStamp = !isRecorder && !(isStamp(target) && stamped === name);
  return [
    ...(wrongStamp
      ? [
          {
            state: name,
            message: `fails over ${catcher?.Next}, which does not stamp its name.`,
            remedy: `Lead to a Pass with "state": "${name}", "error.$" and "cause.$".`,
          },
        ]
      : []),
    ...(endsInFail(target, scope)
      ? []
      : [
          {
            state: name,
            message: 'fails without reaching a Fail with ErrorPath and CausePath.',
            remedy: 'Lead the stamp on to one.',
          },
        ]),
  ];
}

function isStamp({ Type, Parameters = {} }: State): boolean {
  return Type === 'Pass' && typeof Parameters.state === 'string' && 'error.$' in Parameters && 'cause.$' in Parameters;
}

function endsInFail(first: State, scope: StateMap): boolean {
  const seen = new Set<State>();
  for (let state: State | undefined = first; state && !seen.has(state); state = scope.States?.[state.Next ?? '']) {
    if (state.Type === 'Fail') return state.ErrorPath !== undefined && state.CausePath !== undefined;
    seen.add(state);
  }
  return false;
}
