import { DEFAULT_MAX_PAGES, MAX_PAGES } from '../../../../contracts/limits.ts';
import { AUDIENCE_LABELS } from '../../../../services/brief/render/labels.ts';
import { USUAL_DEADLINE_SECONDS } from '../../model/check-form.ts';
import { withScheme } from '../../model/new-run.ts';
import type { Field } from './field.ts';
import { choiceField, longField, textField } from './field.ts';
import { FileField } from './file-field.ts';

/** Everything that can be filled in. */
export interface FormFields {
  readonly fields: Readonly<
    Record<
      | 'company_name'
      | 'company_url'
      | 'role'
      | 'audience'
      | 'job_description'
      | 'also_urls'
      | 'max_pages'
      | 'deadline_seconds',
      Field
    >
  >;
  readonly files: readonly FileField[];
}

/** Makes the fields of the form, for the types of documents that the server takes. */
export function formFields(mediaTypes: Readonly<Record<string, string>>): FormFields {
  const company_url = textField(
    { name: 'company_url', label: 'Web address' },
    {
      inputmode: 'url',
      autocomplete: 'off',
      spellcheck: 'false',
      autocapitalize: 'none',
      placeholder: 'https://acme.example',
    },
  );
  company_url.control.addEventListener('change', () => {
    company_url.control.value = withScheme(company_url.control.value);
  });
  return {
    fields: {
      company_name: textField(
        { name: 'company_name', label: 'Company' },
        { autocomplete: 'organization', placeholder: 'Acme' },
      ),
      company_url,
      role: textField(
        { name: 'role', label: 'Role', optional: true },
        { autocomplete: 'organization-title', placeholder: 'Backend Engineer' },
      ),
      audience: choiceField({ name: 'audience', label: 'Whom you will talk with', optional: true }, [
        ['', 'Not known yet'],
        ...Object.entries(AUDIENCE_LABELS),
      ]),
      job_description: longField(
        {
          name: 'job_description',
          label: 'Job description',
          optional: true,
          help: 'Paste its text, or the address of its page.',
        },
        { rows: 5 },
      ),
      also_urls: longField(
        {
          name: 'also_urls',
          label: 'Further pages to read',
          optional: true,
          help: 'An address a line, such as an article or a profile.',
        },
        { rows: 3, spellcheck: 'false', autocapitalize: 'none' },
      ),
      max_pages: textField(
        {
          name: 'max_pages',
          label: 'Most pages to read',
          optional: true,
          help: `${DEFAULT_MAX_PAGES} unless you say otherwise, at most ${MAX_PAGES}.`,
        },
        { inputmode: 'numeric', placeholder: DEFAULT_MAX_PAGES },
      ),
      deadline_seconds: textField(
        {
          name: 'deadline_seconds',
          label: 'Seconds to read',
          optional: true,
          help: 'After that nothing more is read, and the brief is made of what was.',
        },
        { inputmode: 'numeric', placeholder: USUAL_DEADLINE_SECONDS },
      ),
    },
    files: [
      new FileField(
        { purpose: 'resume', label: 'Your resume', help: 'Drop it here or choose it:', several: false },
        mediaTypes,
      ),
      new FileField(
        {
          purpose: 'job_description',
          label: 'Job description as a file',
          help: 'Drop it here or choose it:',
          several: false,
        },
        mediaTypes,
      ),
      new FileField(
        {
          purpose: 'other',
          label: 'Further documents',
          help: 'Pages that you saved, an annual report, notes:',
          several: true,
        },
        mediaTypes,
      ),
    ],
  };
}
