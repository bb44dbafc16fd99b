import { z } from 'zod';
import { ConfigurationError } from '../../contracts/index.ts';
import { redactPlan } from './redact-plan.ts';

/** Marks of what is unknown or sensitive: `true` for all of a value, or the marks of its parts. */
const Marks = z.unknown();

const Change = z.object({
  actions: z.array(z.enum(['no-op', 'create', 'read', 'update', 'delete', 'forget'])),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  after_unknown: Marks.optional(),
  before_sensitive: Marks.optional(),
  after_sensitive: Marks.optional(),
  /** What is there already and comes into the state. */
  importing: z.object({ id: z.string().optional() }).optional(),
  /** The attributes that cannot be changed in place. */
  replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
});

const ResourceChange = z.object({
  address: z.string(),
  mode: z.string().default('managed'),
  type: z.string(),
  name: z.string(),
  change: Change,
  action_reason: z.string().optional(),
  previous_address: z.string().optional(),
  /** Names what a replacement left over that did not finish: another object at the same address. */
  deposed: z.string().optional(),
});

/** An attribute as the configuration writes it: a constant, whose text may hold references `${…}`. */
const Expression = z.object({ constant_value: z.unknown().optional() });

const ConfiguredResource = z.object({
  address: z.string(),
  expressions: z.record(z.string(), z.union([Expression, z.unknown()])).default({}),
});

const RootModule = z.object({
  resources: z.array(ConfiguredResource).default([]),
  outputs: z.record(z.string(), z.object({ expression: Expression.optional() })).default({}),
});

const ProviderConfig = z.object({ expressions: z.record(z.string(), z.unknown()).default({}) });

/** What the summary reads of `terraform show -json` (format 1.x, https://developer.hashicorp.com/terraform/internals/json-format); the rest is left out. */
const PlanJson = z.object({
  format_version: z.string().regex(/^1\./, 'is not 1.x'),
  terraform_version: z.string().optional(),
  resource_changes: z.array(ResourceChange).default([]),
  /** What was changed outside of Terraform since it last looked. */
  resource_drift: z.array(ResourceChange).default([]),
  output_changes: z.record(z.string(), Change).default({}),
  configuration: z
    .object({
      provider_config: z.record(z.string(), ProviderConfig).default({}),
      root_module: RootModule.prefault({}),
    })
    .prefault({}),
  errored: z.boolean().default(false),
});

/** A plan. */
export type Plan = z.infer<typeof PlanJson>;

/** What happens to one resource. */
export type ResourceChange = z.infer<typeof ResourceChange>;

/** What happens to a resource or an output. */
export type Change = z.infer<typeof Change>;

/**
 * Reads what `terraform show -json` printed; sensitive values are replaced at once, so that nothing that is made of a plan can hold one.
 *
 * @throws ConfigurationError when it is not such a text, or of a format that is not known
 */
export function parsePlan(text: string): Plan {
  try {
    return PlanJson.parse(redactPlan(JSON.parse(text)));
  } catch (cause) {
    throw new ConfigurationError(`This is no plan as "terraform show -json" prints it: ${String(cause)}`, {
      cause,
      remedy: 'Give the file that "terraform show -json PLAN" wrote, of Terraform 1.11 or later.',
    });
  }
}
