import type { PdfBlock } from './pdf-layout.ts';
import { makePdf } from './pdf-layout.ts';

const BLOCKS: readonly PdfBlock[] = [
  { kind: 'title', text: 'Kindlewater fact sheet' },
  { kind: 'heading', text: 'The company' },
  {
    kind: 'text',
    text: 'Kindlewater ApS is a software company from Odense, Denmark, that serves 62 district heating utilities in nine countries. It has 140 employees, 58 of them in engineering.',
  },
  {
    kind: 'text',
    text: 'Recurring contracts made up 91% of the revenue of €19.6 million in 2025. No customer accounts for more than 8% of revenue, and two of 62 customers left in the past five years.',
  },
  { kind: 'heading', text: 'The network under the street' },
  {
    kind: 'bullet',
    text: 'The networks that Kindlewater serves have 9,300 kilometers of pipe between them.',
  },
  { kind: 'bullet', text: 'Their heat comes from biomass (34%), waste heat (27%), gas (22%) and heat pumps (17%).' },
  { kind: 'bullet', text: 'The coldest night of 2026 was 21 January, with 2.9 million plan values sent in 24 hours.' },
  { kind: 'new_page' },
  { kind: 'title', text: 'Kindlewater in 2027' },
  { kind: 'heading', text: 'Plans' },
  {
    kind: 'text',
    text: 'By December 2027 Kindlewater wants to read every substation once a minute and to offer Coldwatch in Finland and Austria.',
  },
  { kind: 'heading', text: 'Service levels' },
  {
    kind: 'text',
    text: 'Contracts promise that readings are available 99.9% of a month. In the twelve months to September 2026 the figure was 99.94%, the outage of May included.',
  },
  { kind: 'heading', text: 'Certificates' },
  { kind: 'bullet', text: 'ISO 27001, renewed in February 2026' },
  { kind: 'bullet', text: 'IEC 62443-4-1 for the development of Sillgate, since 2023' },
  { kind: 'heading', text: 'Contact for the press' },
  { kind: 'text', text: 'press@kindlewater.example' },
];

/** Two pages of facts that the fictional company's site links, as PDF. */
export function demoFactSheet(): Promise<Uint8Array> {
  return makePdf({
    title: 'Kindlewater fact sheet',
    author: 'Kindlewater ApS',
    date: new Date('2026-10-01T08:00:00Z'),
    blocks: BLOCKS,
  });
}
