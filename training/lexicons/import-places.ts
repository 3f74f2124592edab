/**
 * Writes the generated place tables, lexicons/tag/places/cities.tsv and admin.tsv, from the gazetteer folder.
 *
 *   node build/training/lexicons/import-places.js [gazetteer folder]
 *
 * Names that the hand-reviewed tables of the same folder already hold are left to them. What a person decided
 * about a generated name (drop it, let it count only in context, name it otherwise) stands in places-review.tsv
 * beside this file.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

type Kind = "city" | "admin1" | "admin2" | "district";
type Action = "drop" | "near" | "known" | "plain" | "name" | "prior" | "alias" | "qid";

interface Place {
  kind: Kind;
  ar: string;
  en: string;
  aliases: string[];
  country: string;
  wikidata: string;
  population: number;
  source: string;
}

interface Decision {
  country: string;
  surface: string;
  kind: string;
  action: Action;
  value: string;
}

interface Row extends Place {
  id: string;
  prior: number;
  policy: "" | "near" | "known";
}

interface Context {
  frequency: Map<string, number>;
  personNames: Set<string>;
  decisions: Map<string, Decision[]>;
  reviewedSurfaces: Set<string>;
  reviewedIds: Set<string>;
}

const PLACES = "lexicons/tag/places";
const REVIEW = "training/lexicons/places-review.tsv";
const GENERATED = ["cities.tsv", "admin.tsv"];
const COMMAND = "node build/training/lexicons/import-places.js";

const ARAB = new Set("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TN YE DJ KM EH SS".split(" "));
const NEIGHBOURS = new Set("IL TR IR UA".split(" "));
/** Abroad, provinces without a Wikidata id are taken only where newspapers name them. */
const NEWSWORTHY = new Set(
  "AF PK NG ET DE ES CO VE IN CN RU US CA AU BR MX MM TD NE ML CD KE AZ AM GE KZ ER ZA".split(" "),
);

/** Zipf frequency from which a one-word name is taken for an ordinary word until reviewed. */
const COMMON_WORD = 3.5;
const COMMON_WORD_FOR_SMALL_PLACE = 2.7;
const SMALL_PLACE = 150_000;
const BIG_CITY = 500_000;
const PROCLITICS = "و ف ب ك ل وب ول وك فب ال بال وال".split(" ");
/** A name of such words only is a direction or a kind of place, not a name. */
const DIRECTION =
  "منطقة|شمال(?:ية?)?|جنوب(?:ية?)?|شرق(?:ية?)?|غرب(?:ية?)?|وسطى?|مركز(?:ية?)?|عاصمة|ساحل|داخلية|بحرية";
const GENERIC = new RegExp(`^(?:ال)?(?:${DIRECTION})(?: (?:ال)?(?:${DIRECTION}))*$`, "u");
const POLICE_SECTION = /^(?:أول|اول|ثان|ثاني|ثالث|رابع) /u;

const HEADS =
  "محافظة مقاطعة ولاية بلدية إقليم منطقة مديرية قضاء ناحية لواء مركز دائرة جهة إمارة امارة شعبية كانتون كومونة " +
  "عمالة قسم مدينة أبرشية حي بلدة قرية جمهورية أوبلاست كراي أمانة مقاطعات دوقية قطاع";
const HEAD = new RegExp(`^(?:${HEADS.split(" ").join("|")}) (?=\\S{2})`, "u");
const TAIL = / (?:أوبلاست|كراي|أوكروغ|سيتي محافظة|المقاطعة|البلدية)$/u;
const ADMIN_SUFFIX: Record<string, string> = {
  ...Object.fromEntries("SY YE IQ EG JO LB TN PS OM BH KW".split(" ").map((c) => [c, "Governorate"])),
  ...Object.fromEntries("SA DZ MA IR TR".split(" ").map((c) => [c, "Province"])),
  LY: "District",
  SD: "State",
  MR: "Region",
  UA: "Oblast",
};

function readRows(path: string): string[][] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}

function parseExtra(text: string): Record<string, string> {
  const pairs = text.split(";").filter((part) => part.includes("="));
  return Object.fromEntries(
    pairs.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
  );
}

