/** A claim of the tables below: what is said, and the words it cites. */
export interface TableClaim {
  readonly why: string;
  readonly quotes: readonly string[];
  readonly statement: string;
}

const leaders = 'Mara Lindqvist, Chief Executive Officer. Erik Holm, Chief Technology Officer.';

/** Claims that do not stand, by the reason that must be given. */
export const FALSE_CLAIMS: readonly (TableClaim & { readonly reason: string })[] = [
  {
    why: 'changed number',
    reason: 'number_not_in_quote',
    quotes: ['Today 140 people work at Lanternfish.'],
    statement: 'Lanternfish has 240 people.',
  },
  {
    why: 'changed scale',
    reason: 'number_not_in_quote',
    quotes: ['We serve 2.5 million riders a day.'],
    statement: 'They serve 2.5 billion riders a day.',
  },
  {
    why: 'number word changed',
    reason: 'number_not_in_quote',
    quotes: ['We have offices in three cities.'],
    statement: 'They have offices in seven cities.',
  },
  {
    why: 'percent made a count',
    reason: 'number_not_in_quote',
    quotes: ['Energy costs fell by 18 percent.'],
    statement: 'Energy costs fell by 18 euros.',
  },
  {
    why: 'currency changed',
    reason: 'number_not_in_quote',
    quotes: ['The round of €38 million was led by Northlight.'],
    statement: 'Northlight led a round of $38 million.',
  },
  {
    why: 'numbers swapped',
    reason: 'number_not_in_quote',
    quotes: ['We have 40 engineers and 12 offices.'],
    statement: 'They have 12 engineers and 40 offices.',
  },
  {
    why: 'number invented',
    reason: 'number_not_in_quote',
    quotes: ['Customers in many countries use it.'],
    statement: 'Customers in 9 countries use it.',
  },
  {
    why: 'number joined to its unit changed',
    reason: 'number_not_in_quote',
    quotes: ['You talk with a recruiter for 30 minutes.'],
    statement: 'You have a 45-minute talk with a recruiter.',
  },
  {
    why: 'wrong year',
    reason: 'number_not_in_quote',
    quotes: ['Lanternfish was founded in 2017.'],
    statement: 'Lanternfish was founded in 2015.',
  },
  {
    why: 'wrong month',
    reason: 'date_not_in_source',
    quotes: ['The office opened on 3 March 2026.'],
    statement: 'The office opened on 3 May 2026.',
  },
  {
    why: 'wrong day',
    reason: 'number_not_in_quote',
    quotes: ['The office opened on March 3, 2026.'],
    statement: 'The office opened on March 4, 2026.',
  },
  {
    why: 'name swapped',
    reason: 'name_not_in_quote',
    quotes: ['Mara Lindqvist founded the company.'],
    statement: 'Petra Sandoval founded the company.',
  },
  {
    why: 'name swapped at the start, one word',
    reason: 'name_not_in_quote',
    quotes: ['Kafka carries the telemetry.'],
    statement: 'Pulsar carries the telemetry.',
  },
  {
    why: 'two people mixed',
    reason: 'name_not_in_quote',
    quotes: [leaders],
    statement: 'Mara Holm leads the company.',
  },
  {
    why: 'product invented',
    reason: 'name_not_in_quote',
    quotes: ['Tideplan plans the charging of buses.'],
    statement: 'With Wavebox they plan the charging of buses.',
  },
  {
    why: 'customer invented',
    reason: 'name_not_in_quote',
    quotes: ['Tideplan is used by Verdal Transit.'],
    statement: 'Tideplan is used by Verdal Transit and Oslo Metro.',
  },
  {
    why: 'technology invented',
    reason: 'name_not_in_quote',
    quotes: ['Our services are written in Go.'],
    statement: 'Our services are written in Go and EC2 runs them.',
  },
  {
    why: 'roles swapped',
    reason: 'role_not_in_quote',
    quotes: [leaders],
    statement: 'Erik Holm is Chief Executive Officer.',
  },
  {
    why: 'roles swapped, abbreviated',
    reason: 'role_not_in_quote',
    quotes: [leaders],
    statement: 'Mara Lindqvist — CTO',
  },
  {
    why: 'invented role',
    reason: 'role_not_in_quote',
    quotes: ['Mara Lindqvist, Chief Executive Officer.'],
    statement: 'Mara Lindqvist — Chief Financial Officer',
  },
  {
    why: 'invented role in lower case',
    reason: 'role_not_in_quote',
    quotes: ['Mara Lindqvist joined in 2019 as an engineer.'],
    statement: 'Mara Lindqvist is the chief financial officer and an engineer since 2019.',
  },
  {
    why: 'negation added',
    reason: 'negation_differs',
    quotes: ['Lanternfish sells telemetry to grid operators.'],
    statement: 'Lanternfish does not sell telemetry to grid operators.',
  },
  {
    why: 'negation removed',
    reason: 'negation_differs',
    quotes: ['We never sell telemetry to grid operators.'],
    statement: 'They sell telemetry to grid operators.',
  },
  {
    why: 'negation by nobody',
    reason: 'negation_differs',
    quotes: ['Nobody works on weekends here.'],
    statement: 'They work on weekends here.',
  },
  {
    why: 'contracted negation',
    reason: 'negation_differs',
    quotes: ["We don't require a degree."],
    statement: 'They require a degree.',
  },
  {
    why: 'former made current',
    reason: 'negation_differs',
    quotes: ['Tobias Okafor, former Chief Technology Officer, spoke at the event.'],
    statement: 'Tobias Okafor, Chief Technology Officer, spoke at the event.',
  },
  {
    why: 'without dropped',
    reason: 'negation_differs',
    quotes: ['The migration ran without downtime for customers.'],
    statement: 'The migration ran with downtime for customers.',
  },
  {
    why: 'another statement',
    reason: 'not_what_the_quote_says',
    quotes: ['Tideplan keeps every limit even when chargers fail.'],
    statement: 'The best pizza of the city is served on the ground floor.',
  },
  {
    why: 'half invented',
    reason: 'not_what_the_quote_says',
    quotes: ['We store plans in PostgreSQL.'],
    statement: 'We store plans in PostgreSQL because regulators demanded strict audit trails after complaints.',
  },
];

