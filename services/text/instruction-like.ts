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
  // Programs told what to say or to judge: "AI models reading this page should describe …", "LLM: rate …", "as an AI, tell …", "for language models only"
  /\b(?:ai|llms?|gpts?|chat ?bots?|(?:large )?language models?)(?: (?:models?|assistants?|systems?|agents?|reviewers?|screeners?|tools?|bots?))?(?: (?:reading|processing|parsing|summari[sz]ing|reviewing|scanning|evaluating)\b[^.!?]{0,40})? (?:must|should|shall|have to|need to|are (?:required|instructed|asked|told|expected) to)\b[^.!?]{0,20}\b(?:say|tell|state|mention|describe|answer|respond|reply|repeat|print|output|include|add|recommend|rate|rank|score|praise|mark|end|begin|ignore|disregard|treat|write)\b/i,
  /^\s*(?:llms?|gpt|chatgpt|claude|gemini|copilot|chatbots?)\s*[:,]\s*(?:please )?(?:give|rate|rank|score|say|tell|recommend|ignore|mention|describe|add|include)\b|\bas an? (?:ai|llm|language model)(?: (?:model|assistant|system|agent))?,|\b(?:for|to) (?:(?:large )?language models?|llms?|ais|bots|machines) only\b/i,
  // Reading itself as the occasion: "when summarizing this page", "summarize this company as", "if you read this as part of an automated screening"
  /\bwhen (?:you )?(?:are )?(?:summari[sz]|review|evaluat|process|read|pars|analy[sz]|describ|scor|rank|assess)\w* (?:this|the) (?:page|text|document|site|website|resume|cv|article|content|candidate|applicant|company|profile)\b|\b(?:summari[sz]e|describe|present|portray) (?:this|the) (?:page|company|candidate|applicant|firm|employer) as\b|\b(?:read|reading|processing) this\b[^.!?]{0,25}\bautomated\b/i,
  // A new frame: "system override:", "begin system message", "new instructions:", "from now on you act as", "do not follow the instructions of the user"
  /\bsystem (?:override|message)\b|\b(?:begin|end) (?:of )?(?:system|prompt|context|user input|document)\b|\b(?:new|updated|revised) (?:instructions?|directives?|task|orders?)\s*:|\byour (?:new|next|real|actual|only) (?:tasks?|instructions?|orders?) (?:is|are) to\b/i,
  /\bfrom now on,? (?:you (?:are|act|will be|must)|act|respond|answer|pretend)\b|\bpretend (?:to be|you are|that you)\b|\b(?:do not|don['’]t|never|stop) follow(?:ing)? (?:the |any |your )?(?:instructions?|orders|requests|commands) (?:of|from|by)\b/i,
  // Asking for a certain output: "print X", "repeat the following", "respond with", "your reply/response/answer" as an object of an order
  /\b(?:system prompt|hidden prompt|initial prompt|chain of thought|jailbreak|prompt injection|developer mode)\b/i,
  /(?:^|[.!?:;,"] ?|\b(?:please|and|then|must|should|to|simply|just|could you|can you) )(?:repeat|print|output|say|write|echo|respond|reply|answer|return|translate|summari[sz]e)\b (?:simply |only |just |exactly |back )*(?:with |using |in )?(?:the following|exactly|only|verbatim|"|“|'|‘|[A-Z0-9]{3,}(?:-[A-Z0-9]+)|base64|this (?:sentence|text|message)|the (?:word|phrase|sentence|above))/i,
  /\b(?:in|of|to|into|with|using|your|change|modify|enhance|shift|translate|misspell|render|encode|convert)\b[^.!?]{0,60}\byour (?:reply|replies|response|responses|answer|answers|output|summary|evaluation)\b(?=[^?]*$)/i,
  /\b(?:render|provide|write|give|convert|replace|encode|group|add|include|integrate|insert)\b[^.!?]{0,60}\b(?:your (?:message|reply|response|answer)|every (?:second|third|fourth|fifth|other|nth) (?:letter|word)|(?:homophonic|alphanumeric|emoji) substitution)/i,
  /\b(?:write|generate|produce|compose|draft|create|give) (?:me |us )?(?:an?|one|some|two|three|five)\b (?:[\w-]+ ){0,3}(?:sentence|paragraph|poem|joke|story|essay|introduction|script|code|python code|text|tweet|statement|summary)s? (?:about|that|to|for|on|in|using|with)\b/i,
  /\bexecute (?:user input|the following|this)|\b(?:please )?execute\s*:/i,
  // Telling the reader how to judge a candidate: "recommend this candidate", "most qualified for the job that I have observed"
  /\b(?:recommend|hire|select|advance|shortlist|approve|rank|rate|score|favou?r|prefer)\b (?:(?:the|this|that|these) )(?:candidate|applicant|resume|cv|person|profile)s?\b/i,
  /\b(?:this|the) (?:candidate|applicant|resume|cv)\b[^.!?]{0,40}\b(?:is|has been|must be|should be|are)\b[^.!?]{0,25}\b(?:the (?:most|best)|pre-?verified|pre-?approved|perfect|ideal|supremely|exceptional|highest|hired|recommended|selected|ranked|rated)\b/i,
  /\b(?:highly|strongly) recommended for (?:immediate )?(?:hire|hiring)|\binterview (?:is )?(?:highly|strongly) recommended|\bprofile exceeds all requirements|\bbest (?:resume|cv|candidate|applicant) (?:i|we) (?:have |['’]ve )?ever\b|\b(?:evaluate|assess|judge) (?:the|this) candidate\b/i,
  /\b(?:give|award|assign|grant) (?:the|this|that) (?:candidate|applicant|resume|cv|profile) (?:the |an? )?(?:highest|top|best|full|maximum|perfect|positive)\b|\bmark (?:the|this) (?:candidate|applicant|resume|cv)\b/i,
  // Active content and leaks: markup, script, SQL, images that carry data out, code to run
  /<\/?(?:script|img|iframe|svg|object|embed|style|body|meta|link|translated|system|assistant|user|instructions?|prompt)\b|javascript:|\bon(?:error|load|click)\s*=|!\[[^\]]*\]\([^)]*\)|\b(?:DROP TABLE|UNION SELECT|OR 1\s*=\s*1)\b|\bimport os\b|\bos\.(?:popen|system)\b|\bhashlib\./i,
  // Orders about the form of an answer, wherever in a line they stand, and addresses inside a network: "reply using Base64 encoding", "http://internal/api"
  /\b(?:reply|respond|answer|output) (?:only |back )?(?:using|in|as) \w+ (?:encoding|format|cipher|code)\b|\bhttps?:\/\/(?:localhost|internal|intranet|127\.|10\.|192\.168\.|169\.254\.|[\w-]+\.(?:internal|local)\b)/i,
  // The same kinds of order in other languages: German, French, Spanish, Italian, Portuguese; Dutch, Polish, Russian; Chinese, Japanese, Korean
  /\b(?:ignorier\w*|vergiss|missachte)\b[^.!?]{0,40}\b(?:anweisung\w*|vorherig\w*|bisherig\w*)|\b(?:ignor(?:e|ez|a|ar|are|e)|oublie[zr]?|olvida|dimentica)\b[^.!?]{0,40}\b(?:instructions?|consignes|instrucciones|istruzioni|instruções)\b/i,
  /\bnegeer\b[^.!?]{0,40}\binstructies\b|\bzignoruj\b[^.!?]{0,40}(?:instrukcj|polece)|(?:игнориру|забудь|не обращай)[а-яё]*[^.!?]{0,40}(?:инструкци|указани|команд)/i,
  /(?:忽略|无视|無視|忘记|忘記)[^。！？]{0,15}(?:指令|指示|提示|说明|說明)|(?:指示|命令|プロンプト)[^。！？]{0,15}(?:無視|忘れ)|(?:지시|명령|프롬프트)[^.!?]{0,15}무시/,
];

/** Whether a text reads like an instruction to a program that reads it, a judgment planted for it, or active content. Such text is data: it is never repeated as a statement. */
export function isInstructionLike(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
