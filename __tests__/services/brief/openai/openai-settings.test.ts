import { describe, expect, it } from '@jest/globals';
import { openAiSettings } from '../../../../services/brief/openai/openai-settings.ts';

const OPENAI_MODEL = 'writer-small';

describe('the settings of an OpenAI-compatible endpoint', () => {
  it.each([
    ['http://127.0.0.1:8080/v1/', 'http://127.0.0.1:8080/v1'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1'],
    ['http://[::1]:1234', 'http://[::1]:1234'],
    ['https://models.example/v1', 'https://models.example/v1'],
  ])('take %s', (url, base_url) => {
    expect(openAiSettings(url, { OPENAI_MODEL })).toEqual({ base_url, model: OPENAI_MODEL, api_key: null });
  });

  it('take the key when there is one', () => {
    expect(openAiSettings('https://models.example/v1', { OPENAI_MODEL, OPENAI_API_KEY: 'key-for-tests' }).api_key).toBe(
      'key-for-tests',
    );
  });

  it.each([
    ['', /no address/],
    ['models.example', /no address/],
    ['file:///tmp/model', /no address/],
    ['https://user:secret@models.example/v1', /no address/],
    ['http://models.example/v1', /neither https nor on this machine/],
    ['http://127.0.0.1.models.example/v1', /neither https nor on this machine/],
  ])('refuse %s', (url, message) => {
    expect(() => openAiSettings(url, { OPENAI_MODEL })).toThrow(
      expect.objectContaining({ name: 'RejectedInputError', message: expect.stringMatching(message) }),
    );
  });

  it('refuse to guess the model', () => {
    expect(() => openAiSettings('http://127.0.0.1:8080/v1', {})).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringContaining('OPENAI_MODEL') }),
    );
  });
});
