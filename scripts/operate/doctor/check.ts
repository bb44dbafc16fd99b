import type { OperatorAws } from '../../../services/operator/operator-aws.ts';
import type { PipelineContext } from '../../../stacks/pipeline-context.ts';
import type { Outcome } from './finding.ts';

/** What checks work with. */
export interface CheckContext {
  /** The configuration of the environment with the names that follow from it. */
  readonly context: PipelineContext;
  readonly aws: OperatorAws;
  /** Calls the configured model once, as GenerateBrief does; throws declared errors. */
  readonly callModel: () => Promise<void>;
  /** The root of the checkout. */
  readonly root: string;
}

/** One check; it may throw, which is told as its finding, and gives nothing when it has no question here. */
export interface Check {
  readonly name: string;
  /** True when there is nothing to ask without credentials. */
  readonly asks_aws: boolean;
  run(context: CheckContext): Promise<Outcome | undefined>;
}
