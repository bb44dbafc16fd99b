/** The company's name in the forms that its texts use. */
export interface CompanyName {
  readonly name: string;
  /** Finds the name, with or without its legal form. */
  readonly pattern: RegExp;
}

const LEGAL_FORM =
  /,? (?:sp\. ?z ?o\.?o|s\.r\.o|d\.o\.o|kft|zrt|ehf|ltda|lda|s\.l|s\.l\.u|ug|kgaa|e\.v|pbc|llp|pvt|holding|holdings|inc|llc|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|se|kg|sa|sas|s\.a|srl|s\.r\.l|spa|s\.p\.a|bv|b\.v|nv|n\.v|ab|oy|oyj|as|a\/s|aps|pty|pte|kk|k\.k)\.?$/i;

/** Makes the pattern of a company's name. */
export function companyNameOf(name: string): CompanyName {
  const short = name.replace(LEGAL_FORM, '').replace(LEGAL_FORM, '').trim() || name;
  return {
    name: short,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu'),
  };
}
