/** The style sheet of the HTML brief. */
export const STYLES = `
:root {
  --paper: #fbfaf6; --ink: #22201c; --soft: #6b655c; --line: #dfd9cc; --accent: #8a3b1e; --raised: #fffefb;
  --good: #2f6b43; --fair: #8a6412; --poor: #9c2f2a;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --ink: #e9e4d9; --soft: #a59d8f; --line: #383530; --accent: #e59b78; --raised: #24221f;
    --good: #85c99a; --fair: #dcb765; --poor: #ee958f;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 18px/1.55 var(--serif); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 3.5rem 1.5rem 5rem; overflow-wrap: anywhere; hyphens: auto; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
p { margin: 0; }
ul, ol { margin: 0; padding: 0 0 0 1.3em; }
li { margin: 0 0 .65em; padding-left: .2em; }
li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
:target { background: color-mix(in srgb, var(--accent) 12%, transparent); box-shadow: 0 0 0 .3em color-mix(in srgb, var(--accent) 12%, transparent); border-radius: 2px; }
.skip { position: absolute; left: -100vw; font-family: var(--sans); }
.skip:focus { left: 1rem; top: 1rem; background: var(--raised); padding: .5rem .75rem; }

header { margin-bottom: 2.2rem; padding-bottom: 1.4rem; border-bottom: 1px solid var(--line); }
.kicker, nav, h3, .inferred, .strength, .where, .facts, .subtitle, .from, .id, .warning, .cite > a, .usage ul { font-family: var(--sans); hyphens: manual; }
.kicker { color: var(--accent); font-size: .72rem; font-weight: 600; letter-spacing: .12em; text-transform: uppercase; }
h1 { font-size: 2.6rem; line-height: 1.1; font-weight: 600; letter-spacing: -.015em; margin: .2rem 0 .5rem; text-wrap: balance; }
.subtitle { color: var(--soft); font-size: .85rem; }
h2 { font-size: 1.32rem; line-height: 1.25; font-weight: 600; letter-spacing: -.005em; margin: 0 0 .7rem; }
h3 { font-size: .8rem; font-weight: 600; color: var(--soft); margin: 1.3rem 0 .5rem; }
section { margin: 0 0 2.6rem; }
.columns section { margin-bottom: 2rem; }
.what-they-do ul { list-style: none; padding: 0; }
.what-they-do li { padding: 0; }
.what-they-do li:first-child { font-size: 1.14rem; line-height: 1.45; }

.inferred { color: var(--soft); font-size: .7rem; white-space: nowrap; }
li { position: relative; }
.cite { white-space: nowrap; }
.cite > a { font-size: .68rem; text-decoration: none; padding: .25em .05em; font-variant-numeric: tabular-nums; }
.cite > a:hover, .cite > a:focus { text-decoration: underline; }
.tip { display: none; position: absolute; z-index: 1; left: 0; right: 0; top: 100%; max-width: 34rem; padding: .75rem .9rem; white-space: normal; font-size: .86rem; line-height: 1.45;
  background: var(--raised); border: 1px solid var(--line); border-radius: 5px; box-shadow: 0 6px 24px rgb(0 0 0 / .16); }
.tip q { display: block; }
.tip q + q { margin-top: .4rem; }
.tip .from { display: block; margin-top: .4rem; color: var(--soft); font-size: .72rem; }
.cite:hover .tip, .cite:focus-within .tip { display: block; }

time { font: 600 .8rem var(--sans); color: var(--soft); margin-right: .35em; }
.fit ul, .gaps ul, .sources > ul, .usage ul { list-style: none; padding: 0; }
.fit li, .gaps li, .sources > ul > li { padding: .85rem 0; margin: 0; border-top: 1px solid var(--line); }
.requirement { margin-bottom: .2rem; }
.strength { font-size: .7rem; font-weight: 600; padding: .12em .5em; border: 1px solid currentcolor; border-radius: 1em; white-space: nowrap; vertical-align: .1em; }
.strength.strong { color: var(--good); }
.strength.partial { color: var(--fair); }
.strength.missing { color: var(--poor); }
.advice { margin-top: .3rem; padding-left: .8rem; border-left: 2px solid var(--accent); font-style: italic; }
.where { color: var(--soft); font-size: .78rem; }
.warning { color: var(--poor); font-size: .8rem; margin-top: .4rem; }
nav { margin: 0 0 2.6rem; padding: .9rem 0; border-block: 1px solid var(--line); font-size: .82rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.2rem; }
nav li { margin: 0; padding: 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.sources h3 { margin: 0 0 .2rem; font-size: .9rem; color: var(--ink); }
.id { color: var(--accent); margin-right: .3em; }
.facts { color: var(--soft); font-size: .76rem; }
.quotes { margin-top: .5rem; font-size: .86rem; }
.quotes li { margin-bottom: .3rem; }
.usage ul { color: var(--soft); font-size: .78rem; }
.usage li { margin-bottom: .25rem; padding: 0; }

@media (min-width: 72rem) {
  main { max-width: 68rem; }
  main > section, main > nav { max-width: 44rem; margin-inline: auto; }
  .columns { columns: 2; column-gap: 3.5rem; }
  .columns li { break-inside: avoid; }
  .columns h2 { break-after: avoid; }
  .columns section:last-child { margin-bottom: 0; }
  .first-page { margin-bottom: 3rem; }
}
@media (max-width: 34rem) {
  html { font-size: 17px; }
  main { padding: 1.8rem 1.1rem 3rem; }
  h1 { font-size: 2rem; }
}

@page { size: A4; margin: 15mm 16mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --raised: #fff; --good: #000; --fair: #000; --poor: #000; }
  html { font-size: 9.6pt; line-height: 1.36; }
  main { max-width: none; padding: 0; }
  main > section { max-width: none; }
  nav, .skip, .tip { display: none !important; }
  a { color: inherit; text-decoration: none; }
  header { margin-bottom: .9rem; padding-bottom: .6rem; }
  h1 { font-size: 1.9rem; margin: 0 0 .15rem; }
  h2 { font-size: 1.12rem; margin-bottom: .35rem; break-after: avoid; }
  h3 { break-after: avoid; }
  section { margin-bottom: 1.3rem; }
  li { margin-bottom: .35em; break-inside: avoid; }
  .what-they-do li:first-child { font-size: inherit; line-height: inherit; }
  .first-page { break-after: page; }
  .columns { columns: 2; column-gap: 8mm; }
  .columns section { margin-bottom: .9rem; break-inside: auto; }
  .fit li, .gaps li, .sources > ul > li { padding: .4rem 0; }
}
`;
