import type { z } from 'zod';

/** What is known of a setting beside its type. */
export interface SettingMeta {
  /** One sentence for the documentation. */
  readonly description: string;
  /** The values that are taken, in words: stands in the documentation and in every error. */
  readonly allowed: string;
}

/** Marks a schema as a setting: a leaf of the configuration, with its meaning and its allowed values. */
export function setting<Schema extends z.ZodType>(schema: Schema, description: string, allowed: string): Schema {
  return schema.meta({ description, allowed });
}

/** What a schema says of itself, when it is a setting. */
export function settingMeta(schema: z.ZodType): SettingMeta | undefined {
  const meta = schema.meta();
  return typeof meta?.description === 'string' && typeof meta.allowed === 'string'
    ? { description: meta.description, allowed: meta.allowed }
    : undefined;
}
