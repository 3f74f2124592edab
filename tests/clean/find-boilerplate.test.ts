import { describe, expect, test } from "vitest";
import { findBoilerplate } from "../../src/clean/find-boilerplate.js";

/** What is dropped of a text, as "rule: surface", line breaks written as " ¶ ". */
const dropped = (text: string): string[] =>
  findBoilerplate(text).map(
    ({ start, end, rule }) => `${rule}: ${text.slice(start, end).replace(/\s*\n\s*/g, " ¶ ")}`,
  );

const first =
  "أعلنت بلدية مدينة النخيل، اليوم الاثنين، افتتاح مكتبة عامة جديدة في حي الزيتون، وقالت إن المكتبة تضم عشرين ألف كتاب وقاعة للأطفال.";
const second =
  "وأوضح مدير المكتبة أن أبوابها ستفتح للقراء كل يوم من التاسعة صباحا، وأن الاشتراك فيها مجاني لسكان المدينة حتى نهاية العام.";
const third = "وكانت المدينة قد أغلقت مكتبتها القديمة قبل عشرة أعوام بعد أن غمرت المياه مخازن الكتب فيها.";

describe("labels in a text without signs of a page", () => {
  const rows: readonly [name: string, text: string, expected: readonly string[]][] = [
    ["a share label on its own line", `${first}\nشارك الخبر`, ["share-labels: شارك الخبر"]],
    [
      "spelling and marks make no difference",
      `${first}\nإقرأ أيضاً:\nسوق السمك يعود إلى الميناء القديم\n${second}`,
      ["related-articles: إقرأ أيضاً:", "headline-list: سوق السمك يعود إلى الميناء القديم"],
    ],
    [
      "a related headline on the label's line",
      `${first}\nاقرأ أيضا: سوق السمك يعود إلى الميناء\n${second}`,
      ["related-articles: اقرأ أيضا: سوق السمك يعود إلى الميناء"],
    ],
    [
      "the opener takes headlines, not the paragraph after them",
      `${first}\nمواضيع ذات صلة\nسوق السمك يعود إلى الميناء\nحافلات جديدة بين الأحياء\n${second}`,
      [
        "related-articles: مواضيع ذات صلة",
        "headline-list: سوق السمك يعود إلى الميناء ¶ حافلات جديدة بين الأحياء",
      ],
    ],
    [
      "an application's notice",
      `${first}\nيمكنكم تسلم إشعارات بأهم الموضوعات بعد تحميل التطبيق.`,
      ["subscribe: يمكنكم تسلم إشعارات بأهم الموضوعات بعد تحميل التطبيق."],
    ],
    [
      "an SMS footer and its codes",
      `${first}\nللتواصل مع الكاتب ارسل رسالة SMS\nتبدأ بالرمز (7) ثم مسافة ثم نص الرسالة إلى\n12345 - Stc\n678901 - Mobily`,
      [
        "contact: للتواصل مع الكاتب ارسل رسالة SMS ¶ تبدأ بالرمز (7) ثم مسافة ثم نص الرسالة إلى ¶ 12345 - Stc ¶ 678901 - Mobily",
      ],
    ],
    [
      "a copyright line",
      `${first}\nجميع الحقوق محفوظة لصحيفة النخيل 2020`,
      ["legal: جميع الحقوق محفوظة لصحيفة النخيل 2020"],
    ],
    ["one button is not a page: names of sections stay", `رياضة\n${first}\nصحة`, []],
  ];
  test.each(rows)("%s", (_name, text, expected) => expect(dropped(text)).toEqual(expected));
});

describe("labels stuck to a paragraph", () => {
  const rows: readonly [name: string, text: string, expected: readonly string[]][] = [
    ["after the last sentence", `${first} اقرأ أكثر\n${second}`, ["related-articles: اقرأ أكثر"]],
    [
      "with a headline behind it",
      `${first} اقرأ أيضا: سوق السمك يعود إلى الميناء`,
      ["related-articles: اقرأ أيضا: سوق السمك يعود إلى الميناء"],
    ],
    [
      "behind an address, without a blank",
      `${first}\nsalma@example.comللتواصل مع الكاتب أرسل إلى 12345`,
      ["contact: للتواصل مع الكاتب أرسل إلى 12345"],
    ],
    [
      "a page whose line breaks are lost",
      `مكتبة جديدة في حي الزيتون شارك الخبر ${first} ${second} ${third} Read Previous سوق السمك يعود إلى الميناء Read Next حافلات جديدة بين الأحياء Leave a Reply`,
      [
        "share-labels: شارك الخبر",
        "previous-next: Read Previous سوق السمك يعود إلى الميناء",
        "previous-next: Read Next حافلات جديدة بين الأحياء",
        "comment-form: Leave a Reply",
      ],
    ],
    [
      "the same words inside a sentence stay",
      `${first} وقال إنه كان يود لو اقرأ أكثر من كتاب في الأسبوع.`,
      [],
    ],
    [
      "a full sentence after the label stays",
      `${first} اقرأ أكثر ${second}`,
      ["related-articles: اقرأ أكثر"],
    ],
  ];
  test.each(rows)("%s", (_name, text, expected) => expect(dropped(text)).toEqual(expected));
});

