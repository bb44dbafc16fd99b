import { SETTINGS } from '../../stacks/config/settings.ts';

/** The table of settings of an environment: key, variable, meaning, allowed values, default. */
export function deployConfigTable(): string {
  const rows = SETTINGS.map(
    ({ key, variable, description, allowed, fallback }) =>
      `| \`${key}\` | \`${variable}\` | ${description} | ${escapePipes(allowed)} | ${fallback === undefined ? '' : `\`${fallback}\``} |`,
  );
  return ['| key | variable | what it is | allowed | default |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function escapePipes(text: string): string {
  return text.replaceAll('|', '\\|');
}
