import {
  type Certificate,
  type CertificateState,
  certificateState,
  issuedOn,
  supersedingVersion,
} from '../../lib/contest/certificate.ts';
import { localDateAt } from '../../lib/contest/local-time.ts';
import { signerLines } from '../../lib/contest/official-decision.ts';
import type { Text } from '../../lib/contest/plan.ts';
import type { PublishedResult } from '../../lib/contest/publication.ts';
import { escaped, pageStyle } from './page-html.ts';

const states: { readonly [state in CertificateState]: Text } = {
  valid: { vi: 'Giấy chứng nhận có giá trị.', en: 'This certificate is valid.' },
  revoked: {
    vi: 'Giấy chứng nhận đã bị thu hồi.',
    en: 'This certificate has been revoked.',
  },
  superseded: {
    vi: 'Giấy chứng nhận không còn giá trị: kết quả đã được đính chính hoặc thu hồi.',
    en: 'This certificate holds no more: the result has been corrected or retracted.',
  },
};

const labels = {
  heading: { vi: 'Kiểm tra giấy chứng nhận', en: 'Certificate check' },
  prize: { vi: 'Giải', en: 'Prize' },
  joint: { vi: 'đồng giải', en: 'shared' },
  applicant: { vi: 'Trao tặng', en: 'Presented to' },
  members: { vi: 'Thành viên', en: 'Members' },
  title: { vi: 'Tên ý tưởng, dự án', en: 'Title' },
  entryCode: { vi: 'Mã số dự thi', en: 'Entry' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  issued: { vi: 'Ngày cấp', en: 'Issued on' },
  code: { vi: 'Mã giấy chứng nhận', en: 'Certificate code' },
  reason: { vi: 'Lý do', en: 'Reason' },
  by: { vi: 'Văn bản', en: 'By' },
  result: { vi: 'Kết quả đã công bố', en: 'The published result' },
} as const satisfies { readonly [name: string]: Text };

/**
 * What somebody reads who scanned a certificate: whether it holds, and what must stand on the paper. Both languages on one
 * page, nothing that runs, and no search engine keeps it.
 */
export function certificatePage(
  certificate: Certificate,
  versions: readonly PublishedResult[],
): string {
  const state = certificateState(certificate, versions.at(-1));
  const { edition, organiser, editionId } = certificate;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="description" content="${labels.heading.vi} - ${labels.heading.en}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<title>${labels.heading.vi} - ${labels.heading.en}</title>
<style>${pageStyle}
</style>
</head>
<body>
<header>
<p class="meta">${both(organiser)}</p>
<h1>${labels.heading.vi}<br><span lang="en">${labels.heading.en}</span></h1>
<div class="notice${state === 'valid' ? ' good' : ''}">
<p><strong>${states[state].vi}</strong></p>
<p lang="en">${states[state].en}</p>
${rows(state === 'valid' ? [] : endOf(certificate, versions))}
</div>
</header>
<main>
<h2>${both(edition)}</h2>
${rows(faceOf(certificate))}
</main>
<footer>
<p><a href="/results/${escaped(editionId)}/index.html">${labels.result.vi}</a> · <a href="/results/${escaped(editionId)}/en.html" lang="en" hreflang="en">${labels.result.en}</a></p>
</footer>
</body>
</html>
`;
}

type Row = readonly [label: Text, html: string];

const both = ({ vi, en }: Text): string => `${escaped(vi)} · <span lang="en">${escaped(en)}</span>`;

const rows = (some: readonly Row[]): string =>
  some.length === 0
    ? ''
    : `<table>
${some.map(([label, html]) => `<tr><th scope="row">${both(label)}</th><td>${html}</td></tr>`).join('\n')}
</table>`;

const onPaper = (date: string): string => date.split('-').reverse().join('/');

/** What stands on the paper, and no more. */
function faceOf(certificate: Certificate): readonly Row[] {
  const { prize, joint, applicantName, members, title, entryCode, decision, code } = certificate;
  const { documentNumber, issuedOn: decidedOn, signer } = decision;
  const signed = escaped(signerLines(signer).join(', '));
  return [
    [labels.prize, `${both(prize)}${joint ? ` (${both(labels.joint)})` : ''}`],
    ...(applicantName === undefined
      ? []
      : [[labels.applicant, `<strong>${escaped(applicantName)}</strong>`] as const]),
    ...(members.length === 0 ? [] : [[labels.members, escaped(members.join(', '))] as const]),
    [labels.title, escaped(title)],
    [labels.entryCode, escaped(entryCode)],
    [labels.decision, `${escaped(documentNumber)}, ${onPaper(decidedOn)}<br>${signed}`],
    [labels.issued, onPaper(issuedOn(certificate))],
    [labels.code, escaped(code)],
  ];
}

/** Why and by which paper it holds no more. */
function endOf(certificate: Certificate, versions: readonly PublishedResult[]): readonly Row[] {
  const { revoked, timeZone } = certificate;
  const last = supersedingVersion(certificate, versions);
  const end = revoked ?? {
    reason: last?.reason ?? '',
    documentNumber: last?.decision.documentNumber ?? '',
    at: last?.publishedAt ?? '',
  };
  if (end.at === '') return [];
  const date = onPaper(localDateAt(end.at, timeZone));
  return [
    [labels.by, `${escaped(end.documentNumber)}, ${date}`],
    ...(end.reason === '' ? [] : [[labels.reason, escaped(end.reason)] as const]),
  ];
}
