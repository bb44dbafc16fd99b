import { describe, expect, test } from '@jest/globals';
import { pageOf } from '../../../conformance/source-of.ts';
import { analyze } from './analyze.ts';

describe('languages', () => {
  test.each([
    ['en', 'We build robots for warehouses and stores.'],
    ['en', 'Led migration of monolith to microservices. Reduced hosting costs. Mentored junior engineers.'],
    ['de', 'Wir bauen Roboter für Lager und Logistik.'],
    ['fr', 'Nous construisons des robots pour les entrepôts de toute la France.'],
    ['es', 'Somos una empresa española que construye robots para almacenes y tiendas en todo el mundo.'],
    ['sv', 'Vi bygger robotar för lager och logistik i hela Norden.'],
    ['ja', '株式会社アクメはロボットを作っています'],
    ['ko', '우리는 창고용 로봇을 만듭니다'],
    ['und', 'Kontakt'],
    ['und', 'TypeScript Kafka AWS Docker Kubernetes Terraform'],
    ['und', '12345 67890'],
  ])('%s: %s', async (language, line) => {
    // Prepare, Act
    const { sources } = await analyze(pageOf('W1', [line]));
    // Assess
    expect(sources[0]?.language).toBe(language);
  });

  test('what the page declares decides only where the text leaves it open', async () => {
    // Prepare
    const danish = pageOf('W1', ['Vi udvikler robotter til lagre i hele Danmark og Norge.'], { language: 'da-DK' });
    const germanUnderEnglishTemplate = pageOf('W2', ['Wir bauen Roboter für Lager und Logistik.'], { language: 'en' });
    // Act
    const { sources } = await analyze(danish, germanUnderEnglishTemplate);
    // Assess
    expect(sources.map(({ language }) => language)).toEqual(['da', 'de']);
  });

  test('short pages of names and titles are in the language that they declare, and the bars of a table are not Hindi', async () => {
    // Prepare
    const titles = ['Directeur général délégué', 'Youssef Benhaddou', 'Directrice industrielle', 'Philippine Oudart'];
    const french = pageOf('W1', titles, { language: 'fr' });
    const table = pageOf('W2', ['Vorstandsvorsitzende | Henrike Moosbach', 'Vorstand | Cem Altunbas'], {
      language: 'de',
    });
    const japanese = pageOf('W3', ['設立 | 2009年4月', '所在地 | 神奈川県横須賀市', '従業員数 | 128名'], {
      language: 'ja',
    });
    // Act
    const { sources } = await analyze(french, table, japanese);
    // Assess
    expect(sources.map(({ language }) => language)).toEqual(['fr', 'de', 'ja']);
  });

  test('a page in English under a declaration of another language is in English', async () => {
    // Prepare
    const english = pageOf('W1', ['We build robots for the warehouses of our customers.'], { language: 'de' });
    // Act
    const { sources } = await analyze(english);
    // Assess
    expect(sources[0]?.language).toBe('en');
  });

  test('names in other languages are found by their spelling, without the capitals of sentence starts and nouns', async () => {
    // Prepare
    const german = pageOf('W1', [
      'Unser Geschäftsführer Hans Weber arbeitet mit der Bosch AG. Gegründet wurde die Acme Robotics GmbH am 3.5.2014. Der Roboter trägt Kisten.',
    ]);
    const japanese = pageOf('W2', [
      'アクメロボティクス株式会社は倉庫で働くロボットを作っています。2014年に東京で設立されました。',
    ]);
    // Act
    const { entities } = await analyze(german, japanese);
    // Assess
    expect(entities.map(({ type, name }) => `${type} ${name}`).toSorted()).toEqual(
      [
        'DATE 2014年',
        'DATE 3.5.2014',
        'ORGANIZATION Acme Robotics GmbH',
        'ORGANIZATION Bosch AG',
        'ORGANIZATION アクメロボティクス株式会社',
        'OTHER ロボット',
        'PERSON Hans Weber',
      ].toSorted(),
    );
  });

  test('terms that several passages use are key phrases in German, French and Japanese, and no verb comes with them', async () => {
    // Prepare
    const german = pageOf('W1', [
      'Wir bauen vernetzte Wägesysteme für Mühlen.',
      'Unsere Wägesysteme sind geeicht. Sie stehen im Lager.',
    ]);
    const french = pageOf('W2', [
      'Nous mesurons les besoins en eau avec des sondes de température dans les vergers.',
      'Chaque sonde compte, et les sondes de température tiennent sept ans dans la terre.',
    ]);
    const japanese = pageOf('W3', [
      '港の待ち時間を予約制で短くします。',
      '予約システムでコンテナの位置を記録します。',
      '予約システムを港に導入しました。',
    ]);
    // Act
    const { key_phrases } = await analyze(german, french, japanese);
    // Assess
    expect(key_phrases.map(({ text }) => text).toSorted()).toEqual(
      ['Wägesysteme', 'sondes de température', '予約システム'].toSorted(),
    );
  });

  test('long compounds that several passages use are key phrases in Dutch, and adjectives are none', async () => {
    // Prepare
    const dutch = pageOf('W1', [
      'Wij maken planningssoftware voor de wijk, en de verschillende roosters passen in één scherm.',
      'Met onze planningssoftware houden verschillende teams hun route bij, elke dag van de week.',
    ]);
    // Act
    const { key_phrases } = await analyze(dutch);
    // Assess
    expect(key_phrases.map(({ text }) => text)).toEqual(['planningssoftware']);
  });

  test('one gap a language names the language and every source', async () => {
    // Prepare
    const german = ['Wir bauen Roboter für Lager und Logistik.'];
    const sources = [
      pageOf('W1', german),
      pageOf('W2', german),
      pageOf('W3', ['Nous construisons des robots pour les entrepôts de toute la France.']),
    ];
    // Act
    const { gaps } = await analyze(...sources);
    // Assess
    expect(gaps.map(({ sought, where }) => [sought, where])).toEqual([
      ['sentiment of text in German', 'W1 (https://acme.example/w1), W2 (https://acme.example/w2)'],
      ['sentiment of text in French', 'W3 (https://acme.example/w3)'],
    ]);
  });
});
