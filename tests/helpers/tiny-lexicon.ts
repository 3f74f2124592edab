import type { TableSource } from "../../src/data/table.js";
import type { Article, Document, Mention } from "../../src/document.js";
import { createKhabar, type Khabar } from "../../src/khabar.js";
import { compileLexicon } from "../../src/pipeline.js";

/** A table from its rows; cells are parted by ` ; ` here, so that Arabic stays readable. */
export function table(file: string, columns: string, rows: readonly string[]): TableSource {
  const width = columns.split(" ").length;
  const lines = rows.map((row) => {
    const cells = row.split(";").map((cell) => cell.trim());
    while (cells.length < width) cells.push("");
    return cells.join("\t");
  });
  return { file, text: `${[columns.replaceAll(" ", "\t"), ...lines].join("\n")}\n` };
}

/** A word list. */
export function words(name: string, list: string): TableSource {
  return table(
    `tag/words/${name}.tsv`,
    "word source",
    list.split(" ").map((word) => `${word} ; test`),
  );
}

const ENTITY = "id ar en aliases class country source prior";
const PERSON = "id ar en aliases class country offices source";

/** A lexicon of a few dozen rows: real names, chosen for what they are confused with. */
export const TINY_TABLES: readonly TableSource[] = [
  table("tag/people/tiny.tsv", PERSON, [
    "person/abdrabbuh-mansur-hadi ; عبد ربه منصور هادي ; Abdrabbuh Mansur Hadi ; هادي^title ; head-of-state ; YE ; president@YE:2012-02..2022-04 ; test",
    "person/ali-abdullah-saleh ; علي عبد الله صالح ; Ali Abdullah Saleh ; صالح^title ; head-of-state ; YE ; president@YE:1990-05..2012-02 ; test",
    "person/barack-obama ; باراك أوباما ; Barack Obama ; أوباما ; head-of-state ; US ; president@US:2009-01-20..2017-01-20 ; test",
    "person/dmitry-medvedev ; ديمتري ميدفيديف ; Dmitry Medvedev ; ميدفيديف ; head-of-state ; RU ; president@RU:2008-05..2012-05 ; test",
    "person/donald-trump ; دونالد ترامب ; Donald Trump ; دونالد ترمب|ترامب|ترمب ; head-of-state ; US ; president@US:2017-01-20..2021-01-20 ; test",
    "person/hassan-nasrallah ; حسن نصر الله ; Hassan Nasrallah ;  ; militant ; LB ;  ; test",
    "person/kim-jong-un ; كيم جونغ أون ; Kim Jong-un ; كيم^known ; head-of-state ; KP ;  ; test",
    "person/recep-tayyip-erdogan ; رجب طيب أردوغان ; Recep Tayyip Erdoğan ; أردوغان|رجب أردوغان ; head-of-state ; TR ; president@TR:2014-08.. ; test",
    "person/vladimir-putin ; فلاديمير بوتين ; Vladimir Putin ; بوتين ; head-of-state ; RU ; president@RU:2000-05..2008-05|president@RU:2012-05.. ; test",
    "person/walid-jumblatt ; وليد جنبلاط ; Walid Jumblatt ; وليد^known ; politician ; LB ;  ; test",
  ]),
  table("tag/places/tiny.tsv", ENTITY, [
    "place/beirut ; بيروت ; Beirut ;  ; city ; LB ; test",
    "place/egypt ; مصر ; Egypt ;  ; country ; EG ; test",
    "place/france ; فرنسا ; France ;  ; country ; FR ; test",
    "place/latakia ; اللاذقية ; Latakia ;  ; city ; SY ; test",
    "place/lebanon ; لبنان ; Lebanon ;  ; country ; LB ; test",
    "place/libya ; ليبيا ; Libya ;  ; country ; LY ; test",
    "place/london ; لندن ; London ;  ; city ; GB ; test",
    "place/russia ; روسيا ; Russia ;  ; country ; RU ; test",
    "place/sochi ; سوتشي ; Sochi ;  ; city ; RU ; test",
    "place/syria ; سوريا ; Syria ; سورية ; country ; SY ; test",
    "place/tripoli ; طرابلس ; Tripoli ; طرابلس الغرب ; city ; LY ; test ; 0.7",
    "place/tripoli-lebanon ; طرابلس ; Tripoli, Lebanon ; طرابلس الشام ; city ; LB ; test ; 0.4",
    "place/turkey ; تركيا ; Turkey ;  ; country ; TR ; test",
    "place/tyre ; صور ; Tyre ; صور^near ; city ; LB ; test",
    "place/united-states ; الولايات المتحدة ; United States ; الولايات المتحدة الأمريكية ; country ; US ; test",
    "place/yemen ; اليمن ; Yemen ;  ; country ; YE ; test",
  ]),
  table("tag/organizations/tiny.tsv", ENTITY, [
    "organization/cnn ; سي إن إن ; CNN ; CNN ; media ; US ; test",
    "organization/hezbollah ; حزب الله ; Hezbollah ;  ; militia ; LB ; test",
    "organization/nato ; حلف شمال الأطلسي ; NATO ; الناتو|حلف الناتو ; alliance ;  ; test",
    "organization/pentagon ; البنتاغون ; Pentagon ; وزارة الدفاع الأمريكية ; ministry ; US ; test",
  ]),
  table("tag/organizations/patterns.tsv", "pattern slug en class countries source", [
    "وزارة الدفاع {f}|وزارة الدفاع^near ; ministry-of-defence-{c} ; Ministry of Defence ({en}) ; ministry ; * ; test",
    "الجيش {m}|الجيش^known ; armed-forces-of-{c} ; Armed Forces of {the} ; military ; * ; test",
    "منتخب {c}|المنتخب {m} ; national-football-team-of-{c} ; {en} national football team ; national-team ; *-YE ; test",
    "شرطة {p} ; police-of-{p} ; {pen} Police ; security-force ; * ; test",
  ]),
  table("tag/weapons/tiny.tsv", ENTITY, [
    "weapon/f-16 ; إف-16 ; F-16 Fighting Falcon ; فالكون ; fighter ; US ; test",
  ]),
  table("tag/demonyms.tsv", "country id m f plural source", [
    "EG ; place/egypt ; مصري ; مصرية ; مصريون|مصريين ; test",
    "FR ; place/france ; فرنسي ; فرنسية ; فرنسيون|فرنسيين ; test",
    "LB ; place/lebanon ; لبناني ; لبنانية ; لبنانيون|لبنانيين ; test",
    "RU ; place/russia ; روسي ; روسية ; روس ; test",
    "SY ; place/syria ; سوري ; سورية ; سوريون|سوريين ; test",
    "TR ; place/turkey ; تركي ; تركية ; أتراك ; test",
    "US ; place/united-states ; أمريكي|أميركي ; أمريكية|أميركية ; أمريكيون|أمريكيين|أميركيون|أميركيين ; test",
    "YE ; place/yemen ; يمني ; يمنية ; يمنيون|يمنيين ; test",
  ]),
  table("tag/designations.tsv", "family prefixes class numbers source", [
    "B ; بي|B ; bomber ; 52 ; test",
    "F ; إف|F ; fighter ; 16|35 ; test",
    "S ; إس|S ; air-defense ; 300|400 ; test",
    "SU ; سو|سوخوي|Su ; fighter ; 35|57 ; test",
    "TOS ; توس|TOS ; rocket ; 1|1a ; test",
  ]),
  table("link/offices.tsv", "office forms source", ["president ; الرئيس {m}|رئيس {c} ; test"]),
  words("titles", "الرئيس الشيخ الدكتور الوزير السيد المتحدث"),
  words("given-names", "محمد أحمد إبراهيم خالد علي حسن عبد فلاديمير وليد دونالد"),
  words("name-particles", "بن آل أبو عبد"),
  words("weapon-words", "صواريخ صاروخ منظومة مقاتلة مقاتلات قاذفة راجمة"),
  words("function-words", "في من إلى على إن أن قال الذي هذا ثم"),
  words("common-words", "اليوم أمس عمل بشكل نشر خلال"),
];

