/**
 * Stands in, in the functions' bundles, for parts of the SDK and of pdfkit that they carry and never reach: a third of a
 * bundle. Each says so if it is reached after all. See `alias` in bundling.ts.
 */
const unreachable = (what: string): never => {
  throw new Error(`${what} is left out of the bundle`);
};

/** The credentials chain of developers' machines: our clients are given theirs (client-settings.ts). */
export const defaultProvider = () => () => unreachable('the default credentials chain');

/** Made by every DynamoDB client, asked only where endpoint discovery is switched on. */
export const EndpointCache = function EndpointCache(): void {
  // Holds nothing.
};

/** For operations that stream events; we call none. */
export const EventStreamSerde = () => unreachable('event streams');

/** See EventStreamSerde. */
export const eventStreamSerdeProvider = () => unreachable('event streams');

/** What the S3 client does with its settings before any stream: nothing, here. */
export const resolveEventStreamSerdeConfig = <Settings>(settings: Settings): Settings => settings;

/** For fonts in WOFF2, with a dictionary of 465 KB: ours are TrueType. Who calls it asks for the default export. */
const decompress = () => unreachable('WOFF2');

export { decompress as default };

/** For PDFs with a password: ours have none. */
export const cbc = () => unreachable('encryption of PDFs');

/** See cbc. */
export const ecb = () => unreachable('encryption of PDFs');