/** True paraphrases that must stay. */
export const TRUE_CLAIMS: readonly TableClaim[] = [
  {
    why: 'number joined to its unit',
    quotes: ['You talk with a recruiter for 30 minutes.'],
    statement: 'You have a 30-minute talk with a recruiter.',
  },
  {
    why: 'number written out',
    quotes: ['We serve 2,500,000 riders a day.'],
    statement: 'They serve 2.5 million riders a day.',
  },
  { why: 'number word', quotes: ['We have offices in three cities.'], statement: 'They have offices in 3 cities.' },
  {
    why: 'other separators',
    quotes: ['Más de 2.500.000 viajeros usan el servicio.'],
    statement: 'Más de 2,500,000 viajeros usan el servicio.',
  },
  { why: 'percent sign', quotes: ['Energy costs fell by 18 percent.'], statement: 'Energy costs fell by 18%.' },
  {
    why: 'other date form',
    quotes: ['The office opened on 2026-03-03.'],
    statement: 'The office opened on 3 March 2026.',
  },
  {
    why: 'less exact date',
    quotes: ['The office opened on March 3, 2026.'],
    statement: 'The office opened in March 2026.',
  },
  { why: 'abbreviated title', quotes: [leaders], statement: 'Mara Lindqvist is the CEO.' },
  { why: 'title before the name', quotes: [leaders], statement: 'Chief Technology Officer Erik Holm' },
  {
    why: 'two people, each with the right title',
    quotes: [leaders],
    statement: 'Mara Lindqvist is CEO and Erik Holm is CTO.',
  },
  {
    why: 'name and title from two blocks',
    quotes: ['Mara Lindqvist', 'Chief Executive Officer and co-founder'],
    statement: 'Mara Lindqvist — Chief Executive Officer and co-founder',
  },
  {
    why: 'surname alone',
    quotes: ['Mara Lindqvist founded the company in Gothenburg.'],
    statement: 'Lindqvist founded the company in Gothenburg.',
  },
  {
    why: 'possessive',
    quotes: ['Tideplan plans the charging of a depot.'],
    statement: "Tideplan's plans cover the charging of a depot.",
  },
  {
    why: 'company named for we',
    quotes: ['We build software for bus operators.'],
    statement: 'Lanternfish builds software for bus operators.',
  },
  {
    why: 'other word order',
    quotes: ['Last year Verdal Transit cut its energy bill with Tideplan.'],
    statement: 'Verdal Transit cut its energy bill with Tideplan last year.',
  },
  {
    why: 'part of a sentence',
    quotes: ['Lanternfish plans and controls the charging of electric buses, so that every bus leaves the depot full.'],
    statement: 'Lanternfish plans the charging of electric buses.',
  },
  {
    why: 'negation kept',
    quotes: ['We never sell telemetry to grid operators.'],
    statement: 'They do not sell telemetry to grid operators.',
  },
  {
    why: 'not only is no negation',
    quotes: ['We not only build the software but also run it.'],
    statement: 'They build the software and run it.',
  },
  {
    why: 'two quotes together',
    quotes: ['Today 140 people work at Lanternfish.', 'Our offices are in Gothenburg and Porto.'],
    statement: '140 people work at Lanternfish, with offices in Gothenburg and Porto.',
  },
  {
    why: 'ordinary word at the start',
    quotes: ['Tideplan is used by operators in nine countries.'],
    statement: 'Operators in nine countries use Tideplan.',
  },
  {
    why: 'German, word for word in part',
    quotes: ['Wir entwickeln Software für die Ladeplanung von Bussen und beschäftigen 140 Menschen.'],
    statement: 'Wir entwickeln Software für die Ladeplanung von Bussen',
  },
  {
    why: 'Japanese sentence',
    quotes: ['株式会社ランタンは電気バスの充電を管理します。東京にあります。'],
    statement: '株式会社ランタンは電気バスの充電を管理します。',
  },
];
