/** Parts of a saved page that are looked at: a page brings one for each picture, style sheet and frame; the largest have about 1,000. */
export const MAX_MIME_PARTS = 10_000;

/** Bytes at the start of a file or part within which its headers must end: those of mails that went through many servers are below 30 KB. */
export const MAX_MIME_HEADER_BYTES = 131_072;

/** Bytes of the headers of all parts of a mail together. */
export const MAX_MAIL_HEADERS_BYTES = 2_097_152;

/** Parts within parts: mails of mail programs have up to 5, each forwarded mail brings as many again. */
export const MAX_MIME_DEPTH = 30;

/** Forwarded mails within mails whose text is read. */
export const MAX_FORWARDED_DEPTH = 3;

/** Characters of style sheets that a saved page brings along and that are looked through for hidden text; large pages have about 1 million. */
export const MAX_STYLE_SHEET_CHARACTERS = 4_000_000;

/** Attachments that a warning names. */
export const MAX_NAMED_ATTACHMENTS = 5;

/** Characters of an attachment's name in a warning. */
export const MAX_ATTACHMENT_NAME_CHARACTERS = 60;

/** Lines of a mail that begin like a delimiter between parts: threads of many mails with pictures have below 500; 2 million take 40 s. */
export const MAX_MAIL_DELIMITER_LINES = 20_000;
