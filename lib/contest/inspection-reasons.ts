/** Why a stored file was turned away: what a person is told, never how it was found. */
export type InspectionReason =
  /** Not as many bytes as were announced. */
  | 'size-mismatch'
  /** Not the bytes that were announced. */
  | 'hash-mismatch'
  /** Not the kind of file it was said to be. */
  | 'signature-mismatch'
  /** Damaged, ambiguous, or too costly to read. */
  | 'structure'
  /** Holds scripts, macros, embedded files or references that are fetched on opening. */
  | 'active-content'
  | 'encrypted'
  /** Inflates to too much, has too many parts, or archives inside archives. */
  | 'archive-limits'
  /** A part of the archive would land outside of its folder. */
  | 'archive-path'
  | 'image-limits'
  | 'malware';
