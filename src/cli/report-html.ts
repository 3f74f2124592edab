import { escapeHtml } from "./html-escape.js";
import type { Report, ReportTable } from "./report.js";

const STYLE = `
:root{color-scheme:light dark;--paper:#f6f4ef;--ink:#1c1a17;--soft:#625c52;--line:#e4dfd4;--accent:#8a1c1c}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--ink:#e9e6df;--soft:#a49f95;--line:#31353d;--accent:#f0a3a0}}
body{margin:0 auto;max-width:60rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:1rem/1.6 "Noto Sans Arabic","Segoe UI",Tahoma,Arial,sans-serif}
h1{font-size:1.4rem;color:var(--accent);border-bottom:3px solid var(--accent)}
h2{font-size:1rem;margin:2rem 0 .5rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.2rem .9rem .2rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
thead th{color:var(--soft);font-weight:600}
.figures td,.figures th:not(:first-child){text-align:end}
.figures tbody th,.facts th{font-weight:400}
`;

/** One page that loads nothing from elsewhere. */
export function renderReportHtml({ title, facts, tables }: Report): string {
  const rows = facts.map(
    ([name, value]) => `<tr><th scope="row">${cell(name)}</th><td>${cell(value)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="generator" content="khabar">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${cell(title)}</h1>
<table class="facts"><tbody>
${rows.join("\n")}
</tbody></table>
${tables.map(renderTable).join("\n")}
</body>
</html>
`;
}

function renderTable({ title, columns, rows, isText }: ReportTable): string {
  const head = columns.map((column) => `<th scope="col">${cell(column)}</th>`).join("");
  const body = rows.map(
    ([name = "", ...cells]) =>
      `<tr><th scope="row">${cell(name)}</th>${cells.map((text) => `<td>${cell(text)}</td>`).join("")}</tr>`,
  );
  return `<h2>${cell(title)}</h2>
<table${isText === true ? "" : ' class="figures"'}><thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table>`;
}

/** Each text keeps its own direction: an Arabic label beside figures. */
function cell(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}
