import type { Document, Entity, Evidence, Topic } from "../document.js";
import { escapeHtml, leftToRight, percent } from "./html-escape.js";
import { TYPE_LABELS } from "./html-labels.js";

/** Entities shown before the rest folds away. */
const MOST_ENTITIES = 8;
/** Topics named that miss the threshold. */
const MOST_OTHERS = 4;
/** Reasons shown per topic. */
const MOST_EVIDENCE = 6;
/** A topic counts from here. */
const ASSIGNED = 0.5;

/** What a document says beside its text: entities by salience, topics with their reasons, countries. */
export function renderPanel(document: Document): string {
  const { entities, topics } = document;
  const subjects = topics.filter(({ kind }) => kind === "subject");
  const countries = topics.filter(({ kind, score }) => kind === "country" && score >= ASSIGNED);
  const sections = [
    section("الموضوعات", renderSubjects(subjects, entities)),
    section("البلدان", countries.map(renderCountry).join("")),
    section(`الكيانات (${entities.length})`, renderEntities(entities)),
  ];
  return sections.join("");
}

function section(heading: string, content: string): string {
  return content === "" ? "" : `<section><h3>${heading}</h3>${content}</section>`;
}

function renderSubjects(topics: readonly Topic[], entities: readonly Entity[]): string {
  const assigned = topics.filter(({ score }) => score >= ASSIGNED);
  const others = topics.filter(({ score }) => score < ASSIGNED && score >= 0.1);
  const main = assigned.map(({ id, name, score, evidence }) => {
    const reasons = reasonsOf(evidence, entities).map((reason) => `<li>${reason}</li>`);
    return `<div class="topic" title="${escapeHtml(`${name.en} · ${id}`)}">${scoreLine(name.ar, score)}<ul class="chips">${reasons.join("")}</ul></div>`;
  });
  const rest = others
    .slice(0, MOST_OTHERS)
    .map(({ name, score }) => `${escapeHtml(name.ar)}&nbsp;<span class="figure">${percent(score)}</span>`);
  return main.join("") + (rest.length > 0 ? `<p class="below">دون الحد: ${rest.join("، ")}</p>` : "");
}

/** The strongest reasons, each once: terms as they stand in the text, entities by their Arabic names. */
function reasonsOf(evidence: readonly Evidence[], entities: readonly Entity[]): string[] {
  const reasons = evidence.map(({ term, entity }) => {
    if (term !== undefined) return escapeHtml(term);
    const known = entities.find(({ id }) => id === entity);
    return known === undefined ? leftToRight(entity ?? "", "class") : `<b>${escapeHtml(known.name.ar)}</b>`;
  });
  return [...new Set(reasons)].slice(0, MOST_EVIDENCE);
}

function renderCountry({ name, country, score }: Topic): string {
  const title = [name.en, country].filter(Boolean).join(" · ");
  return `<div class="topic" title="${escapeHtml(title)}">${scoreLine(name.ar, score)}</div>`;
}

function scoreLine(name: string, score: number): string {
  return `<div class="score"><span>${escapeHtml(name)}</span>${bar(score)}<span class="figure">${percent(score)}</span></div>`;
}

function renderEntities(entities: readonly Entity[]): string {
  const most = entities[0]?.salience ?? 0;
  const rows = entities.map((entity, number) => renderEntity(entity, number, most));
  const rest = rows.slice(MOST_ENTITIES);
  const more =
    rest.length === 0
      ? ""
      : `<details class="more"><summary>${rest.length} غيرها</summary><ul class="entities">${rest.join("")}</ul></details>`;
  return rows.length === 0 ? "" : `<ul class="entities">${rows.slice(0, MOST_ENTITIES).join("")}</ul>${more}`;
}

function renderEntity(entity: Entity, number: number, most: number): string {
  const { id, type, listed, name, wikidata, mentions, salience } = entity;
  const title = [id, wikidata, `${percent(salience)} من المقال`].filter(Boolean).join(" · ");
  const english = name.en === undefined || name.en === name.ar ? "" : leftToRight(name.en, "english");
  const unlisted = listed ? "" : ' <span class="unlisted">ليس في المعجم</span>';
  return `<li class="${type} e${number}" title="${escapeHtml(title)}"><span class="dot" role="img" aria-label="${TYPE_LABELS[type]}"></span><span class="names"><bdi>${escapeHtml(name.ar)}</bdi> ${english}${unlisted}</span>${bar(most > 0 ? salience / most : 0)}<span class="figure">${mentions}×</span></li>`;
}

/** A bar that is filled by a share; the figure beside it says the same. */
function bar(share: number): string {
  return `<span class="bar" aria-hidden="true"><i style="width:${percent(share)}"></i></span>`;
}
