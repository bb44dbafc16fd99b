import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the AWS provider puts its default tags on resources of a type: on all whose schema has `tags_all`. */
export function takesDefaultTags(type: string): boolean {
  const folder = type.replace(/^aws_/, '').replaceAll('_', '-');
  const bindings = fileURLToPath(import.meta.resolve(`@cdktf/provider-aws/lib/${folder}/index.js`));
  return readFileSync(bindings, 'utf8').includes('tags_all');
}
