import { type Certificate, issuedOn } from '../contest/certificate.ts';
import { dateInWords, inCapitals } from '../papers/written-forms.ts';
import type { FontName } from './fonts.ts';
import { englishDate, words } from './wording.ts';

/** A paragraph in the middle of the page; sizes are in points and shrink together when all do not fit. */
export interface Paragraph {
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly colour?: 'accent' | 'quiet';
  /** Points of air above it, at full size. */
  readonly above: number;
  /** It gets smaller before it takes more lines than this. */
  readonly mostLines: number;
}

/** What stands between the heading and the signature, from the prize down. */
export function certificateLines(certificate: Certificate): readonly Paragraph[] {
  const { prize, joint, title, entryCode, edition } = certificate;
  const shared = (language: 'vi' | 'en') => (joint ? ` (${words.joint[language]})` : '');
  return [
    {
      text: `${inCapitals(prize.vi)}${shared('vi')}`,
      font: 'bold',
      size: 26,
      colour: 'accent',
      above: 10,
      mostLines: 1,
    },
    english(`${prize.en}${shared('en')}`, 13),
    ...nameLines(certificate),
    {
      text: `${words.with.vi}: “${title}”`,
      font: 'bold',
      size: 15,
      above: 9,
      mostLines: 2,
    },
    {
      text: `${words.code.vi}: ${entryCode} · ${edition.vi}`,
      font: 'regular',
      size: 13,
      above: 4,
      mostLines: 2,
    },
    english(edition.en, 11),
    ...decisionLines(certificate),
  ];
}

const english = (text: string, size: number): Paragraph => ({
  text,
  font: 'italic',
  size,
  colour: 'quiet',
  above: 1,
  mostLines: 2,
});

/** Whoever does not agree to be named is not: then the project stands alone. */
function nameLines({ applicantName, members }: Certificate): readonly Paragraph[] {
  if (applicantName === undefined) return [];
  const given = `${words.given.vi} / ${words.given.en}`;
  return [
    { text: given, font: 'italic', size: 12, colour: 'quiet', above: 9, mostLines: 1 },
    { text: applicantName, font: 'bold', size: 24, above: 1, mostLines: 2 },
    ...(members.length === 0
      ? []
      : [
          {
            // Names are parted between, not within: a name's own spaces do not break.
            text: `${words.members.vi} ${members.map((name) => name.replaceAll(' ', '\u00a0')).join(', ')}`,
            font: 'regular' as const,
            size: 13,
            above: 3,
            mostLines: 3,
          },
        ]),
  ];
}

function decisionLines({ decision }: Certificate): readonly Paragraph[] {
  const { documentNumber, issuedOn: date } = decision;
  return [
    {
      text: `Theo Quyết định số ${documentNumber} ${dateInWords(date)}`,
      font: 'regular',
      size: 12,
      above: 7,
      mostLines: 2,
    },
    english(`By Decision No. ${documentNumber} of ${englishDate(date)}`, 10),
  ];
}

/** What stands above the place of the signature and below it. */
export function signatureLines(certificate: Certificate) {
  const { authority, position, name } = certificate.decision.signer;
  const date = dateInWords(issuedOn(certificate));
  return {
    date: `${date.charAt(0).toUpperCase()}${date.slice(1)}`,
    above: [
      ...(authority ? [inCapitals(`${authority.kind}. ${authority.of}`)] : []),
      inCapitals(position),
    ],
    name,
  };
}
