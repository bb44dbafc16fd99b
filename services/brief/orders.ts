import { contentStems } from '../text/words.ts';

/** How an order may begin before its verb: "Please", "Never", "In one sentence, ". */
const LEAD =
  "(?:(?:please|kindly|now|then|just|simply|always|never|only|also|first|next|finally|briefly|do not|don['’]t|you (?:must|should|will|shall)|(?:can|could|would|will) you|i want you to|in [^,]{3,30},),? )*";

/** Verbs that ask whoever reads for words, in their base form: what one writes to a pupil or a program. */
const ASKING = [
  'explain|describe|summari[sz]e|translate|write|rewrite|paraphrase|elaborate|recite|narrate|imagine|pretend|suggest|define|discuss|compose|tell|say|brainstorm|guess|reply|respond|rephrase|proofread|spell|enumerate|role-?play|speak|recommend|generate|compare|calculate|compute|solve|classify|categori[sz]e|predict|identify',
  '(?:erkläre?|beschreibe?|übersetze?|schreibe?|antworte|nenne|fasse|erzähle?|berechne|stelle? dir|erklären sie|beschreiben sie|schreiben sie|antworten sie|nennen sie|übersetzen sie|fassen sie)',
  '(?:explique[zr]?|décri(?:s|vez|re)|écri(?:s|vez|re)|tradui(?:s|sez|re)|répond(?:s|ez|re)|résume[zr]?|raconte[zr]?|imagine[zr]?|calcule[zr]?)',
  '(?:explica|explique|escrib[ea]|traduce|traduzca|responda|calcula)',
  '(?:spiega|descrivi|scrivi|traduci|rispondi|riassumi|racconta|calcola|descreva|escreva|traduza|resuma|leg uit|beschrijf|schrijf|vertaal|antwoord|vat samen|vertel|bereken)',
].join('|');

/** What follows a verb that asks for words; after "is" or "are" it was a noun or a name. */
const AFTER_VERB = "(?! (?:is|are|was|were|has|have|will|can)(?![\\p{L}]))(?![\\p{L}\\p{N}’'-])";

const ASKS_FOR_WORDS = new RegExp(`^["'“‘(]?${LEAD}(?:${ASKING})${AFTER_VERB}`, 'iu');

/** Japanese, Chinese and Korean order at the end of a sentence. */
const ASKS_FOR_WORDS_CJK =
  /(?:説明|翻訳|要約|回答|返信|記述|出力|答え|書い|教え|述べ|訳し)(?:して|て|で)?(?:ください|下さい|くれ|しなさい|なさい|せよ|ろ)。?$|^(?:请)?(?:解释|描述|翻译|总结|回答|写一)/u;

/** Other verbs of orders, many of which are nouns as well, so that what follows them has to show that they are verbs. */
const DOING =
  'act add adopt analyse analyze answer apply arrange assess assign assume automate balance become begin boost break bring build buy calculate call capture carry change check choose combine come complete connect consider construct ' +
  'continue control convert cook correct count create customize cut decide deliver demonstrate deploy design detect determine develop discover double draft draw drive edit enable end enjoy enter estimate evaluate examine expand ' +
  'experience explore extend extract fill find finish fix focus follow form format formulate gain get give go grow handle have help highlight hold illustrate implement improve include increase insert inspire install invent ' +
  'keep launch lead leave let list listen live look lower make manage map master meet mention monitor move name note offer open optimize order organize outline output overcome perform pick plan play prepare present print ' +
  'produce propose protect prove provide publish put quote rank rate reach reduce refer reflect remember remove render repeat replace report research return reveal review run save schedule sell send set share shorten ' +
  'show simplify sort speed start state stay stop store streamline support switch take talk teach test think track train transform treat trust try turn understand unlock update use visit walk watch work';

const AFTER_DOING =
  ' (?:an?|the|this|that|these|those|each|every|all|any|some|no|my|your|our|his|her|its|their|me|us|it|them|him|you|with|in|on|as|to|into|only|just|why|how|what|who|which|when|where|if|whether|for|from|about|at|by|like|up|down|out|off|away|over|through|together|more|less|one|two|three|four|five|six|seven|eight|nine|ten|\\d+|["“‘\'])(?![\\p{L}])';

const ORDERS = new RegExp(`^["'“‘(]?${LEAD}(?:${DOING.split(' ').join('|')})${AFTER_DOING}`, 'iu');

/** Whether a sentence orders whoever reads it to do something: "Plan your routes in minutes.", "Explain the theory of relativity." In English, and for orders to say or write something also in German, French, Spanish, Italian, Portuguese, Dutch, Japanese and Chinese. */
export function ordersReader(text: string): boolean {
  return ASKS_FOR_WORDS.test(text) || ASKS_FOR_WORDS_CJK.test(text) || ORDERS.test(text);
}

/** What an order or a question is about: the stems of its content words but the first, which is its verb. */
export function objectStems(text: string): string[] {
  const [, ...object] = contentStems(text);
  return object;
}
