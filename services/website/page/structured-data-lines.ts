import { isoDate } from './dates.ts';
import type { JsonObject } from './json-values.ts';
import { asList, asObject, asText } from './json-values.ts';
import { plainLines } from './plain-lines.ts';
import type { Thing } from './structured-data.ts';

/** A line of readable text that metadata gives, with the date that belongs to it. */
export interface MetadataLine {
  readonly text: string;
  readonly date?: string;
}

const ARTICLE = /(?:article|blogposting|report)$/;
const ORGANIZATION = /(?:organization|corporation|business|ngo|store|agency|service)$/;
const PRODUCT = /(?:product|productgroup|softwareapplication|webapplication|mobileapplication)$/;
const DESCRIBED = /(?:webpage|website|aboutpage|event|course|brand)$/;

/** What a thing says, as lines that a reader understands: "Jane Roe, Chief Technology Officer". Types that tell a candidate nothing give none. */
export function linesOf(thing: Thing): MetadataLine[] {
  const is = (pattern: RegExp): boolean => thing.types.some((type) => pattern.test(type));
  if (is(/^person$/)) return person(thing.fields);
  if (is(/^jobposting$/)) return jobPosting(thing.fields);
  if (is(/^question$/)) return question(thing.fields);
  // An entry with an `item` is a step of a breadcrumb, or its item stands beside it as a thing of its own.
  if (is(/^listitem$/)) return thing.fields.item === undefined ? line(asText(thing.fields.name)) : [];
  if (is(ARTICLE)) return article(thing.fields);
  if (is(PRODUCT)) return [...described(thing.fields), ...offer(thing.fields)];
  if (is(ORGANIZATION)) return organization(thing.fields);
  return is(DESCRIBED) ? described(thing.fields) : [];
}

function line(text: string, date?: string): MetadataLine[] {
  return plainLines(text).map((plain) => ({ text: plain, ...(date && { date }) }));
}

function person(fields: JsonObject): MetadataLine[] {
  const title = asText(fields.jobTitle);
  return [...(title === '' ? [] : line(joined(', ', asText(fields.name), title))), ...line(asText(fields.description))];
}

function described(fields: JsonObject): MetadataLine[] {
  const description = asText(fields.description);
  return description === '' ? [] : line(joined(': ', asText(fields.name), description));
}

function organization(fields: JsonObject): MetadataLine[] {
  const founded = asText(fields.foundingDate);
  const staff = asObject(fields.numberOfEmployees)?.value ?? fields.numberOfEmployees;
  return [
    ...described(fields),
    ...line(founded && `Founded: ${founded}`),
    ...line(asText(staff) && `Employees: ${asText(staff)}`),
    ...line(labelled('Address', address(fields.address))),
    ...asList(fields.founder ?? fields.founders).flatMap((founder) => line(labelled('Founder', asText(founder)))),
  ];
}

function article(fields: JsonObject): MetadataLine[] {
  const date = isoDate(asText(fields.datePublished));
  return [
    ...line(asText(fields.headline) || asText(fields.name), date),
    ...line(asText(fields.description)),
    ...line(asText(fields.articleBody)),
  ];
}

function question(fields: JsonObject): MetadataLine[] {
  const answers = asList(fields.acceptedAnswer).map((answer) => asText(asObject(answer)?.text));
  return [...line(asText(fields.name)), ...answers.flatMap((answer) => line(answer))];
}

function jobPosting(fields: JsonObject): MetadataLine[] {
  const places = asList(fields.jobLocation).map((place) => address(asObject(place)?.address));
  const remote = asText(fields.jobLocationType).toUpperCase() === 'TELECOMMUTE' ? 'remote' : '';
  return [
    ...line(joined(', ', asText(fields.title), asText(fields.hiringOrganization)), isoDate(asText(fields.datePosted))),
    ...line(labelled('Location', joined('; ', ...places, remote))),
    ...line(
      labelled('Employment', asList(fields.employmentType).map(asText).join(', ').toLowerCase().replaceAll('_', ' ')),
    ),
    ...line(labelled('Salary', salary(fields.baseSalary))),
    ...['description', 'responsibilities', 'qualifications', 'skills', 'experienceRequirements', 'jobBenefits'].flatMap(
      (name) => line(asText(fields[name])),
    ),
  ];
}

function salary(value: unknown): string {
  const base = asObject(value);
  const amount = asObject(base?.value);
  if (base === undefined || amount === undefined) return joined(' ', asText(base?.currency), asText(base?.value));
  const range = joined('–', asText(amount.minValue), asText(amount.maxValue)) || asText(amount.value);
  const unit = asText(amount.unitText).toLowerCase();
  return range === '' ? '' : joined(' ', asText(base.currency), range, unit && `per ${unit}`);
}

function offer(fields: JsonObject): MetadataLine[] {
  const first = asObject(asList(fields.offers)[0]);
  const price = asText(first?.price ?? first?.lowPrice);
  return price === '' ? [] : line(labelled('Price', joined(' ', price, asText(first?.priceCurrency))));
}

function address(value: unknown): string {
  const fields = asObject(asList(value)[0]);
  if (fields === undefined) return asText(value);
  return joined(
    ', ',
    ...['streetAddress', 'addressLocality', 'addressRegion', 'postalCode', 'addressCountry'].map((name) =>
      asText(fields[name]),
    ),
  );
}

function labelled(label: string, text: string): string {
  return text === '' ? '' : `${label}: ${text}`;
}

function joined(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(separator);
}
