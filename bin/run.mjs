// Starts one of the programs beside it. Plain JavaScript, so that an older Node can say what is wrong.
const programs = ['serve', 'token', 'grant-administrator', 'check-receipt', 'demo'];
const [name, ...rest] = process.argv.slice(2);
const major = Number(process.versions.node.split('.')[0]);

if (!programs.includes(name)) {
  console.error(`usage: node bin/run.mjs ${programs.join('|')}`);
  process.exit(2);
}
if (major < 24) {
  console.error(
    `This needs Node 24 or later; here runs ${process.version}. ` +
      'Run `npm ci` with install scripts allowed (it brings Node 24), or install Node 24.',
  );
  process.exit(2);
}
process.argv = [process.execPath, `bin/${name}.ts`, ...rest];
await import(`./${name}.ts`);
