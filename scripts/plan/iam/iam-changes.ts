import type { PlannedChange } from '../changes.ts';
import type { TextReader } from '../documents.ts';
import { documentsOf, isReadable } from '../documents.ts';
import { at } from '../json-values.ts';
import { code, visible } from '../markdown.ts';
import { ownerName } from '../names.ts';
import { compareGrants } from './compare-grants.ts';
import type { Grant } from './grants.ts';
import { grantsOf } from './grants.ts';
import type { Sentence, Subject } from './sentences.ts';
import { sentencesOf } from './sentences.ts';

/** The attributes that hold policies, by the type of the resource; the second one says that the policy is about the resource, not about a role. */
const POLICY_ATTRIBUTES: Readonly<Record<string, string>> = {
  aws_iam_role_policy: 'policy',
  aws_iam_policy: 'policy',
  aws_iam_role: 'assume_role_policy',
  aws_s3_bucket_policy: 'policy',
  aws_sns_topic_policy: 'policy',
  aws_sqs_queue_policy: 'policy',
  aws_kms_key: 'policy',
};

/** The type of a route of the API: its authorizer says who may call it. */
const ROUTE_TYPE = 'aws_apigatewayv2_route';

/** What a change of a resource means for permissions. */
export interface IamChange {
  readonly change: PlannedChange;
  readonly sentences: readonly Sentence[];
  /** Whether the policy could not be read, so that a person has to. */
  readonly isUnreadable: boolean;
}

/** Whether a resource says who may do what. */
export function isAboutPermissions({ type }: { readonly type: string }): boolean {
  return (
    Object.hasOwn(POLICY_ATTRIBUTES, type) || type === 'aws_lambda_permission' || /^aws_iam_.*_attachment$/.test(type)
  );
}

/** What the changes mean for permissions, in their order; a change that leaves them as they are has no sentences. */
export function iamChanges(changes: readonly PlannedChange[], texts: TextReader): IamChange[] {
  return changes
    .filter((change) => isAboutPermissions(change) || change.type === ROUTE_TYPE)
    .map((change) => {
      if (change.type === ROUTE_TYPE) return { change, sentences: routeSentences(change), isUnreadable: false };
      const attribute = POLICY_ATTRIBUTES[change.type];
      if (attribute === undefined) return { change, sentences: simpleSentences(change, texts), isUnreadable: false };
      const both = documentsOf(texts(change, attribute));
      const isUnreadable = !isReadable(both, change);
      const grants = compareGrants(grantsOf(both.before), grantsOf(both.after));
      const sentences = isUnreadable ? [] : sentencesOf(subjectOf(change), grants);
      return { change, sentences: [...sentences, ...boundarySentences(change)], isUnreadable };
    });
}

function subjectOf({ address, type, kind }: PlannedChange): Subject {
  const name = `**${escaped(ownerName(address))}**`;
  const exists = kind === 'update' || kind === 'replace';
  return { name: type === 'aws_iam_role' ? `${name} (its role)` : name, exists };
}

/** Permissions that are attributes, not documents: who may call a function, and policies attached to a role. */
function simpleSentences(change: PlannedChange, texts: TextReader): Sentence[] {
  const grants = (side: 'before' | 'after') => {
    const values = change.change[side];
    return values === null || values === undefined
      ? []
      : [simpleGrant(change, (name) => texts(change, name)[side] ?? '')];
  };
  return sentencesOf(subjectOf(change), compareGrants(grants('before'), grants('after')));
}

function simpleGrant({ type, address }: PlannedChange, textOf: (name: string) => string): Grant {
  if (type === 'aws_lambda_permission') {
    const source = textOf('source_arn');
    return {
      effect: 'Allow',
      action: textOf('action'),
      resource: [textOf('function_name'), textOf('qualifier')].filter(Boolean).join(':'),
      principal: textOf('principal'),
      condition: source === '' ? '' : `aws:SourceArn ArnLike ${source}`,
    };
  }
  const policy = textOf('policy_arn') || address;
  return { effect: 'Allow', action: `what ${policy} allows`, resource: '', principal: '', condition: '' };
}

/** Routes that anyone may call, or no longer may. */
function routeSentences({ change }: PlannedChange): Sentence[] {
  const [before, after] = [change.before, change.after].map((side) => at(side, 'authorization_type') ?? '');
  if (before === after || ![before, after].includes('NONE')) return [];
  const route = code(String(at(change.after ?? change.before, 'route_key')));
  const isOpen = after === 'NONE';
  const what = isOpen
    ? ` may call ${route} without an authorizer. ⚠️`
    : ` may no longer call ${route} without an authorizer.`;
  return [{ direction: isOpen ? 'widened' : 'narrowed', who: '**Anyone**', what, isBroad: isOpen }];
}

/** The policy that bounds a role: without it the role may do all that its policies say. */
function boundarySentences({ change, type, address }: PlannedChange): Sentence[] {
  const [before, after] = [
    at(change.before, 'permissions_boundary') ?? '',
    at(change.after, 'permissions_boundary') ?? '',
  ];
  if (type !== 'aws_iam_role' || change.before === null || change.after === null || before === after) return [];
  const textOf = (arn: unknown) => (arn === '' ? 'none' : code(String(arn)));
  const what = `: the permissions boundary was ${textOf(before)} and is now ${textOf(after)}.`;
  const direction = after === '' ? 'widened' : before === '' ? 'narrowed' : 'changed';
  return [{ direction, who: `**${escaped(ownerName(address))}** (its role)`, what, isBroad: after === '' }];
}

/** A name in running text: whatever Markdown could take for a mark is escaped. */
function escaped(name: string): string {
  return visible(name).replace(/[^\w-]/g, '\\$&');
}
