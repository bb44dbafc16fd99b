import type { PdfBlock } from './pdf-layout.ts';
import { makePdf } from './pdf-layout.ts';

const bullets = (...texts: readonly string[]): PdfBlock[] => texts.map((text) => ({ kind: 'bullet', text }));

const BLOCKS: readonly PdfBlock[] = [
  { kind: 'title', text: 'Imke Valderrama' },
  { kind: 'text', text: 'Senior Backend Engineer · Hamburg · imke@valderrama.example' },
  { kind: 'heading', text: 'Summary' },
  {
    kind: 'text',
    text: 'Backend engineer with nine years of experience in TypeScript, PostgreSQL and AWS, who likes systems that have to be right at three in the morning.',
  },
  { kind: 'heading', text: 'Experience' },
  { kind: 'strong', text: 'Senior Backend Engineer, Ferrymark, Hamburg, March 2021 – Present' },
  ...bullets(
    'Built eleven TypeScript services on Node.js that process 41 million ticket scans a day for 26 ferry lines',
    'Partitioned a PostgreSQL database of 3.4 TB by month and migrated it to PostgreSQL 16 without downtime',
    'Replaced nightly batches with a RabbitMQ event stream and cut the delay of departure data from six hours to 40 seconds',
    'Moved 14 services to AWS ECS with Fargate, described in CloudFormation, and lowered the monthly bill by 28%',
    'Led the on-call rota of nine engineers and wrote 23 postmortems; calls at night fell from 31 to 7 a month',
    'Mentored three junior engineers, two of whom were promoted within 18 months',
  ),
  { kind: 'strong', text: 'Backend Engineer, Papierkranich, Leipzig, September 2017 – October 2020' },
  ...bullets(
    'Wrote the Python API with which 1,200 public libraries lend electronic books',
    'Reduced the 95th percentile of search from 2.8 seconds to 310 milliseconds with Redis and new PostgreSQL indexes',
    'Introduced contract tests and brought failed releases down from one in six to one in forty',
  ),
  { kind: 'heading', text: 'Education' },
  { kind: 'text', text: 'MSc in Computer Science, Leipzig, 2017' },
  { kind: 'heading', text: 'Skills' },
  {
    kind: 'text',
    text: 'TypeScript, Node.js, Python, PostgreSQL, Redis, RabbitMQ, Docker, AWS, CloudFormation, GitHub Actions, Grafana',
  },
  { kind: 'heading', text: 'Languages' },
  { kind: 'text', text: 'German (native), English (fluent), Spanish (good)' },
];

/** The resume of a fictional candidate, as PDF. */
export function demoResume(): Promise<Uint8Array> {
  return makePdf({
    title: 'Resume of Imke Valderrama',
    author: 'Imke Valderrama',
    date: new Date('2026-11-09T18:00:00Z'),
    blocks: BLOCKS,
  });
}
