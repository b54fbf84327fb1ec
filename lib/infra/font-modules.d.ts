/** esbuild's `file` loader: where the file was copied to, relative to the bundle. */
declare module '*.ttf' {
  const file: string;
  export = file;
}
