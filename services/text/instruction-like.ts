/**
 * Signs that a text talks to a program that reads it instead of to people: each is enough. They describe kinds of address, not known strings; a text
 * about such attacks is caught as well, which costs a sentence and is safe.
 */
const SIGNS: readonly RegExp[] = [
  // "Ignore all previous instructions", "disregard the rest of this data", "override manual scoring", "ignore filters"
  /\b(?:ignore|disregard|forget|override|bypass|overrule)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|preceding|foregoing|instructions?|prompts?|rules?|guidelines?|directions?|filters?|scoring|indicators?|rest of)\b/i,
  // Transcript and role marks: "[system]", "SYSTEM: …", "User: …", "### Instruction", "<|im_start|>"
  /\[\/?(?:system|inst|assistant|user|rest-of-document|admin)\]|<\|[^|>]{1,40}\|>|<<SYS>>|^\s*(?:system|assistant|user|human|ai)\s*:|(?:^|\s)(?:SYSTEM|Assistant|ASSISTANT|USER|Human)\s*:|#{2,}\s*(?:instruction|system|response)/im,
  // Addressing a program: "note to automated software", "if you are an AI", "AI assistants must", "dear LLM"
  /\b(?:note|notice|message|attention|memo|instructions?|hint|dear|hello|hey|hi)\b[^.!?]{0,20}\b(?:to|for|all)?\b[^.!?]{0,15}\b(?:ai|llms?|gpt|chatgpt|claude|gemini|copilot|chatbots?|language models?|bots?|assistants?|crawlers?|automated (?:\w+ ){0,2}(?:software|systems?|tools?|reviewers?|screen\w+))\b[^.!?]{0,30}(?::|\b(?:please|must|should|do|never|always|rate|rank|recommend|include|print|say)\b)/i,
  /\b(?:if|as|when) you(?:['’]re| are) (?:an? )?(?:ai|llm|large language model|language model|chatbot|bot|automated|assistant|machine)\b|\byou are (?:now |an? )?(?:ai|llm|dan|language model|chatbot|assistant)\b/i,
  /\b(?:for|visible to|readable by|aimed at) (?:the )?(?:llms?|ai (?:models?|assistants?|reviewers?|agents?|screeners?)|automated (?:screening|review|resume|analysis|hiring)\b[^.!?]{0,20})(?: scan)?\b[^.!?]{0,20}[:)]|\bsecrets?, (?:ai|bot)\b/i,
  // Asking for a certain output: "print X", "repeat the following", "respond with", "your reply/response/answer" as an object of an order
  /\b(?:system prompt|hidden prompt|initial prompt|chain of thought|jailbreak|prompt injection|developer mode)\b/i,
  /(?:^|[.!?:;,"] ?|\b(?:please|and|then|must|should|to|simply|just|could you|can you) )(?:repeat|print|output|say|write|echo|respond|reply|answer|return|translate|summari[sz]e)\b (?:simply |only |just |exactly |back )*(?:with |using |in )?(?:the following|exactly|only|verbatim|"|“|'|‘|[A-Z0-9]{3,}(?:-[A-Z0-9]+)|base64|this (?:sentence|text|message)|the (?:word|phrase|sentence|above))/i,
  /\b(?:in|of|to|into|with|using|your|change|modify|enhance|shift|translate|misspell|render|encode|convert)\b[^.!?]{0,60}\byour (?:reply|replies|response|responses|answer|answers|output|message|summary|evaluation)\b(?=[^?]*$)/i,
  /\b(?:render|provide|write|give|convert|replace|encode|group|add|include|integrate|insert)\b[^.!?]{0,60}\b(?:your (?:message|reply|response|answer)|every (?:second|third|fourth|fifth|other|nth) (?:letter|word)|(?:homophonic|alphanumeric|emoji) substitution)/i,
  /\b(?:write|generate|produce|compose|draft|create|give) (?:me |us )?(?:an?|one|some|two|three|five)\b (?:[\w-]+ ){0,3}(?:sentence|paragraph|poem|joke|story|essay|introduction|script|code|python code|text|tweet|statement|summary)s? (?:about|that|to|for|on|in|using|with)\b/i,
  /\bwrite \w+ (?:code|script)\b|\bexecute (?:user input|the following|this)|\b(?:please )?execute\s*:/i,
  // Telling the reader how to judge a candidate: "recommend this candidate", "most qualified for the job that I have observed"
  /\b(?:recommend|hire|select|advance|shortlist|approve|rank|rate|score|favou?r|prefer)\b (?:(?:the|this|that|these) )(?:candidate|applicant|resume|cv|person|profile)s?\b/i,
  /\b(?:this|the) (?:candidate|applicant|resume|cv)\b[^.!?]{0,40}\b(?:is|has been|must be|should be|are)\b[^.!?]{0,25}\b(?:the (?:most|best)|pre-?verified|pre-?approved|perfect|ideal|supremely|exceptional|highest|hired|recommended|selected|ranked|rated)\b/i,
  /\b(?:highly|strongly) recommended for (?:immediate )?(?:hire|hiring)|\binterview (?:is )?(?:highly|strongly) recommended|\bprofile exceeds all requirements|\bbest (?:resume|cv|candidate|applicant) (?:i|we) (?:have |['’]ve )?ever\b|\b(?:evaluate|assess|judge) (?:the|this) candidate\b/i,
  // Active content and leaks: markup, script, SQL, images that carry data out, code to run
  /<\/?(?:script|img|iframe|svg|object|embed|style|body|meta|link|translated)\b|javascript:|\bon(?:error|load|click)\s*=|!\[[^\]]*\]\([^)]*\)|\b(?:DROP TABLE|UNION SELECT|OR 1\s*=\s*1)\b|\bimport os\b|\bos\.(?:popen|system)\b|\bhashlib\./i,
  // The same kinds of order in other languages: German, French, Spanish, Italian, Portuguese
  /\b(?:ignorier\w*|vergiss|missachte)\b[^.!?]{0,40}\b(?:anweisung\w*|vorherig\w*|bisherig\w*)|\b(?:ignor(?:e|ez|a|ar|are|e)|oublie[zr]?|olvida|dimentica)\b[^.!?]{0,40}\b(?:instructions?|consignes|instrucciones|istruzioni|instruções)\b/i,
];

/** Whether a text reads like an instruction to a program that reads it, a judgment planted for it, or active content. Such text is data: it is never repeated as a statement. */
export function isInstructionLike(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
