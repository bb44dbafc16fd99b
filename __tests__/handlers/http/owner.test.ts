import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ApiEvent } from '../../../handlers/http/api-event.ts';
import { ownerKey, ownerOf } from '../../../handlers/http/owner.ts';
import { artifactKeyParts } from '../../../services/artifacts/artifact-key.ts';

function eventOf(authorizer?: unknown): ApiEvent {
  return ApiEvent.parse({ requestContext: { requestId: 'r', ...(authorizer === undefined ? {} : { authorizer }) } });
}

const IAM = { iam: { accountId: '111122223333', userId: 'AROAX:session-1' } };
const JWT = { jwt: { claims: { iss: 'https://id.example', sub: 'user-7' } } };

describe('ownerOf', () => {
  it.each([
    ['iam', IAM, '111122223333/AROAX'],
    ['jwt', JWT, 'https://id.example|user-7'],
    ['none', undefined, 'local'],
  ] as const)('with %s is who the authorizer says', (configured, context, owner) => {
    // Act
    const found = ownerOf(eventOf(context), configured);

    // Assess
    expect(found).toBe(owner);
  });

  it.each([
    ['iam', undefined],
    ['iam', JWT],
    ['jwt', IAM],
    ['jwt', { jwt: { claims: { iss: 'https://id.example' } } }],
    ['jwt', { jwt: { claims: { iss: 'https://id.example', sub: '' } } }],
    ['iam', { iam: { accountId: '111122223333', userId: ':x' } }],
  ] as const)('with %s refuses %j', (configured, context) => {
    // Act
    const asking = (): string => ownerOf(eventOf(context), configured);

    // Assess
    expect(asking).toThrow('does not say who');
  });
});

describe('ownerKey', () => {
  it('is a part of a key for any owner, and another one for another', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        // Act
        const keys = [ownerKey(one), ownerKey(other)];

        // Assess
        expect(artifactKeyParts(keys.join('/'))).toHaveLength(2);
        expect(keys[0] === keys[1]).toBe(one === other);
      }),
    );
  });
});
