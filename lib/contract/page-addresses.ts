/** First parts of the addresses that the pages draw themselves, from one document; everything else is a file or is not there. */
const pageAddresses = ['editions', 'me', 'new-edition', 'signed-in'] as const;

/** The text of a regular expression for them, and for the front page. */
export const drawnPages = `^/(?:$|(?:${pageAddresses.join('|')})(?:/|$))`;
