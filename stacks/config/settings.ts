import { z } from 'zod';
import { DeployConfigSchema } from './schema.ts';
import type { SettingMeta } from './setting.ts';
import { settingMeta } from './setting.ts';

/** A setting with its place. */
export interface Setting extends SettingMeta {
  /** Its path: `limits.startBurst`. */
  readonly key: string;
  /** The environment variable that takes its place: `DEPLOY_LIMITS_START_BURST`. */
  readonly variable: string;
  readonly schema: z.ZodType;
  /** Its value when none is given, as JSON; undefined when one must be given or the environment decides. */
  readonly fallback: string | undefined;
}

/** Every setting of the configuration, in the order of the schema. */
export const SETTINGS: readonly Setting[] = settingsOf(DeployConfigSchema, '');

function settingsOf(schema: z.ZodType, path: string): Setting[] {
  const meta = settingMeta(schema);
  if (meta) return [{ ...meta, key: path, variable: variableOf(path), schema, fallback: fallbackOf(schema) }];
  const inner = schema instanceof z.ZodPrefault ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject))
    throw new TypeError(`The setting ${path} has no description: wrap its schema in setting().`);
  return Object.entries<z.ZodType>(inner.shape).flatMap(([name, part]) =>
    settingsOf(part, path === '' ? name : `${path}.${name}`),
  );
}

/** `limits.startBurst` → `DEPLOY_LIMITS_START_BURST`. */
function variableOf(key: string): string {
  const words = key.replaceAll('.', '_').replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`);
  return `DEPLOY_${words.toUpperCase()}`;
}

function fallbackOf(schema: z.ZodType): string | undefined {
  return schema instanceof z.ZodDefault ? JSON.stringify(schema.def.defaultValue) : undefined;
}
