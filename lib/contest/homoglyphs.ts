const latin = /\p{Script=Latin}/u;
const alike = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * Whether Latin letters stand beside Cyrillic or Greek ones, which look the same in names: "Аpple" with a Cyrillic А. Not
 * forbidden ("α-amylase" is honest), but the secretariat should look twice.
 */
export const homoglyphWarning = (text: string): boolean => latin.test(text) && alike.test(text);
