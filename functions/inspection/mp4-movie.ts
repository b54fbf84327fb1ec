import { Rejected } from './rejected.ts';

/** Of these kinds is what cameras, phones and editors write as .mp4; pictures and sound alone have others. */
const BRANDS = new Set(
  (
    'isom iso2 iso3 iso4 iso5 iso6 iso7 iso8 iso9 mp41 mp42 mp71 avc1 hvc1 av01 M4V  M4VH M4VP mmp4 MSNV ' +
    '3gp4 3gp5 3gp6 3gp7 dash cmfc XAVC'
  ).match(/.{4}(?= |$)/g),
);
/** QuickTime's list of movies elsewhere, and tracks that are scenes with scripts of their own. */
const ACTIVE_BOXES = new Set(['rmra', 'rmda', 'rdrf']);
const ACTIVE_HANDLERS = new Set(['sdsm', 'odsm', 'sprt', 'flsh']);
const ONLY_ONE = new Set(['ftyp', 'moov', 'mvhd']);

/** Follows what a file's boxes say and refuses what is no video, or more than one. */
export interface MovieWatch {
  /** The content of the first box. @throws Rejected `signature-mismatch` */
  fileType(content: string): void;
  /** A box of this type stands in one of that; the file itself is the empty type. @throws Rejected */
  see(type: string, parentType: string): void;
  /** What kind of track it is, in four letters. @throws Rejected `active-content` */
  handler(kind: string): void;
  /** Once all were seen. @throws Rejected */
  finish(): void;
}

/** Of a file of which nothing was seen yet. */
export function watchMovie(): MovieWatch {
  const seen = new Set<string>();
  let hasPicture = false;
  return {
    fileType(content) {
      seen.add('ftyp');
      // The version of the first brand stands between it and the others.
      const brands = [content.slice(0, 4), ...(content.slice(8).match(/.{4}/gs) ?? [])];
      if (!brands.some((brand) => BRANDS.has(brand))) {
        throw new Rejected('signature-mismatch', 'another kind of media');
      }
    },
    see(type, parentType) {
      refuseBox(type);
      const isTop = parentType === '';
      const isOne = isTop || type === 'mvhd';
      if (ONLY_ONE.has(type) && (seen.has(type) || !isOne)) {
        throw new Rejected('structure', `one ${type} too many`);
      }
      if (isOne) seen.add(type);
    },
    handler(kind) {
      if (ACTIVE_HANDLERS.has(kind)) throw new Rejected('active-content', `a track of ${kind}`);
      hasPicture ||= kind === 'vide';
    },
    finish() {
      const lacks = ['moov', 'mvhd', 'mdat'].filter((type) => !seen.has(type));
      if (lacks.length > 0) throw new Rejected('structure', `no ${lacks.join(', ')}`);
      if (!hasPicture) throw new Rejected('signature-mismatch', 'a movie without a picture');
    },
  };
}

function refuseBox(type: string): void {
  if (ACTIVE_BOXES.has(type)) throw new Rejected('active-content', 'a movie elsewhere');
  if (type === 'cmov') throw new Rejected('structure', 'a compressed movie');
}
