/** A quota as the service gives it. */
export interface ServedQuota {
  readonly QuotaName: string;
  readonly QuotaCode: string;
  readonly Value: number;
}

/** What an account on loopback is like. */
export interface AccountFacts {
  readonly account: string;
  readonly profile: { readonly status: string; readonly model: string; readonly regions: readonly string[] };
  readonly model: { readonly name: string; readonly types: readonly string[]; readonly authorized: string };
  readonly guardrail: {
    readonly status: string;
    readonly pii: string;
    readonly tier: string;
    readonly crosses: boolean;
  };
  /** By the service's code. */
  readonly quotas: Readonly<Record<string, readonly ServedQuota[]>>;
  /** Status of the deployed state machine; null when there is none. */
  readonly state_machine: string | null;
  /** Suffix of its log group's ARN. */
  readonly log_suffix: string;
  readonly succeeded: readonly string[];
  /** Names of metrics by namespace. */
  readonly metrics: Readonly<Record<string, readonly string[]>>;
  /** Prices by service: what it is for, its description, dollars. */
  readonly prices: Readonly<Record<string, readonly (readonly [usage: string, description: string, usd: string])[]>>;
}

const RATES = ['BatchDetectDominantLanguage', 'BatchDetectEntities', 'BatchDetectKeyPhrases', 'BatchDetectSentiment'];

/** An account in which everything is as `deploy/dev.json` needs it, with what is given in place of it. */
export function accountFacts(given: Partial<AccountFacts>): AccountFacts {
  return {
    account: '111122223333',
    profile: {
      status: 'ACTIVE',
      model: 'anthropic.claude-haiku-4-5-20251001-v1:0',
      regions: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'],
    },
    model: { name: 'Claude Haiku 4.5', types: ['INFERENCE_PROFILE'], authorized: 'AUTHORIZED' },
    guardrail: { status: 'READY', pii: 'BLOCK', tier: 'CLASSIC', crosses: false },
    quotas: QUOTAS,
    state_machine: 'ACTIVE',
    log_suffix: ':*',
    succeeded: ['a-run-1'],
    metrics: {},
    prices: {},
    ...given,
  };
}

/** Quotas as an account of some age has them; the names are those of Service Quotas. */
export const QUOTAS: AccountFacts['quotas'] = {
  lambda: [{ QuotaName: 'Concurrent executions', QuotaCode: 'L-B99A9384', Value: 1_000 }],
  bedrock: [
    quota('Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5', 200_000),
    quota('On-demand model inference tokens per minute for Anthropic Claude Haiku 4.5', 1),
    quota('Cross-region model inference requests per minute for Anthropic Claude Haiku 4.5', 250),
    quota('Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5 V1', 400_000),
  ],
  comprehend: RATES.map((name) => quota(`Transactions per second for ${name}`, 25)),
  textract: [
    quota('Transactions per second per account for synchronous AnalyzeDocument operations', 5),
    quota('Transactions per second per account for synchronous DetectDocumentText operations', 5),
  ],
};

/** A quota with a code of its own. */
export function quota(QuotaName: string, Value: number): ServedQuota {
  return { QuotaName, Value, QuotaCode: `L-${Buffer.from(QuotaName).toString('hex').slice(-8).toUpperCase()}` };
}
