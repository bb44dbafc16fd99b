import { UnreadableDocumentError } from '../../contracts/errors.ts';

/** What can be the matter with a document. */
export type DocumentProblem =
  | 'empty'
  | 'too_large'
  | 'encrypted_pdf'
  | 'damaged_pdf'
  | 'scanned_pdf'
  | 'garbled_pdf'
  | 'damaged_docx'
  | 'encrypted_office'
  | 'archive_bomb'
  | 'docx_without_text'
  | 'zip'
  | 'other_office'
  | 'open_document'
  | 'apple_document'
  | 'electronic_book'
  | 'old_word'
  | 'outlook_message'
  | 'rtf'
  | 'image'
  | 'too_many_scans'
  | 'scans_too_large'
  | 'scans_refused'
  | 'scans_without_text'
  | 'binary'
  | 'without_text'
  | 'challenge_page'
  | 'damaged_mime'
  | 'too_slow'
  | 'too_much_memory'
  | 'crashed';

interface Advice {
  /** Follows the file's name. */
  readonly what: string;
  readonly remedy: string;
}

const SAVE_AS = 'Save it as a PDF with text or as DOCX and give that file.';
const SEARCHABLE =
  'Give the pages that matter as a file of their own, the file from which they were printed, or a PDF with text that a scanning program made.';
const OPEN_AND_SAVE =
  'Open it in the program that made it, save it as a PDF anew and give that file, or copy its text into a .txt file.';

const ADVICE: { readonly [Problem in DocumentProblem]: Advice } = {
  empty: {
    what: 'is empty: the file has no bytes',
    remedy: 'Look whether it was saved or downloaded completely, and give it again.',
  },
  too_large: {
    what: 'is too large to be read',
    remedy: 'Give the pages that matter as a file of their own, or save it with smaller images.',
  },
  encrypted_pdf: {
    what: 'is a PDF that is protected with a password',
    remedy: 'Open it with its password, print it to a new PDF (or save a copy without security), and give that file.',
  },
  damaged_pdf: { what: 'is a PDF that is damaged: its pages could not be read', remedy: OPEN_AND_SAVE },
  scanned_pdf: {
    what: 'is a PDF without text: its pages are pictures, as a scanner makes them',
    remedy:
      'Have it read with --ocr local, give the file from which it was printed, or let a program with text recognition (OCR) save it as a searchable PDF.',
  },
  garbled_pdf: {
    what: 'is a PDF whose fonts do not say which letters they draw',
    remedy:
      'Have it read with --ocr local, or open it in the program that made it and save it as a PDF anew or as DOCX.',
  },
  damaged_docx: { what: 'is a Word document (DOCX) that is damaged', remedy: OPEN_AND_SAVE },
  encrypted_office: {
    what: 'is an Office document that is protected with a password or in a format from before 2007',
    remedy: 'Open it, remove the password, save it as DOCX or PDF, and give that file.',
  },
  archive_bomb: {
    what: 'is a Word document (DOCX) that unpacks to far more than a document has, so it was not unpacked',
    remedy: OPEN_AND_SAVE,
  },
  docx_without_text: { what: 'is a Word document (DOCX) without text', remedy: SAVE_AS },
  zip: {
    what: 'is a zip archive and not a document, whatever its name says',
    remedy: 'Unpack it and give the documents in it one by one, as PDF or DOCX.',
  },
  other_office: {
    what: 'is a spreadsheet or a presentation, which is not read',
    remedy: 'Save it as a PDF with text and give that file.',
  },
  open_document: {
    what: 'is an OpenDocument file (.odt, .ods or .odp), which is not read',
    remedy: 'Open it in LibreOffice or Word, save it as DOCX or as a PDF, and give that file.',
  },
  apple_document: {
    what: 'is a document of Pages, Numbers or Keynote, which is not read',
    remedy: 'Open it in that program, choose File, Export To, PDF or Word, and give that file.',
  },
  electronic_book: {
    what: 'is an electronic book (.epub), which is not read',
    remedy: 'Save the chapters that matter as a PDF or as text and give that file.',
  },
  old_word: { what: 'is a Word document in the format from before 2007 (.doc), which is not read', remedy: SAVE_AS },
  outlook_message: {
    what: 'is a message of Outlook (.msg), which is not read',
    remedy: 'Open it in Outlook, save it as .eml or print it to a PDF, and give that file.',
  },
  rtf: { what: 'is a document in the Rich Text Format (.rtf), which is not read', remedy: SAVE_AS },
  image: {
    what: 'is an image, and text in images is not read',
    remedy:
      'Save it as PNG, JPEG, TIFF or PDF and have it read with --ocr local, or give the document from which it was made.',
  },
  too_many_scans: {
    what: 'has more pages without text, as a scanner makes them, than text recognition takes',
    remedy: SEARCHABLE,
  },
  scans_too_large: {
    what: 'is a scan whose pages are too large for text recognition',
    remedy: 'Save it with a lower resolution (300 dots per inch are enough) and give it again.',
  },
  scans_refused: {
    what: 'is a scan that text recognition could not read',
    remedy: SEARCHABLE,
  },
  scans_without_text: {
    what: 'is a picture in which text recognition found no text',
    remedy: 'Look whether it is the right file, upright and sharp, and give it again.',
  },
  binary: {
    what: 'is of a type that is not read: neither PDF, DOCX, HTML, Markdown, plain text, a saved page (.mhtml) nor an e-mail (.eml)',
    remedy: SAVE_AS,
  },
  without_text: {
    what: 'has no text that a reader would see',
    remedy: 'Look whether it was saved completely, and give it again.',
  },
  challenge_page: {
    what: 'is a saved web page that holds only a check for robots or a consent question, and not the page behind it',
    remedy: 'Open the page in a browser, wait until its text is to be seen, save it anew and give that file.',
  },
  damaged_mime: {
    what: 'is a saved page (.mht, .mhtml) or an e-mail (.eml) that is damaged: its parts could not be told apart',
    remedy:
      'Save it anew, a page as "Webpage, Complete" or as a PDF, and give that file, or copy its text into a .txt file.',
  },
  too_slow: {
    what: 'took too long to be read',
    remedy: 'Give the pages that matter as a file of their own, or a longer deadline with --deadline SECONDS.',
  },
  too_much_memory: { what: 'needs more memory to be read than a document may take', remedy: OPEN_AND_SAVE },
  crashed: { what: 'made the program that reads it fail', remedy: OPEN_AND_SAVE },
};

/** The error for a document that cannot be read: names the file, says what it is, and what to do. */
export function unreadable(
  file_name: string,
  problem: DocumentProblem,
  details: { readonly cause?: unknown; readonly more?: string } = {},
): UnreadableDocumentError {
  const { what, remedy } = ADVICE[problem];
  const more = details.more === undefined ? '' : ` (${details.more})`;
  const message = `"${file_name}" ${what}${more}. ${remedy}`;
  return new UnreadableDocumentError(message, {
    remedy,
    ...(details.cause === undefined ? {} : { cause: details.cause }),
  });
}
