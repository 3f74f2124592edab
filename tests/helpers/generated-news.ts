import type { Article } from "../../src/document.js";
import { seededRandom } from "../../src/tag/tagger/seeded-random.js";

const PEOPLE = [
  "فلاديمير بوتين",
  "رجب طيب أردوغان",
  "عبد الفتاح السيسي",
  "إيمانويل ماكرون",
  "محمود عباس",
  "أنطونيو غوتيريش",
];
const PLACES = ["سوتشي", "إدلب", "القاهرة", "باريس", "رام الله", "نيويورك", "بيروت", "بغداد"];
const SUBJECTS = [
  "هدنة جديدة في شمال سوريا ووقف إطلاق النار",
  "صفقة صواريخ إس-400 ونقل خطوط الإنتاج",
  "أسعار النفط وخفض إنتاج أوبك",
  "ميزانية التعليم ورواتب المعلمين",
  "مباريات كأس العالم وتدريب المنتخب",
  "انتشار الإنفلونزا وحملة التلقيح",
];
const VERBS = ["بحث", "ناقش", "أعلن بعد مشاورات عن", "انتقد بشدة", "دعا إلى مراجعة"];
const DETAILS = [
  "وقال متحدث باسم الوفد إن المشاورات ستتواصل خلال الأسبوع المقبل على مستوى الخبراء.",
  "وأضاف أن الخلافات ما زالت قائمة بشأن الجدول الزمني والضمانات المطلوبة من الطرفين.",
  "ونقلت وكالة رويترز عن مصدر مطلع أن اللقاء استمر ثلاث ساعات وانتهى دون بيان مشترك.",
  "ويرى محللون أن الخطوة تأتي في وقت حساس وتعكس رغبة في التهدئة قبل نهاية العام.",
  "وكان البرلمان قد رفض في وقت سابق مقترحا مشابها بعد جلسة صاخبة استمرت حتى الفجر.",
  "ومن المقرر أن يعقد مؤتمر صحفي مساء غد بحضور وزراء الخارجية والدفاع والمالية.",
];

/** Articles of our own made from templates: some about one event, some copies, one in five without a date. */
export function generatedNews(count: number, seed: number): Article[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const articles: Article[] = [];
  for (let i = 0; i < count; i++) {
    const date =
      random() < 0.2 ? null : `2021-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`;
    if (i > 10 && random() < 0.15) {
      articles.push({ ...pick(articles), id: `خبر-${i}`, date });
      continue;
    }
    const [person, other, place, subject] = [pick(PEOPLE), pick(PEOPLE), pick(PLACES), pick(SUBJECTS)];
    const title = `${person} في ${place}: ${subject}`;
    const lead = `وصل ${person} إلى ${place} حيث التقى ${other}، و${pick(VERBS)} ${subject}.`;
    const details = DETAILS.filter(() => random() < 0.6).join(" ");
    articles.push({
      id: `خبر-${i}`,
      title: random() < 0.1 ? null : title,
      text: `${lead}\n${details}`,
      date,
    });
  }
  return articles;
}
