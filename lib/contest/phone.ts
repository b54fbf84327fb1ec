/**
 * A Vietnamese telephone number in E.164, or undefined if it is none. Taken with 0, 84, +84 or nothing before it, and with
 * spaces, dots, dashes and brackets: mobile numbers of any carrier (leading 3, 5, 7, 8, 9; carriers come and go, so
 * they are not listed) and landlines (0260 of Kon Tum), which is all that many cooperatives have.
 */
export const normalisePhone = (text: string): string | undefined => {
  const digits = text.replace(/[\s.()\u2010-\u2015-]/gu, '');
  const [, subscriber] = /^(?:\+?84)?0?([35789]\d{8}|2\d{9})$/.exec(digits) ?? [];
  return subscriber === undefined ? undefined : `+84${subscriber}`;
};
