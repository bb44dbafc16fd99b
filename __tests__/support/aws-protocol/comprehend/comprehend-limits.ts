/** The documented limits of Comprehend's Batch operations ("Guidelines and quotas", API reference): what a request is held against. */
export const COMPREHEND_LIMITS = {
  documents: 25,
  document_bytes: 5_000,
  /** Dominant language asks for as many characters at least. */
  language_characters: 20,
  languages: ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja', 'ko', 'zh', 'zh-TW'],
} as const;
