/** The company's name in the forms that its texts use. */
export interface CompanyName {
  readonly name: string;
  /** Finds the name, with or without its legal form. */
  readonly pattern: RegExp;
}

const LEGAL_FORM =
  /,? (?:(?:gmbh|ag|se|ug|b\.?v\.?) ?& ?co\.? ?(?:kgaa|kg|ohg)|& ?co\.? ?kg|e\. ?k|sarl|s\.a\.r\.l|sasu|s\.a\.s|s\.a\.u|unipessoal lda|sp\. ?z ?o\.?o|s\.r\.o|d\.o\.o|kft|zrt|ehf|ltda|lda|s\.l|s\.l\.u|ug|kgaa|e\.v|pbc|llp|pvt|holding|holdings|inc|llc|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|se|kg|sa|sas|s\.a|srl|s\.r\.l|spa|s\.p\.a|bv|b\.v|nv|n\.v|ab|oy|oyj|as|a\/s|aps|pty|pte|kk|k\.k)\.?$/i;

const CJK_LEGAL_FORM =
  /^(?:株式会社|有限会社|合同会社|\(株\)|주식회사 ?)|(?:株式会社|有限会社|合同会社|\(株\)|有限公司| ?주식회사)$/gu;

/** What groups of companies write before their name, which their pages mostly leave out. */
const GROUP = /^(?:groupe|gruppo|grupo) (?=\S{3})/iu;

/** What a company is, after the word that it is called by: its pages mostly say "Corvane" for "Corvane Systems". */
const KIND = /(?<=\S{4}) (?:systems?|technolog(?:y|ies)|software|solutions|labs|group|analytics|industries)$/iu;

/** Makes the pattern of a company's name. */
export function companyNameOf(name: string): CompanyName {
  const short =
    name.replace(LEGAL_FORM, '').replace(LEGAL_FORM, '').replace(CJK_LEGAL_FORM, '').replace(GROUP, '').trim() || name;
  const words = short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(KIND, '(?:$&)?');
  return {
    name: short,
    pattern: new RegExp(`(?<!${besideOf(short.at(0) ?? '')})${words}(?!${besideOf(short.at(-1) ?? '')})`, 'iu'),
  };
}

/** What would make a character part of a longer word: in scripts without spaces particles follow a name directly, so only more Katakana does. */
function besideOf(character: string): string {
  if (/[\p{Script=Katakana}ー]/u.test(character)) return '[\\p{Script=Katakana}ー]';
  return /\p{Lo}/u.test(character) ? '[^\\s\\S]' : '[\\p{Lu}\\p{Ll}\\p{Lt}\\p{N}]';
}
