import { z } from 'zod';
import { PassageId } from './ids.ts';

/** A piece of a passage, offsets from the passage's first character in UTF-16 code units: `text` is what stands there. */
export const Excerpt = z.object({
  text: z.string().min(1),
  passage_id: PassageId,
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});

/** A piece of a passage. */
export type Excerpt = z.infer<typeof Excerpt>;

/** A month or a year as a document gives it: `2019-03` or `2019`. */
const MonthOrYear = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/);

/** Since when and until when; `to` is null for what goes on. */
export const Period = z.object({ from: MonthOrYear, to: MonthOrYear.nullable() });

/** Since when and until when. */
export type Period = z.infer<typeof Period>;

/** A skill under its usual name, and the passages that name it. */
export const NamedSkill = z.object({ name: z.string().min(1), passage_ids: z.array(PassageId).min(1) });

/** A skill that a document names. */
export type NamedSkill = z.infer<typeof NamedSkill>;

/** How to reach the person. Personal data: it stays in this artifact, out of logs, and its passages are not given to a model. */
export const Contact = z.object({
  name: z.string().optional(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  links: z.array(z.string()),
  location: z.string().optional(),
  /** The passages that say so and nothing else. */
  passage_ids: z.array(PassageId),
});

/** How to reach the person. */
export type Contact = z.infer<typeof Contact>;

/** A dated position. */
export const ResumeRole = z.object({
  /** The line that bears the dates. */
  header: Excerpt,
  period: Period,
  title: z.string().optional(),
  organization: z.string().optional(),
  /** What was done there. */
  lines: z.array(Excerpt),
  /** Skills that its lines name. */
  skills: z.array(z.string()),
});

/** A dated position. */
export type ResumeRole = z.infer<typeof ResumeRole>;

/** A degree, a school, a course. */
export const Education = Excerpt.extend({ period: Period.optional() });

/** A degree, a school, a course. */
export type Education = z.infer<typeof Education>;

/** A resume, understood as far as it plainly can be. */
export const ResumeStructure = z.object({
  kind: z.literal('resume'),
  contact: Contact,
  roles: z.array(ResumeRole),
  education: z.array(Education),
  skills: z.array(NamedSkill),
});

/** A resume, understood as far as it plainly can be. */
export type ResumeStructure = z.infer<typeof ResumeStructure>;

/** Something that a job asks for. */
export const JobRequirement = Excerpt.extend({
  need: z.enum(['must', 'nice']),
  skills: z.array(z.string()),
  /** Years of experience asked for. */
  years: z.number().positive().optional(),
});

/** Something that a job asks for. */
export type JobRequirement = z.infer<typeof JobRequirement>;

/** What a job pays, as far as it says: amounts in whole units of the currency, gross or net as it says. */
export const Salary = Excerpt.extend({
  min: z.number().positive().optional(),
  max: z.number().positive().optional(),
  /** ISO 4217. */
  currency: z.string().length(3),
  per: z.enum(['year', 'month', 'day', 'hour']).optional(),
});

/** What a job pays. */
export type Salary = z.infer<typeof Salary>;

/** A job description, understood as far as it plainly can be. */
export const JobStructure = z.object({
  kind: z.literal('job_description'),
  requirements: z.array(JobRequirement),
  responsibilities: z.array(Excerpt),
  skills: z.array(NamedSkill),
  salary: Salary.optional(),
  location: Excerpt.optional(),
  work_arrangement: z.enum(['remote', 'hybrid', 'onsite']).optional(),
});

/** A job description, understood as far as it plainly can be. */
export type JobStructure = z.infer<typeof JobStructure>;

/** What a resume or a job description says, by what it is about. */
export const DocumentStructure = z.discriminatedUnion('kind', [ResumeStructure, JobStructure]);

/** What a resume or a job description says, by what it is about. */
export type DocumentStructure = z.infer<typeof DocumentStructure>;
