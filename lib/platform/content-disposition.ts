/** Controls, and the marks that turn the reading direction: `gnp.exe` can be made to look like `exe.png` with them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Path separators and what Windows keeps out of a file name. */
const NOT_IN_A_NAME = /[/\\:*?"<>|]/g;
const COMBINING_MARKS = /\p{M}/gu;
/** `%` because some browsers decode it in a plain `filename` (RFC 6266, appendix D). */
const NOT_IN_THE_FALLBACK = /[^\x20-\x7e]|[%;]/gu;
const LONGEST_NAME = 200;

/**
 * The `Content-Disposition` of a download (RFC 6266): always `attachment`, an ASCII `filename` for old clients and
 * the true name, NFC, as `filename*` (RFC 8187). Any text gives a safe header.
 */
export function attachmentDisposition(fileName: string): string {
  const name = safeName(fileName);
  return `attachment; filename="${asciiFallback(name)}"; filename*=UTF-8''${extendedValue(name)}`;
}

function safeName(fileName: string): string {
  const clean = fileName
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(NOT_IN_A_NAME, '_')
    .trim();
  const short = [...clean].slice(0, LONGEST_NAME).join('');
  return short === '' ? 'file' : short;
}

function asciiFallback(name: string): string {
  return name
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(NOT_IN_THE_FALLBACK, '_');
}

/** `encodeURIComponent` leaves four characters that are no `attr-char` of RFC 8187. */
function extendedValue(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
