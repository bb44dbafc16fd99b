import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { withFixedDates } from './docx-dates.ts';

const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });
const lines = (...texts: readonly string[]): Paragraph[] => texts.map((text) => new Paragraph({ text }));
const list = (...texts: readonly string[]): Paragraph[] =>
  texts.map((text) => new Paragraph({ text, bullet: { level: 0 } }));

const CHILDREN: readonly Paragraph[] = [
  new Paragraph({ text: 'Senior Backend Engineer, Telemetry', heading: HeadingLevel.HEADING_1 }),
  ...lines('Kindlewater · Odense or Vilnius · two days a week in the office · full time'),
  heading('About the role'),
  ...lines(
    'You join the Telemetry team, six engineers who own everything between the gateway in the cellar and the reading in the database.',
    'In 2027 we want to read every substation once a minute instead of every six minutes, and you take the lead on what that means for ingestion and storage.',
  ),
  heading('Responsibilities'),
  ...list(
    'Design and run the TypeScript services that take in, check and store 98 million readings a day',
    'Take ingestion to 590 million readings a day within a year, without a larger on-call budget',
    'Partition and move the readings of 62 utilities without downtime',
    'Carry the pager one week in seven and write the postmortems',
    'Mentor two engineers who joined this year',
  ),
  heading('Requirements'),
  ...list(
    'At least five years of experience building backend services that run in production',
    'TypeScript and Node.js in production',
    'PostgreSQL at scale, including partitioning and migrations without downtime',
    'Hands-on experience with Kafka',
    'Services on AWS, with infrastructure described in Terraform',
    'Working knowledge of industrial protocols such as M-Bus, Modbus or OPC UA',
    'Experience with on-call duty and postmortems',
  ),
  heading('Nice to have'),
  ...list('TimescaleDB or another time-series database', 'Danish or Lithuanian', 'Experience in mentoring engineers'),
  heading('What we offer'),
  ...list(
    'DKK 660,000 to 780,000 a year in Odense, or EUR 74,000 to 88,000 in Vilnius',
    '30 days of vacation, 26 weeks of parental leave at full pay and a pension plan of 10%',
  ),
  heading('Interview process'),
  ...list(
    'A call of 30 minutes with a recruiter, who tells you the salary range',
    'A real, anonymized problem that you solve together with two engineers in 90 minutes',
    'An hour with the hiring manager about how you decide, fail and learn',
    'A panel of three people from other teams for 45 minutes',
  ),
];

/** The description of a job at the fictional company, as DOCX. */
export async function demoJobDescription(): Promise<Uint8Array> {
  const document = new Document({
    title: 'Senior Backend Engineer, Telemetry',
    creator: 'Kindlewater ApS',
    lastModifiedBy: 'Kindlewater ApS',
    sections: [{ children: CHILDREN }],
  });
  return withFixedDates(await Packer.toBuffer(document), new Date('2026-11-02T08:00:00Z'));
}
