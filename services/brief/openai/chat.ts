/** What writing with an OpenAI-compatible endpoint needs, loaded together when first asked for. */
export { createModelWriter } from '../model/model-writer.ts';
export { createChatTransport } from './chat-transport.ts';
export { openAiSettings } from './openai-settings.ts';