let bytes: Uint8Array | undefined;
let khabar: Khabar | undefined;

/** The compiled tiny lexicon. */
export function tinyLexicon(): Uint8Array {
  bytes ??= compileLexicon(TINY_TABLES);
  return bytes;
}

/** A reader with the tiny lexicon and no topic model. */
export function tinyKhabar(): Khabar {
  khabar ??= createKhabar({ lexicon: tinyLexicon() });
  return khabar;
}

/** Reads an article, or a text, with the tiny lexicon; boilerplate is not looked for. */
export function read(article: Article | string): Document {
  return tinyKhabar().read(typeof article === "string" ? { text: article } : article, { clean: false });
}

/** Every mention as `surface → id`, with its kind unless that is "name". */
export function mentionsOf(article: Article | string): string[] {
  return read(article).mentions.map(describeMention);
}

export function describeMention({ text, entity, kind }: Mention): string {
  return `${text} → ${entity}${kind === "name" ? "" : ` (${kind})`}`;
}

/** A text without the brackets that mark the expected mentions: «وقال [أردوغان] ل[بوتين]». */
export function unmarked(marked: string): string {
  return marked.replace(/[[\]]/g, "");
}

/** The text with brackets around the mentions that were found, and their ids in order. */
export function markedMentions(article: Article | string): { marked: string; ids: string[] } {
  const raw = typeof article === "string" ? article : (article.text ?? "");
  const found = read(article).mentions.filter(({ field }) => field === "text");
  let marked = "";
  let at = 0;
  for (const { start, end } of found) {
    marked += `${raw.slice(at, start)}[${raw.slice(start, end)}]`;
    at = end;
  }
  const ids = found.map(({ entity, kind }) => (kind === "name" ? entity : `${entity} (${kind})`));
  return { marked: marked + raw.slice(at), ids };
}
