import { z } from 'zod';

/** Most tags of a resource: AWS takes 50, two are the pipeline's own. */
export const MAX_TAGS = 48;

/** What AWS takes in a tag; names that begin with `aws:` are its own. */
const NAME = /^(?!aws:)[\p{L}\p{N}\s_.:/=+@-]{1,128}$/iu;
const VALUE = /^[\p{L}\p{N}\s_.:/=+@-]{0,256}$/u;

/** Tags beside the pipeline's own. IAM takes names that differ in case alone for the same and refuses both. */
export const Tags = z
  .record(z.string().regex(NAME), z.string().regex(VALUE))
  .refine((tags) => Object.keys(tags).length <= MAX_TAGS, 'has too many tags')
  .refine(
    (tags) => new Set(Object.keys(tags).map((name) => name.toLowerCase())).size === Object.keys(tags).length,
    'has names that differ in case alone',
  );

/** The tags of everything: the pipeline's own, where the configured ones do not have a name of that kind, in whatever case. */
export function tagsWith(
  own: Readonly<Record<string, string>>,
  configured: Readonly<Record<string, string>>,
): Record<string, string> {
  const taken = new Set(Object.keys(configured).map((name) => name.toLowerCase()));
  const kept = Object.entries(own).filter(([name]) => !taken.has(name));
  return { ...Object.fromEntries(kept), ...configured };
}
