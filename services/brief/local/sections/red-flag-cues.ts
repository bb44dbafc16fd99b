/** Words that may warn, and what to ask about them. */
export interface RedFlagCue {
  readonly pattern: RegExp;
  readonly ask: string;
}

/** Cues that job seekers' guides name again and again; none proves anything, each is worth a question. */
export const RED_FLAG_CUES: readonly RedFlagCue[] = [
  {
    pattern:
      /\blay[- ]?offs?\b|\blaid off\b|\bredundanc(?:y|ies)\b|\brestructuring\b|\bworkforce reduction\b|\breduced (?:its|our|the) (?:workforce|headcount)\b/i,
    ask: 'ask which teams it touched and whether it is over',
  },
  {
    pattern: /\blawsuits?\b|\bsued\b|\bsettlement\b|\binvestigation\b|\bclass action\b|\bfined\b/i,
    ask: 'ask what came of it',
  },
  { pattern: /\boutages?\b/i, ask: 'ask what has changed since' },
  {
    pattern:
      /\b(?:steps? down|stepped down|resigned|(?:leaves|left|is leaving) (?:the company|us(?! (?:an?|your|some|no)\b)))\b/i,
    ask: 'ask why, and who took over',
  },
  { pattern: /\bdata breach\b|\bsecurity incident\b/i, ask: 'ask what has changed since' },
  { pattern: /\bunpaid\b|\bwithout pay\b|\bcommission[- ]only\b/i, ask: 'ask exactly what is paid and when' },
  {
    pattern: /\bwear(?:s|ing)? (?:many|multiple|several|different) hats\b/i,
    ask: 'ask which task takes most of the week and who covers the rest',
  },
  {
    pattern:
      /\bfast[- ]paced\b|\bhigh[- ]pressure\b|\bhigh[- ]intensity\b|\bhustle\b|\bwork hard,? play hard\b|\bgrind\b|\brelentless\b/i,
    ask: 'ask when the team last worked late, and why',
  },
  {
    pattern: /\blike (?:a|one(?: big)?) family\b|\bwe(?:['’]re| are) (?:a|one(?: big)?) family\b/i,
    ask: 'ask how they say no to each other',
  },
  {
    pattern: /\bon[- ]call\b|\b24\/7 (?:support|availability|rota|rotation)\b|\brotating shifts\b/i,
    ask: 'ask how often it rings at night and how it is paid',
  },
  { pattern: /\brock ?stars?\b|\bninjas?\b|\b10x\b|\bsuperstars?\b/i, ask: 'ask what they mean by it in daily work' },
  {
    pattern:
      /\bweekends?\b[^.]{0,30}\b(?:required|expected|necessary|needed)\b|\blong hours\b|\bovertime\b|\bwhatever it takes\b/i,
    ask: 'ask how many hours the team worked last month',
  },
  { pattern: /\bunlimited (?:pto|vacation|holiday|time off|leave)\b/i, ask: 'ask how many days people took last year' },
  {
    pattern: /\bhigh turnover\b|\bturnover\b[^.]{0,20}\b(?:rate|high)\b/i,
    ask: 'ask how long the last person in this role stayed',
  },
  {
    pattern: /\bthick[- ]skin(?:ned)?\b|\bhandle criticism\b|\btough environment\b/i,
    ask: 'ask how disagreements end',
  },
  {
    pattern: /\bmust be (?:willing|able|available) to travel\b|\b(?:5\d|[6-9]\d) ?% travel\b|\bfrequent travel\b/i,
    ask: 'ask how many nights away it was last month',
  },
  { pattern: /\bbankruptc\w+|\binsolven\w+|\bgoing concern\b/i, ask: 'ask how long the money lasts' },
];

/** Words before a cue that take it back: "no on-call", "not a family". */
export const TAKEN_BACK = /\b(?:no|not|never|without|zero|don['’]t|do not|isn['’]t|aren['’]t|avoid|nor)\b[^.;]{0,25}$/i;
