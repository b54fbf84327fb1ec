const megabyte = 1_048_576;

/** Bytes of a file that the inspection holds in memory as a whole: everything but a video. */
export const mostBytesHeld = 25 * megabyte;

/** Bytes of a file that the inspection looks at while it passes: a video. One PUT to the store could take 5 GB. */
export const mostBytesStreamed = 500 * megabyte;
