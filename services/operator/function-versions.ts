import type { AliasConfiguration, FunctionConfiguration, LambdaClient } from '@aws-sdk/client-lambda';
import { GetAliasCommand, paginateListVersionsByFunction, UpdateAliasCommand } from '@aws-sdk/client-lambda';
import { askAws } from './ask-aws.ts';

/** What Lambda calls the code that is not published. */
const UNPUBLISHED = '$LATEST';

/** A published version. */
export interface FunctionVersion {
  /** Its number, as text. */
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly published_at: string;
  /** SHA-256 of its zip, base64. */
  readonly code_sha256: string;
}

/** Where an alias points. */
export interface AliasPosition {
  readonly version: string;
  /** Changes with the alias: whoever moves it says from where. */
  readonly revision_id: string;
}

/** Versions of functions, and the alias that callers name. Every call throws `PermissionDeniedError`, `TransientUpstreamError`, or `ConfigurationError` when there is no such function. */
export interface FunctionVersions {
  /** Every published version, the oldest first. */
  list(functionArn: string): Promise<readonly FunctionVersion[]>;
  /** Where the alias points now. */
  position(functionArn: string, alias: string): Promise<AliasPosition>;
  /** Points the alias at another version; fails when somebody else moved it in between. */
  move(functionArn: string, alias: string, from: AliasPosition, version: string): Promise<void>;
}

/** Versions by Lambda. Functions are named by ARN, so that credentials of another account are refused. */
export function createFunctionVersions(client: LambdaClient): FunctionVersions {
  return {
    list: (functionArn) => list(client, functionArn),
    position: (functionArn, alias) =>
      askAws({ action: 'lambda:GetAlias', resource: `${functionArn}:${alias}` }, async (options) => {
        const command = new GetAliasCommand({ FunctionName: functionArn, Name: alias });
        return positionOf(await client.send(command, options));
      }),
    move: (functionArn, alias, { revision_id }, version) =>
      askAws({ action: 'lambda:UpdateAlias', resource: `${functionArn}:${alias}` }, async (options) => {
        await client.send(
          new UpdateAliasCommand({
            FunctionName: functionArn,
            Name: alias,
            FunctionVersion: version,
            RevisionId: revision_id,
          }),
          options,
        );
      }),
  };
}

async function list(client: LambdaClient, functionArn: string): Promise<readonly FunctionVersion[]> {
  return askAws({ action: 'lambda:ListVersionsByFunction', resource: functionArn }, async () => {
    const found: FunctionVersion[] = [];
    for await (const { Versions = [] } of paginateListVersionsByFunction({ client }, { FunctionName: functionArn }))
      found.push(...Versions.filter(({ Version }) => Version !== UNPUBLISHED).map(versionOf));
    return found.sort((one, other) => Number(one.version) - Number(other.version));
  });
}

function versionOf({ Version = '', LastModified = '', CodeSha256 = '' }: FunctionConfiguration): FunctionVersion {
  // Lambda writes the offset without a colon: 2026-11-22T10:00:00.000+0000.
  const published_at = new Date(LastModified.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')).toISOString();
  return { version: Version, published_at, code_sha256: CodeSha256 };
}

function positionOf({ FunctionVersion = '', RevisionId = '' }: AliasConfiguration): AliasPosition {
  return { version: FunctionVersion, revision_id: RevisionId };
}
