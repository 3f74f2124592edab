/** What may not stand in HTML as it is. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in an element or a quoted attribute; signs that no page may hold become spaces. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, " ")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** Latin text inside a right-to-left line, kept in its own order: an id, an English name. */
export function leftToRight(text: string, className: string): string {
  return `<bdi dir="ltr" lang="en" class="${className}">${escapeHtml(text)}</bdi>`;
}

/** The direction of a headline: «IMF: خسائر أوروبا» begins in Latin letters and is Arabic all the same. */
export function directionOf(text: string): "rtl" | "auto" {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > latin ? "rtl" : "auto";
}

/** A share as whole percent: `18%`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
