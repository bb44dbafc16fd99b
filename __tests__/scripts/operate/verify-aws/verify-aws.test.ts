import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FACTS } from '../../../../scripts/operate/verify-aws/facts.ts';
import { METRICS, PRICES, verify } from './verify-on-loopback.ts';

describe('without --paid', () => {
  it('asks what costs nothing, and says of the rest what it would cost', async () => {
    // Act
    const { exitCode, out, bedrock } = await verify([], { facts: { prices: PRICES, metrics: METRICS } });

    // Assess
    expect(exitCode).toBe(0);
    expect(bedrock.requests()).toBe(0);
    for (const { id } of FACTS) expect(out).toMatch(new RegExp(`^(confirmed|different|unknown) +${id} `, 'm'));
    expect(out).toMatch(
      /^unknown +comprehend-throttle .*\n {4}not asked: it costs \$0\.03\n {4}What to do: Ask with --paid\./m,
    );
    expect(out).toContain('0 different');
  });
});

describe('what was given', () => {
  it('without credentials ends with 5', async () => {
    // Act
    const { exitCode, err } = await verify([], { credentials: {} });

    // Assess
    expect(exitCode).toBe(5);
    expect(err).toContain('What to do:');
  });

  it.each([
    [['--only', 'nothing'], 'must be one of stack-accepted'],
    [['--url', 'somewhere'], 'must be an http or https address'],
  ])('ends with 2 when it is wrong: %j', async (flags, complaint) => {
    // Act
    const { exitCode, err } = await verify(flags);

    // Assess
    expect(exitCode).toBe(2);
    expect(err).toContain(complaint);
  });
});

it('names files that are there', () => {
  const files = FACTS.flatMap(({ configured }) => configured.split(', ')).filter((name) => /\.ts$/.test(name));
  for (const file of files) expect(readFileSync(file, 'utf8')).not.toBe('');
});
