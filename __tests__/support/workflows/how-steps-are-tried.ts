/** How the command of a step is tried out without an account. */
export type Trial =
  /** In a fresh clone. */
  | 'clone'
  /** In a fresh clone, with a provider for Terraform that serves the schema alone. */
  | 'terraform'
  /** In a fresh clone, against a server on loopback that speaks as GitHub's API does. */
  | 'github'
  /** Not at all; why. */
  | { readonly untried: string };

const IN_CI = 'The build server runs this very command in a fresh clone: .ci/run.';

/** Every step that runs a command, and how it is tried. */
export const TRIALS: Readonly<Record<string, Trial>> = {
  'checks/checks/Install': 'clone',
  'checks/checks/Test': { untried: IN_CI },
  'checks/checks/Check': { untried: IN_CI },
  'checks/checks/Synthesize': 'clone',
  'deploy/plan/Install': 'clone',
  'deploy/plan/Plan': 'terraform',
  'deploy/apply/Install': 'clone',
  'deploy/apply/Apply': 'terraform',
  'deploy/apply/Tell the address of the API': 'terraform',
  'deploy/smoke/Install': 'clone',
  'deploy/smoke/Smoke run': {
    untried: 'It calls a deployed API, which needs an account; the command has tests of its own against a local one.',
  },
  'drift/drift/Install': 'clone',
  'drift/drift/Look for drift': 'terraform',
  'plan/plan/Install': 'clone',
  'plan/plan/Plan': 'terraform',
  'plan/comment/Comment': 'github',
};
