import { describe, expect, it } from 'vitest';
import {
  type Certificate,
  certificateCode,
  certificateCodePattern,
  certificateState,
  needsCertificate,
  revokeCertificate,
  whyNotIssued,
} from '../../lib/contest/certificate.ts';
import { certificateFacts } from '../support/certificate-facts.ts';
import { refusalOf } from '../support/refusal-of.ts';

const certificate = certificateFacts();
const revocation = {
  reason: 'In nhầm',
  documentNumber: '98/QĐ',
  by: 'o',
  at: certificate.issuedAt,
};
const award = {
  prizeId: certificate.prizeId,
  prize: certificate.prize,
  joint: false,
  entryId: certificate.entryId,
  code: certificate.entryCode,
  title: certificate.title,
  trackId: 'y-tuong',
};

describe('a code', () => {
  it('has all 128 bits, in letters that are not read as others', () => {
    const zero = '0'.repeat(64);
    expect(certificateCode(zero)).toBe('00000-00000-00000-00000-000000');
    expect(certificateCode('f'.repeat(64))).toBe('7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZZ');
    const bits = Array.from({ length: 128 }, (_, bit) =>
      certificateCode((1n << BigInt(bit)).toString(16).padStart(32, '0')),
    );
    expect(new Set(bits).size).toBe(128);
    for (const code of bits) expect(code).toMatch(certificateCodePattern);
  });

  it.each([
    '',
    '00000-00000-00000-00000-00000',
    '00000-00000-00000-00000-0000000',
    '8ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZZ',
    '0000O-00000-00000-00000-000000',
    '0000I-00000-00000-00000-000000',
    '0000a-00000-00000-00000-000000',
    '00000000000000000000000000',
  ])('is not %j', (text) => {
    expect(text).not.toMatch(certificateCodePattern);
  });
});

describe('how a certificate stands', () => {
  const of = (more: Partial<Certificate>, awards = [award]) =>
    certificateState({ ...certificate, ...more }, { awards });

  it('follows its revocation first, then what is published', () => {
    expect(of({})).toBe('valid');
    expect(of({}, [])).toBe('superseded');
    expect(of({}, [{ ...award, prizeId: 'nhi' }])).toBe('superseded');
    expect(of({}, [{ ...award, entryId: 'another' }])).toBe('superseded');
    expect(of({ revoked: revocation })).toBe('revoked');
    expect(of({ revoked: revocation }, [])).toBe('revoked');
    expect(certificateState(certificate, undefined)).toBe('superseded');
  });

  it('is revoked once', () => {
    const revoked = revokeCertificate(certificate, revocation);
    expect(revoked).toEqual({ ...certificate, revoked: revocation, version: 2 });
    expect(refusalOf(() => revokeCertificate(revoked, revocation))).toEqual({
      code: 'state-conflict',
      state: 'revoked',
    });
  });
});

describe('a new certificate', () => {
  it('is for a published result that stands', () => {
    expect(whyNotIssued(undefined)).toEqual({ code: 'state-conflict', state: 'not-published' });
    expect(whyNotIssued({ state: 'retracted' })).toEqual({
      code: 'state-conflict',
      state: 'retracted',
    });
    expect(whyNotIssued({ state: 'published' })).toBeUndefined();
  });

  it('is for an award without one, or with a revoked one of an earlier version', () => {
    const revoked = { ...certificate, revoked: revocation };
    expect([
      needsCertificate(undefined, { resultVersion: 1 }),
      needsCertificate(certificate, { resultVersion: 1 }),
      needsCertificate(certificate, { resultVersion: 2 }),
      needsCertificate(revoked, { resultVersion: 1 }),
      needsCertificate(revoked, { resultVersion: 2 }),
    ]).toEqual([true, false, false, false, true]);
  });
});
