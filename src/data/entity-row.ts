import type { EntityType } from "../document.js";
import { ENTITY_CLASSES, ENTITY_TYPES } from "./entity-classes.js";
import type { Problem } from "./problems.js";
import { readSurface, type Surface } from "./surfaces.js";
import { listOf, type Row } from "./table.js";

/** Columns that an entity table may have. */
export const ENTITY_COLUMNS = [
  "id",
  "ar",
  "en",
  "aliases",
  "class",
  "country",
  "wikidata",
  "offices",
  "source",
  "prior",
  "note",
] as const;

/** When somebody held an office: days as yyyymmdd, both inclusive; 99999999 is "still". */
export interface Term {
  /** `president@RU`. */
  readonly office: string;
  readonly from: number;
  readonly to: number;
}

/** An entity as its line in a table says. */
export interface EntityRow {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly type: EntityType;
  readonly ar: string;
  readonly en: string;
  readonly surfaces: readonly Surface[];
  /** Index into ENTITY_CLASSES. */
  readonly class: number;
  readonly countries: readonly string[];
  /** 0 when unknown. */
  readonly wikidata: number;
  readonly terms: readonly Term[];
  readonly prior: number;
  /** Whether the row says its prior, rather than having the default one. */
  readonly hasPrior: boolean;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TERM = /^([a-z-]+@[A-Z]{2,6}):(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})?$/;

/** Checks one line of an entity table. Undefined when it cannot be used; the problems say why. */
export function readEntityRow(row: Row, problems: Problem[]): EntityRow | undefined {
  const { file, line } = row;
  let usable = true;
  const problem = (message: string): void => {
    problems.push({ file, line, message });
    usable = false;
  };
  const id = row.get("id");
  const [typeName = "", slug = ""] = id.split("/");
  const type = ENTITY_TYPES.find((name) => name === typeName);
  if (type === undefined || !SLUG.test(slug) || id.split("/").length !== 2)
    problem(
      `id "${id}" is not type/slug; types are ${ENTITY_TYPES.join(", ")}, a slug is a-z, 0-9 and hyphens`,
    );
  const className = ENTITY_CLASSES.indexOf(`${typeName}/${row.get("class")}`);
  if (className < 0 && type !== undefined)
    problem(`class "${row.get("class")}" of ${id} is no class of type ${typeName}`);
  const ar = row.get("ar");
  // A user's own row may do without an English name: «شركة النخيل» is then its name in both languages.
  const en = row.get("en") || (row.user ? (ar.split("^")[0] ?? "") : "");
  if (ar === "" || en === "") problem(`${id} has no ${ar === "" ? "Arabic" : "English"} name`);
  if (row.get("source") === "" && !row.user) problem(`${id} has no source`);
  const countries = listOf(row.get("country"));
  for (const code of countries)
    if (!/^[A-Z]{2}$/.test(code)) problem(`country "${code}" of ${id} is no ISO 3166-1 code`);
  const wikidata = row.get("wikidata");
  if (wikidata !== "" && !/^Q[1-9]\d*$/.test(wikidata)) problem(`wikidata "${wikidata}" of ${id} is no item`);
  const prior = row.get("prior") === "" ? 0.5 : Number(row.get("prior"));
  if (!(prior >= 0 && prior <= 1)) problem(`prior "${row.get("prior")}" of ${id} is not within 0 to 1`);
  const surfaces: Surface[] = [];
  for (const cell of [ar, ...listOf(row.get("aliases"))]) {
    const surface = readSurface(cell);
    if (surface === undefined)
      problem(`surface "${cell}" of ${id} ends in an unknown policy; choose ^known, ^title or ^near`);
    else if (surface.text !== "") surfaces.push(surface);
  }
  const terms: Term[] = [];
  for (const cell of listOf(row.get("offices"))) {
    const match = TERM.exec(cell);
    if (match === null) problem(`office "${cell}" of ${id} is not office@country:from..to`);
    else
      terms.push({
        office: match[1]!,
        from: day(match[2]!, false),
        to: match[3] ? day(match[3], true) : 99999999,
      });
  }
  if (!usable || type === undefined) return undefined;
  return {
    file,
    line,
    id,
    type,
    ar: readSurface(ar)!.text,
    en,
    surfaces,
    class: className,
    countries,
    wikidata: wikidata === "" ? 0 : Number(wikidata.slice(1)),
    terms,
    prior,
    hasPrior: row.get("prior") !== "",
  };
}

/** yyyymmdd of a date that may lack its month or day: the first such day, or the last one as the end of a term. */
function day(date: string, last: boolean): number {
  const [year = "", month = last ? "12" : "01", dayOfMonth = last ? "31" : "01"] = date.split("-");
  return Number(year) * 10000 + Number(month) * 100 + Number(dayOfMonth);
}
