/** Hash with which cdktf makes a resource's name its own: eight hex digits after the path in the tree of constructs. */
const CONSTRUCT_HASH = /_[0-9A-F]{8}\b/;

/** A reference in the text of a configuration: `${aws_s3_bucket.storage_bucket_6AF501AE.arn}`. */
const REFERENCE = /\$\{([a-z][a-z0-9_]*)\.([A-Za-z0-9_-]+)\.([^}]+)\}/g;

/** What people call a resource: `storage_bucket` for `aws_s3_bucket.storage_bucket_6AF501AE`. */
export function shortName(address: string): string {
  const [, ...name] = address.split('.');
  return (name.length === 0 ? address : name.join('.')).replace(CONSTRUCT_HASH, '');
}

/** Whose a role, policy, function or alias is: `ScrapeCompany` for `aws_iam_role_policy.ScrapeCompany_policy_9A8BE1E6`. */
export function ownerName(address: string): string {
  return shortName(address).replace(/_(role|policy|function|alias|log|permission|machine)$/, '');
}

/** Puts into a text, for each reference, what `valueFor` knows of it, else a readable form of it. */
export function withReferences(
  text: string,
  valueFor: (address: string, attribute: string) => string | undefined,
): string {
  return text.replace(
    REFERENCE,
    (_whole, type: string, name: string, attribute: string) =>
      valueFor(`${type}.${name}`, attribute) ?? `\${${shortName(`${type}.${name}`)}.${attribute}}`,
  );
}