function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069²]/gu, "")
    .replace(/\s*[(،,].*$/u, "")
    .replace(/ك‌|ک/gu, "ك")
    .replace(/[یې]/gu, "ي")
    .replace(/[ەھہ]/gu, "ه")
    .replace(/چ/gu, "تش")
    .replace(/پ/gu, "ب")
    .replace(/گ/gu, "غ")
    .replace(/ڤ/gu, "ف")
    .replace(/ژ/gu, "ج")
    .replace(/ڕ/gu, "ر")
    .replace(/[ۆۇ]/gu, "و")
    .replace(/\s*[-–]\s*/gu, "-")
    .replace(/[.'’]+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function fold(text: string): string {
  return text
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[ىئ]/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/ؤ/gu, "و")
    .replace(/-/gu, " ");
}

function bareName(ar: string): string {
  return clean(ar).replace(HEAD, "").replace(TAIL, "").trim();
}

function cleanEnglish(en: string): string {
  return en
    .replace(/\s*\(.*\)$/u, "")
    .replace(/[`’‘ʿʼ]/gu, "'")
    .replace(/^'/u, "")
    .replace(/\s*\[.*\]$/u, "")
    .trim();
}

function slugify(en: string): string {
  const special: Record<string, string> = {
    ł: "l",
    Ł: "l",
    ø: "o",
    Ø: "o",
    ı: "i",
    đ: "d",
    Đ: "d",
    ß: "ss",
    æ: "ae",
  };
  const ascii = [...en].map((letter) => special[letter] ?? letter).join("");
  return ascii
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'.]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}

function bigrams(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** Dice similarity of two names: aliases far from the name are translations or mistakes, and are left out. */
function similarity(a: string, b: string): number {
  const [x, y] = [bigrams(a), bigrams(b)];
  const shared = [...x].filter((pair) => y.has(pair)).length;
  return (2 * shared) / Math.max(1, x.size + y.size);
}

function usefulAliases(name: string, raw: string[]): string[] {
  const seen = new Set([fold(name)]);
  const kept: string[] = [];
  for (const text of raw) {
    const alias = bareName(text);
    const key = fold(alias);
    if (seen.has(key) || key.length < 4 || !/^[\u0621-\u064a -]+$/u.test(alias)) continue;
    if (similarity(key, fold(name)) < 0.5) continue;
    seen.add(key);
    kept.push(alias);
  }
  return kept;
}

function isWanted(place: Place): boolean {
  if (!/^[A-Z]{2}$/u.test(place.country) || !/^[\u0621-\u064a -]{2,40}$/u.test(place.ar)) return false;
  if (GENERIC.test(place.ar) || POLICE_SECTION.test(place.ar)) return false;
  if (place.wikidata !== "") return true;
  if (place.kind === "admin1" && NEWSWORTHY.has(place.country)) return true;
  return ARAB.has(place.country) || NEIGHBOURS.has(place.country);
}

function placesOfBase(folder: string): Place[] {
  const places: Place[] = [];
  for (const [ar = "", type = "", en = "", wikidata = "", extra = ""] of readRows(
    `${folder}/merged_places_base.tsv`,
  )) {
    if (type === "country") continue;
    const info = parseExtra(extra);
    const name = bareName(ar);
    const raw = [ar, ...(info.aliases ?? "").split("|")];
    places.push({
      kind: type as Kind,
      ar: name,
      en: cleanEnglish(en),
      aliases: usefulAliases(name, raw),
      country: (info.country ?? "") === "-99" ? "" : (info.country ?? ""),
      wikidata,
      population: Number(info.pop || 0),
      source: (info.src ?? "").startsWith("NE") ? "ne" : (info.src ?? "").startsWith("CLDR") ? "cldr" : "wof",
    });
  }
  return places;
}

/** Towns of the region that the merged table lacks: no Wikidata id, but people live there. */
function placesOfWhosOnFirst(folder: string): Place[] {
  const places: Place[] = [];
  for (const [ar = "", type = "", en = "", wikidata = "", extra = ""] of readRows(
    `${folder}/wof_places_tier_a.tsv`,
  )) {
    const info = parseExtra(extra);
    const population = Number(info.pop || 0);
    const isTown = type === "locality" || type === "neighbourhood";
    if (!isTown || population < 5000) continue;
    const name = bareName(ar);
    const aliases = usefulAliases(name, (info.alts ?? "").split("|"));
    const country = info.country ?? "";
    places.push({
      kind: "city",
      ar: name,
      en: cleanEnglish(en),
      aliases,
      country,
      wikidata,
      population,
      source: "wof",
    });
  }
  return places;
}

function mergeInto(target: Place, other: Place): void {
  if (target.wikidata === "") target.wikidata = other.wikidata;
  if (other.source === "cldr" && target.source === "wof") target.en = other.en;
  target.population = Math.max(target.population, other.population);
  for (const alias of other.aliases) {
    if (!target.aliases.includes(alias) && alias !== target.ar) target.aliases.push(alias);
  }
}

/** One place under two ids or keys becomes one; a district with the name of its town is the town. */
function mergeSamePlaces(places: Place[]): Place[] {
  const order: Record<Kind, number> = { city: 0, admin1: 1, district: 2, admin2: 3 };
  const level = (kind: Kind): string => (kind === "admin1" ? "admin1" : "town");
  const merged = new Map<string, Place>();
  const byRank = [...places].sort((a, b) => order[a.kind] - order[b.kind] || b.population - a.population);
  for (const place of byRank) {
    const key = `${place.country}|${level(place.kind)}|${fold(place.ar)}`;
    const first = merged.get(key);
    if (first) mergeInto(first, { ...place, wikidata: first.kind === place.kind ? place.wikidata : "" });
    else merged.set(key, { ...place, aliases: [...place.aliases] });
  }
  return [...merged.values()];
}

/** Two spellings under one Wikidata id become one place; two places under one id lose it: one of them is wrong. */
function mergeSameIds(places: Place[]): Place[] {
  const byId = new Map<string, Place>();
  const kept: Place[] = [];
  for (const place of places) {
    const first = place.wikidata === "" ? undefined : byId.get(place.wikidata);
    if (!first) {
      if (place.wikidata !== "") byId.set(place.wikidata, place);
      kept.push(place);
    } else if (first.country === place.country && similarity(fold(first.ar), fold(place.ar)) >= 0.4) {
      mergeInto(first, { ...place, aliases: [place.ar, ...place.aliases] });
    } else {
      first.wikidata = "";
      kept.push({ ...place, wikidata: "" });
    }
  }
  return kept;
}

/** Abroad, a province with the name of its capital adds nothing that a newspaper could tell apart. */
function dropForeignDoubles(places: Place[]): Place[] {
  const towns = new Set(places.filter((p) => p.kind !== "admin1").map((p) => `${p.country}|${fold(p.ar)}`));
  return places.filter(
    (p) => p.kind !== "admin1" || ARAB.has(p.country) || !towns.has(`${p.country}|${fold(p.ar)}`),
  );
}

function withAdminSuffix(place: Place): Place {
  const suffix = place.kind === "admin1" ? ADMIN_SUFFIX[place.country] : undefined;
  if (!suffix || /province|governorate|district|region|state|oblast|republic/iu.test(place.en)) return place;
  return { ...place, en: `${place.en} ${suffix}` };
}

function readFrequencies(folder: string): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const [word = "", zipf = "0"] of readRows(`${folder}/reference/wordfreq_ar_top.tsv`)) {
    const key = fold(clean(word));
    frequency.set(key, Math.max(frequency.get(key) ?? 0, Number(zipf)));
  }
  return frequency;
}

function readPersonNames(folder: string): Set<string> {
  const tables = ["faker_ar_person.tsv", "popular_names_cc0_ar.tsv", "google_ar2en_tokens.tsv"];
  return new Set(
    tables.flatMap((table) => readRows(`${folder}/${table}`).map((row) => fold(clean(row[0] ?? "")))),
  );
}

function readDecisions(): Map<string, Decision[]> {
  const decisions = new Map<string, Decision[]>();
  const rows = readRows(REVIEW).filter((row) => row.length > 3 && !row[0]?.startsWith("#"));
  for (const [country = "*", surface = "", kind = "*", action = "drop", value = ""] of rows) {
    const key = fold(surface);
    const decision: Decision = { country, surface, kind, action: action as Action, value };
    decisions.set(key, [...(decisions.get(key) ?? []), decision]);
  }
  return decisions;
}

/** Surfaces and ids of the tables written by hand, which the generated ones must not repeat. */
function readReviewed(): Pick<Context, "reviewedSurfaces" | "reviewedIds"> {
  const reviewedSurfaces = new Set<string>();
  const reviewedIds = new Set<string>();
  for (const file of readdirSync(PLACES).filter(
    (name) => name.endsWith(".tsv") && !GENERATED.includes(name),
  )) {
    const lines = readFileSync(`${PLACES}/${file}`, "utf8").split("\n");
    for (const line of lines.filter((text) => text.startsWith("place/"))) {
      const [id = "", ar = "", , aliases = "", kind = "", countries = "", wikidata = ""] = line.split("\t");
      reviewedIds.add(id);
      if (wikidata !== "") reviewedIds.add(wikidata);
      const level = kind === "admin1" || kind === "country" || kind === "region" ? "admin1" : "town";
      for (const surface of [ar, ...aliases.split("|")]) {
        const key = fold(clean(surface.replace(/\^\w+$/u, "")));
        for (const country of countries.split("|")) reviewedSurfaces.add(`${country}|${level}|${key}`);
      }
    }
  }
  return { reviewedSurfaces, reviewedIds };
}

function isReviewed(place: Place, context: Context): boolean {
  if (place.wikidata !== "" && context.reviewedIds.has(place.wikidata)) return true;
  const key = fold(place.ar);
  const level = place.kind === "admin1" ? "admin1" : "town";
  if (context.reviewedSurfaces.has(`${place.country}|${level}|${key}`)) return true;
  const elsewhere = level === "admin1" ? "town" : "admin1";
  return (
    context.reviewedSurfaces.has(`${place.country}|${elsewhere}|${key}`) &&
    !(level === "admin1" && ARAB.has(place.country))
  );
}

function decisionsFor(place: Place, context: Context): Decision[] {
  const level = place.kind === "admin1" ? "admin" : "town";
  return (context.decisions.get(fold(place.ar)) ?? []).filter(
    (d) => (d.country === "*" || d.country === place.country) && (d.kind === "*" || d.kind === level),
  );
}

/** Proclitic and name together are a word of their own: ك + بيرا, ف + ريدة. */
function hidesInWord(key: string, context: Context): boolean {
  const own = context.frequency.get(key) ?? 0;
  return PROCLITICS.some((proclitic) => {
    const whole = context.frequency.get(proclitic + key) ?? 0;
    return whole >= 2.5 && whole > own + 0.2;
  });
}

function isOrdinaryWord(surface: string, population: number, context: Context): boolean {
  const key = fold(surface);
  if (key.includes(" ")) return false;
  const limit = population >= SMALL_PLACE ? COMMON_WORD : COMMON_WORD_FOR_SMALL_PLACE;
  if ((context.frequency.get(key) ?? 0) >= limit) return true;
  return key.replace(/^ال/u, "").length < 4 || hidesInWord(key, context);
}

function isPersonName(surface: string, context: Context): boolean {
  return context.personNames.has(fold(surface));
}

/** What to do with a name that nobody has decided about: "" lets it count everywhere. */
function defaultPolicy(place: Place, context: Context): "" | "near" | "drop" {
  const word = isOrdinaryWord(place.ar, place.population, context);
  const person = isPersonName(place.ar, context);
  if (!word && !person) return "";
  if (place.population >= BIG_CITY && !ARAB.has(place.country)) return word ? "near" : "";
  if (hidesInWord(fold(place.ar), context)) return "drop";
  if (ARAB.has(place.country))
    return (context.frequency.get(fold(place.ar)) ?? 0) >= COMMON_WORD ? "drop" : "near";
  return place.population >= SMALL_PLACE && !word ? "near" : "drop";
}

function priorOf(place: Place): number {
  const unknown: Record<Kind, number> = { city: 4000, admin1: 300_000, district: 20_000, admin2: 20_000 };
  const people = Math.max(place.population, place.population > 0 ? 1000 : unknown[place.kind]);
  const scaled = 0.05 + (0.8 * (Math.log10(people) - 3)) / 4.3;
  const near = ARAB.has(place.country) ? 0.12 : 0;
  const admin = place.kind === "admin1" ? -0.1 : 0;
  return Math.min(0.95, Math.max(0.05, scaled + near + admin));
}

function applyDecision(row: Row, decision: Decision): void {
  if (decision.action === "near" || decision.action === "known") row.policy = decision.action;
  else if (decision.action === "plain") row.policy = "";
  else if (decision.action === "name") row.en = decision.value;
  else if (decision.action === "prior") row.prior = Number(decision.value);
  else if (decision.action === "alias") row.aliases.push(...decision.value.split("|"));
  else if (decision.action === "qid") row.wikidata = decision.value;
}

function decide(place: Place, context: Context): Row | undefined {
  const decisions = decisionsFor(place, context);
  if (decisions.some((d) => d.action === "drop")) return undefined;
  const policy = defaultPolicy(place, context);
  const isKept = decisions.some((d) => ["near", "known", "plain"].includes(d.action));
  if (policy === "drop" && !isKept) return undefined;
  const row: Row = { ...place, id: "", prior: priorOf(place), policy: policy === "near" ? "near" : "" };
  row.aliases = place.aliases.filter(
    (alias) => !isOrdinaryWord(alias, 0, context) && !isPersonName(alias, context),
  );
  for (const decision of decisions) applyDecision(row, decision);
  return row;
}

/** The bigger of two places with one English name gets the bare slug. */
function giveIds(rows: Row[], context: Context): Row[] {
  const taken = new Set(context.reviewedIds);
  const free = (candidates: string[]): string => candidates.find((id) => !taken.has(id)) ?? "";
  for (const row of [...rows].sort((a, b) => b.prior - a.prior || a.en.localeCompare(b.en))) {
    const slug = slugify(row.en);
    const bare = `place/${slug}`;
    const local = `${bare}-${row.country.toLowerCase()}`;
    row.id = slug === "" ? "" : free([bare, local, ...[2, 3, 4, 5, 6].map((n) => `${local}-${n}`)]);
    taken.add(row.id);
  }
  return rows.filter((row) => row.id !== "");
}

function classOf(row: Row): string {
  if (row.kind === "admin1" || row.kind === "admin2") return row.kind;
  if (row.kind === "district") return "district";
  if (row.population >= 50_000) return "city";
  return row.population >= 5000 || row.population === 0 ? "town" : "village";
}

function formatRow(row: Row): string {
  const mark = row.policy === "" ? [] : [`${row.ar}^${row.policy}`];
  const aliases = [...mark, ...row.aliases].join("|");
  const prior = row.prior.toFixed(2);
  return [row.id, row.ar, row.en, aliases, classOf(row), row.country, row.wikidata, row.source, prior].join(
    "\t",
  );
}

function writeTable(file: string, what: string, rows: Row[]): void {
  const header = [
    `# generated by \`${COMMAND}\`, do not edit: ${what}; decisions stand in ${REVIEW}`,
    "# provenance: ne = Natural Earth (public domain) with Arabic from CLDR and ArWikiCats (MIT as its README says); " +
      "cldr = Unicode CLDR (Unicode licence); wof = Who's On First (CC0 / CC BY, with data of GeoNames)",
    "# a name that must not count on its own is repeated among the aliases with its mark",
    "id\tar\ten\taliases\tclass\tcountry\twikidata\tsource\tprior",
  ];
  const lines = rows.map(formatRow).sort();
  writeFileSync(`${PLACES}/${file}`, `${[...header, ...lines].join("\n")}\n`);
  process.stdout.write(`${PLACES}/${file}: ${lines.length} rows\n`);
}

function main(folder: string): void {
  if (!existsSync(`${folder}/merged_places_base.tsv`)) throw new Error(`no gazetteer in ${folder}`);
  const context: Context = {
    frequency: readFrequencies(folder),
    personNames: readPersonNames(folder),
    decisions: readDecisions(),
    ...readReviewed(),
  };
  const read = [...placesOfBase(folder), ...placesOfWhosOnFirst(folder)].filter(isWanted);
  const places = dropForeignDoubles(mergeSameIds(mergeSamePlaces(read))).filter(
    (place) => !isReviewed(place, context),
  );
  const rows = giveIds(
    places.map(withAdminSuffix).flatMap((place) => decide(place, context) ?? []),
    context,
  );
  const isAdmin = (row: Row): boolean => row.kind === "admin1" || row.kind === "admin2";
  writeTable(
    "cities.tsv",
    "cities, towns and quarters",
    rows.filter((row) => !isAdmin(row)),
  );
  writeTable("admin.tsv", "provinces, governorates and districts", rows.filter(isAdmin));
}

main(process.argv[2] ?? "../shared/data/gazetteer");
