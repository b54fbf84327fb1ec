const escapes: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, in an element or a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** Reads on a phone, in the dark and on paper; asks nobody else for anything. */
export const pageStyle = `
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
  h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.2rem; margin: 2rem 0 .4rem } h3 { font-size: 1.1rem; margin: 1.4rem 0 .2rem; color: #8a1c1c }
  article { border-top: 1px solid #d8dde5; padding: .7rem 0 } p { margin: .2rem 0 } .meta, footer { color: #4a5568; font-size: .9rem; overflow-wrap: anywhere }
  article p { white-space: pre-line } table { width: 100%; border-collapse: collapse; margin: .4rem 0 1rem } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
  th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-top: 1px solid #d8dde5; overflow-wrap: break-word } td:nth-child(2) { overflow-wrap: anywhere }
  .notice { border-left: 4px solid #8a1c1c; padding: .4rem .8rem; margin: 1rem 0 } .notice.good { border-color: #1b6e34 } th[scope=row] { font-weight: 400 }
  @media (prefers-color-scheme: dark) { body { color: #e6eaf0; background: #14181f } a { color: #9ecbff } h3 { color: #ff9d9d } .notice { border-color: #ff9d9d } .notice.good { border-color: #7fd69a } .meta, footer { color: #aab4c3 } article, th, td { border-color: #323a46 } }
  @media print { @page { size: A4; margin: 20mm } body { margin: 0; max-width: none; padding: 0; font-size: 11pt; color: #000; background: #fff } nav { display: none } h3, .meta, footer { color: #000 } article, tr, table { break-inside: avoid } h2, h3 { break-after: avoid } a { color: #000; text-decoration: none } }`;
