/** Word lists that the rules for names share; lower case throughout. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Before a person's name. */
export const HONORIFICS = list(
  'mr mrs ms mx dr prof professor sir dame rev hon herr frau madame mme monsieur señor señora',
);

/** Small words inside a person's name. */
export const NAME_PARTICLES = list(
  "van von der den de da di del della la le dos das du bin ibn al el ter ten zu af av d' y",
);

/** Small words inside the name of an organization: "Bank of England", "Procter & Gamble". */
export const NAME_LINKS = list('of & + for the');

/** Months and days that the names dictionary does not mark. */
export const CALENDAR_WORDS =
  list(`january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday q1 q2 q3 q4`);

/** Languages; nations' adjectives the names dictionary knows. */
export const LANGUAGE_NAMES =
  list(`english german french spanish italian portuguese dutch swedish danish norwegian finnish polish czech russian ukrainian greek
  turkish arabic hebrew hindi bengali mandarin cantonese chinese japanese korean vietnamese thai latin`);

/** Last words of organizations. */
export const ORGANIZATION_HEADS = list(`
  capital ventures partners group bank university institute foundation association labs laboratories technologies systems holdings agency ministry
  school college hospital council commission authority society union federation committee corporation company industries enterprises associates
  studios works airlines airways pharmaceuticals motors insurance logistics consulting academy museum church party press times post journal
  university's universität hochschule université universidad`);

/** First words of organizations that go on with "of". */
export const ORGANIZATION_OPENERS = list(
  'university bank institute ministry department college school museum board bureau office federation society academy house',
);

/** Last words of events. */
export const EVENT_HEADS = list(
  'conference summit expo congress hackathon meetup symposium olympics awards festival fair marathon forum',
);

/**
 * Words of the business and of pages that stand capitalized in headings, menus and departments; none is part of a person's name and, alone
 * or joined with each other, they name nothing.
 */
export const BUSINESS_WORDS = list(`
  about account accounts advisory agile all analytics api app application applications architecture article articles backend benefits blog board book brand
  business buy careers case center chat city client clients cloud code commerce community compliance contact content cookie cookies copyright corporate country
  course culture customer customers dashboard data delivery demo department design developer developers development diversity docs documentation
  download ecommerce education email engagement engineering enterprise environment equity event events executive expertise experience faq features finance
  financial fleet form free frontend full future general get global guide head health help hiring home hr human impact inclusion industry industries info
  information infrastructure innovation insights integration integrations intelligence international internet introduction investor investors job jobs join
  knowledge language languages launch leadership learn learning legal life local login machine management market marketing media meet member members menu mission
  mobile more network new news newsletter office offices online open operations opportunities order our overview page partner partners partnership payment
  payments people performance phone platform policies policy portfolio position positions press pricing privacy process product production products professional
  profile program programs project projects public quality questions read real recruiting references remote report research resource resources responsibilities
  retail role roles sales school science search security see senior service services share shop sign site skills social software solution solutions source
  staff stack start startup stories story strategy studies study success summary support sustainability system systems talent team teams technical technologies
  technology terms test testing tools top training transformation type us use user users value values vision watch web website week why work workflow working
  works world year years your achievements certifications interests objective employment history requirements qualifications description location salary
  hybrid permanent fulltime parttime monday friday apply contacts imprint impressum sitemap subscribe follow welcome thanks view back next previous close
  yes no ok note tip tips example examples step steps part chapter section figure table appendix contents index level introduction highlights awards`);

/** Acronyms that name a kind of thing, not a thing. */
export const COMMON_ACRONYMS = list(`
  api apis ui ux faq hr it ai ml ceo cto cfo coo cmo cpo cio ciso vp svp evp pr qa ok id url pdf cv usp roi kpi kpis okr okrs sla slo b2b b2c saas paas iaas
  r&d gdpr eur usd gbp nok sek dkk chf am pm tv pc diy faqs ngo nda rfp rfc tbd tba ad bc mvp poc sme smes gmbh ag ltd inc llc plc esg csr dei pto msc bsc phd mba
  ma ba bs ms cet utc gmt est pst kg km cm mm gb tb mb kb hz mhz ghz kw kwh mw`);

/** Menu words and calls to action: never a key phrase. */
export const NAVIGATION_WORDS = list(`
  home menu search login log sign cookie cookies privacy policy newsletter subscribe share copyright imprint sitemap contact read more click here learn back next
  previous page website site skip link links accept reject consent facebook twitter linkedin instagram youtube email phone download apply`);

/** Words too vague to carry a key phrase alone or at its head. */
export const VAGUE_WORDS = list(`
  thing things way ways lot lots time times day days year years week weeks month months hour hours minute minutes one ones part parts kind kinds sort number
  today tomorrow yesterday everyone everything something anything someone example examples case place people person man woman bit end start use need
  other others more most many much few several same such own new good great best better big small large high low first last next different
  various full whole able available possible right sure able important key main current recent`);
