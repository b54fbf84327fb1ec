/** Controls, path separators, every mark that turns the reading direction, and noncharacters. */
const forbidden = /[/\\\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u;

/** Windows takes these for devices, with any ending and with spaces before it: `NUL .pdf`. */
const device =
  /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/iu;

const maxBytes = 255;

/**
 * Whether a name (in NFC) can be shown, sent in a header and saved anywhere: no path, control or direction mark, no
 * Windows device, no leading dash (an option) or dot (hidden), no space around it, at most 255 bytes of UTF-8.
 */
export const isFileName = (name: string): boolean =>
  name.isWellFormed() &&
  /^[^-.]/u.test(name) &&
  name === name.trim() &&
  !name.endsWith('.') &&
  !forbidden.test(name) &&
  !device.test(name) &&
  new TextEncoder().encode(name).length <= maxBytes;
