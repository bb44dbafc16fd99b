import type { ConsoleSettings } from '../../model/settings.ts';
import { button } from '../button.ts';
import { el } from '../element.ts';
import type { FormFields } from './form-fields.ts';

/** What the scenarios do, for whoever tries them. */
const SCENARIOS: Readonly<Record<NonNullable<ConsoleSettings['scenario']>, string>> = {
  ok: 'every run succeeds',
  slow: 'every step takes seconds',
  failed: 'every run fails',
  throttled: 'starts are refused at first, and a step is tried again',
  degraded: 'a page cannot be read',
};

const EXAMPLE = {
  company_name: 'Kindlewater',
  company_url: 'https://kindlewater.example',
  role: 'Senior Backend Engineer, Telemetry',
  audience: 'hiring_manager',
  job_description: 'You have run services in Go or Rust in production, and know PostgreSQL and Kafka.',
} as const;

/** Says that the server plays a scenario, and fills the form with its company; nothing on a server that does not. */
export function exampleNotice({ scenario }: ConsoleSettings, { fields }: FormFields): HTMLElement | undefined {
  if (scenario === undefined) return undefined;
  const fillIn = button(
    { class: 'button small' },
    () => {
      for (const [name, value] of Object.entries(EXAMPLE)) fields[name as keyof typeof EXAMPLE].control.value = value;
      fields.company_name.control.focus();
    },
    'Fill in the example',
  );
  const text = `This server plays the scenario “${scenario}”: ${SCENARIOS[scenario]}, and every run reads the site of a fictional company, Kindlewater.`;
  return el('div', { class: 'notice plain row' }, el('p', {}, text), fillIn);
}
