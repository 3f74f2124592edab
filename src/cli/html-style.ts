/** Entities per article whose mentions light up together. */
const LINKED_ENTITIES = 40;

/** Light and dark colour of each type; text keeps its own colour, so contrast does not hang on these. */
const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  person: ["#b45309", "#f5a524"],
  place: ["#15803d", "#4ade80"],
  organization: ["#1d4ed8", "#7aa2ff"],
  weapon: ["#b91c1c", "#f87171"],
  event: ["#7e22ce", "#c79bff"],
  product: ["#0f766e", "#2dd4bf"],
  work: ["#be185d", "#f472b6"],
  other: ["#475569", "#a3b0c2"],
};

const typeRules = (shade: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([type, shades]) => `.${type}{--c:${shades[shade]}}`)
    .join("");

/** Pointing at an entity or a mention lights up every mention of it in the same article. */
const linkRules = Array.from(
  { length: LINKED_ENTITIES },
  (_, n) => `article:has(.e${n}:hover) mark.e${n}`,
).join(",");

/** The style sheet of the page: nothing is loaded, fonts are those of the reader's system. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#f6f4ef;--card:#fffefb;--ink:#1c1a17;--soft:#625c52;--line:#e4dfd4;--chip:#f1ede4;--accent:#8a1c1c;--tint:15%}
${typeRules(0)}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--card:#1c1f25;--ink:#e9e6df;--soft:#a49f95;--line:#31353d;--chip:#282c34;--accent:#f0a3a0;--tint:20%}${typeRules(1)}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/2 "Noto Naskh Arabic","Amiri","Geeza Pro","Traditional Arabic","Times New Roman",Tahoma,serif}
.page{max-width:76rem;margin:0 auto;padding:1.5rem clamp(1rem,3vw,2.5rem) 3rem}
.ui,aside,summary,header,footer{font-family:"Noto Sans Arabic","Segoe UI","SF Arabic",Tahoma,Arial,sans-serif}
.page>header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.5rem 2rem;padding-bottom:.9rem;border-bottom:3px solid var(--accent)}
.page>header b{font-size:1.5rem;line-height:1.3;color:var(--accent)}
.legend{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;margin:0;padding:0;list-style:none;font-size:.85rem}
article{display:grid;grid-template-columns:minmax(0,1fr) 21rem;column-gap:2.5rem;margin-top:1.75rem;padding:1.75rem 2rem 2rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
article>header{grid-column:1/-1;margin-bottom:1rem}
h2{margin:0;font:700 1.75rem/1.65 "Noto Naskh Arabic","Amiri","Geeza Pro","Traditional Arabic",Tahoma,serif;text-wrap:balance}
.meta{margin:.35rem 0 0;color:var(--soft);font-size:.85rem;line-height:1.7}
.meta>*+*::before{content:"·";margin-inline:.5rem}
.meta a{color:inherit}
.text{max-width:44rem}
.text p{margin:0 0 1.1rem;overflow-wrap:anywhere}
.text .lead{font-size:1.35rem;font-weight:700;line-height:1.8}
mark{color:inherit;background:color-mix(in srgb,var(--c) var(--tint),transparent);border-bottom:2px solid color-mix(in srgb,var(--c) 70%,transparent);border-radius:3px 3px 0 0;padding-block:.1em;-webkit-box-decoration-break:clone;box-decoration-break:clone;cursor:help}
h2 mark{padding-block:0}
mark.demonym{background:none;border-bottom:2px dotted var(--c)}
mark.role{background:none;border-bottom:2px dashed var(--c)}
${linkRules}{background:color-mix(in srgb,var(--c) 38%,transparent);outline:1px solid var(--c)}
s{color:var(--soft);text-decoration-color:var(--line);font-size:.9em}
details{margin:0 0 1.1rem;color:var(--soft);font-size:.9rem;line-height:1.8}
summary{cursor:pointer;font-size:.8rem;width:fit-content;padding:0 .7rem;background:var(--chip);border-radius:1rem}
details[open]{padding-inline-start:.9rem;border-inline-start:3px solid var(--line)}
.text details p{margin:.15rem 0}
aside{font-size:.92rem;line-height:1.6;padding-inline-start:2rem;border-inline-start:1px solid var(--line)}
aside section+section{margin-top:1.4rem}
h3{margin:0 0 .5rem;font-size:.8rem;font-weight:600;color:var(--soft)}
.score,.entities li{display:grid;grid-template-columns:minmax(0,1fr) 4.5rem 2.6rem;align-items:center;column-gap:.6rem}
.topic+.topic{margin-top:.35rem}
.topic:has(.chips)+.topic{margin-top:.8rem}
.entities{margin:0;padding:0;list-style:none}
.entities li{grid-template-columns:.55rem minmax(0,1fr) 4.5rem 2.6rem;padding:.2rem .3rem;margin-inline:-.3rem;border-radius:.35rem}
.entities li:hover{background:var(--chip)}
.names{overflow-wrap:anywhere}
.english{display:block;color:var(--soft);font-size:.78rem;line-height:1.35;text-align:end}
.unlisted{display:block;color:var(--soft);font-size:.75rem}
.dot{width:.55rem;height:.55rem;border-radius:50%;background:var(--c)}
.bar{height:.4rem;background:var(--chip);border-radius:.2rem;overflow:hidden}
.bar i{display:block;height:100%;border-radius:.2rem;background:var(--c,var(--accent))}
.figure{font-variant-numeric:tabular-nums;font-size:.78rem;color:var(--soft);direction:ltr;text-align:left}
.chips{display:flex;flex-wrap:wrap;gap:.25rem;margin:.3rem 0 0;padding:0;list-style:none;font-size:.8rem}
.chips li{padding:0 .55rem;background:var(--chip);border-radius:1rem;line-height:1.75}
.chips b{font-weight:600}
.chips .class{font-size:.72rem;color:var(--soft)}
.below{margin:.6rem 0 0;color:var(--soft);font-size:.8rem}
.more{margin-top:.4rem}
.more[open]{padding:0;border:0;color:inherit}
.more[open] summary{margin-bottom:.3rem}
@media (max-width:60rem){article{grid-template-columns:minmax(0,1fr);padding:1.25rem}aside{margin-top:1rem;padding:1.1rem 0 0;border:0;border-top:1px solid var(--line)}.text{max-width:none}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--chip:#eee;--tint:14%}
@page{margin:16mm}body{font-size:11pt;line-height:1.8}.page{max-width:none;padding:0}
article{display:block;border:0;border-radius:0;padding:0;margin-top:1rem}article+article{break-before:page}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.text{max-width:none}.text p{orphans:3;widows:3}details{display:none}
aside{margin-top:1rem;padding:.8rem 0 0;border:0;border-top:1px solid var(--line);columns:2;column-gap:2rem}.topic,.entities li{break-inside:avoid}h2,h3{break-after:avoid}}
`;