describe("a scraped page", () => {
  const page = [
    "تخطي إلى المحتوى",
    "الرئيسية",
    "محليات",
    "رياضة",
    "الرئيسية > محليات",
    "مدينة النخيل تفتتح مكتبة عامة في حي الزيتون",
    "12 مارس 2019 - 10:45",
    "سلمى الكاتب",
    "قاعة المكتبة الجديدة (أرشيفية)",
    "شارك",
    "فيسبوك",
    "واتساب",
    first,
    "قاعة للأطفال",
    second,
    "إعلان",
    "◄ اقرأ أيضاً: سوق السمك يعود إلى الميناء القديم",
    third,
    "• الاشتراك مجاني.",
    "• القاعة تتسع لمئة قارئ.",
    "كلمات مفتاحية",
    "المكتبة",
    "مدينة النخيل",
    "الأكثر قراءة",
    "حافلات جديدة تربط أحياء المدينة بالجامعة",
    "10:20",
    "مزارعو الوادي يحتفلون بموسم التمور",
    "09:15",
    "اترك تعليقا",
    "لن يتم نشر عنوان بريدك الإلكتروني.",
    "من نحن",
    "جميع الحقوق محفوظة © 2019",
  ];
  const text = page.join("\n");
  const mask = new Uint8Array(text.length);
  for (const { start, end } of findBoilerplate(text)) mask.fill(1, start, end);
  let offset = 0;
  const kept = page.filter((line) => {
    const start = offset;
    offset += line.length + 1;
    return mask[start] === 0;
  });

  test("keeps the title, paragraphs, sub-head and items, and nothing else", () => {
    expect(kept).toEqual([
      "مدينة النخيل تفتتح مكتبة عامة في حي الزيتون",
      first,
      "قاعة للأطفال",
      second,
      third,
      "• الاشتراك مجاني.",
      "• القاعة تتسع لمئة قارئ.",
    ]);
  });

  test("names the rule of every block", () => {
    const rules = new Map(dropped(text).map((block) => block.split(": ") as [string, string]));
    expect([...rules.keys()].sort()).toEqual([
      "article-details",
      "caption",
      "comment-form",
      "date-line",
      "headline-list",
      "legal",
      "menu",
      "number-line",
      "page-head",
      "related-articles",
      "share-labels",
      "tags",
    ]);
  });

  test("carriage returns and blank lines change nothing", () => {
    const blocks = findBoilerplate(page.join("\r\n\r\n"));
    const surfaces = blocks.map(({ rule }) => rule);
    expect(surfaces).toEqual(findBoilerplate(text).map(({ rule }) => rule));
  });

  test("a seeded page: previous and next headlines go to the end", () => {
    const plain = [
      first,
      second,
      third,
      "Read Previous",
      "سوق السمك يعود إلى الميناء القديم",
      "Read Next",
      "حافلات جديدة تربط أحياء المدينة بالجامعة",
      "Leave a Reply",
      "لن يتم نشر عنوان بريدك الإلكتروني.",
    ].join("\n\n");
    expect(dropped(plain)).toEqual([
      "previous-next: Read Previous",
      "headline-list: سوق السمك يعود إلى الميناء القديم",
      "previous-next: Read Next",
      "headline-list: حافلات جديدة تربط أحياء المدينة بالجامعة",
      "comment-form: Leave a Reply ¶ لن يتم نشر عنوان بريدك الإلكتروني.",
    ]);
  });

  test("a headline and its summary below the body go", () => {
    const list = [
      ...page.slice(0, 20),
      "مختارات المحرر",
      "حافلات جديدة تربط أحياء المدينة بالجامعة",
      "(11.03.2019)",
      "قالت شركة النقل إن حافلات جديدة تربط أحياء المدينة بالجامعة ستبدأ رحلاتها في الخريف.",
      ...page.slice(28),
    ].join("\n");
    const blocks = dropped(list).join("\n");
    expect(blocks).toContain("قالت شركة النقل إن حافلات جديدة");
    expect(blocks).not.toContain("القاعة تتسع");
  });
});

describe("content that looks like boilerplate stays", () => {
  const rows: readonly [name: string, text: string][] = [
    ["one line", first],
    ["a title alone", "مدينة النخيل تفتتح مكتبة عامة"],
    [
      "a list of applications",
      `${first}\nالتطبيقات المجانية\n1 - تطبيق «فيسبوك»\n2 - تطبيق «يوتيوب»\n3 - لعبة «الواحة»`,
    ],
    ["questions and answers", "هل قرأت الكتاب؟\nنعم.\nمتى؟\nأمس.\nوهل أعجبك؟\nلا."],
    ["verses", "يا نخل يا عالي السعف\nهل مر من تحت الغصون\nمن ضيع العمر وقف\nيبكي على تلك العيون"],
    ["a line-up", `${first}\nالحارس: سالم\nالدفاع: ناصر، خالد، وليد\nالوسط: ماجد\nالهجوم: سعد`],
    ["a dateline", `النخيل – سلمى الكاتب\n${first}\n${second}`],
    ["a sub-head", `${first}\nقاعة للأطفال\n${second}\nأبواب مفتوحة\n${third}`],
    ["blanks only", " \n\t\n  "],
    ["nothing", ""],
  ];
  test.each(rows)("%s", (_name, text) => expect(dropped(text)).toEqual([]));
});
