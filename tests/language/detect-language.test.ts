import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../src/language/detect-language.js";

describe("language by letters", () => {
  test.each<[name: string, text: string, language: string, script: string]>([
    ["Arabic", "وصل الوزير إلى القاهرة لإجراء محادثات", "ar", "arabic"],
    ["Arabic with marks", "وَصَلَ الوَزيرُ إلى القاهِرَةِ", "ar", "arabic"],
    ["Arabic with Latin names", "أعلنت شركة Apple وشركة Google نتائجهما الفصلية", "ar", "arabic"],
    [
      "Arabic with a foreign sound",
      "زار الرئيس ڤيينا وپاريس في جولة أوروبية طويلة قبل القمة العربية المقبلة",
      "ar",
      "arabic",
    ],
    ["Arabic in presentation forms", "ﻭﺻﻞ ﺍﻟﻮﺯﻳﺮ ﺇﻟﻰ ﺍﻟﻘﺎﻫﺮﺓ", "ar", "arabic"],
    ["Persian", "وزیر امور خارجه ایران در گفتگو با خبرنگاران گفت که مذاکرات ادامه دارد", "fa", "arabic"],
    ["Urdu", "وزیر اعظم نے کہا ہے کہ حکومت عوام کے مسائل حل کرنے کے لیے کوشاں ہے", "ur", "arabic"],
    ["Sorani", "سەرۆکی هەرێم لەگەڵ وەزیری دەرەوە کۆبووەوە", "ckb", "arabic"],
    ["Sorani with few letters of its own", "حکومت کوردستان لە هەولێر کۆبووەوە", "ckb", "arabic"],
    ["Pashto", "د افغانستان ولسمشر په کابل کې له وزیرانو سره وکتل", "ps", "arabic"],
    ["Persian with an Arabic name", "سخنگوی دولت گفت شبکه الجزیره گزارش نادرستی پخش کرد", "fa", "arabic"],
    ["Urdu with Arabic phrases", "وزیر اعظم نے بین الاقوامی کانفرنس سے خطاب کیا", "ur", "arabic"],
    ["Arabic from a Persian keyboard", "زار ولی العهد السعودی مصر وبحث مع الرییس الملفات", "ar", "arabic"],
    [
      "Arabic with the heh of Urdu",
      "في كرة القدم ھناك أمسیات یدونھا التاریخ وتحتفظ بھا الجغرافیا",
      "ar",
      "arabic",
    ],
    ["Latin", "The minister arrived in Cairo", "und", "latin"],
    ["Cyrillic", "Министр прибыл в Каир", "und", "other"],
    ["nothing", "", "und", "none"],
    ["numbers only", "2019 - 400", "und", "none"],
  ])("%s", (_, text, language, script) => {
    expect(detectLanguage(text)).toEqual({ language, script });
  });

  test("never throws, and always answers with a script", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(["arabic", "latin", "other", "none"]).toContain(detectLanguage(text).script);
      }),
      { seed: 81, numRuns: 500 },
    );
  });
});
