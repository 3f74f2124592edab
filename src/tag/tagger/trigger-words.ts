import { hashUnits } from "../../data/vocabulary.js";

/** Nouns that name what follows them, and verbs whose subject is somebody; folded, without proclitics. */
const TRIGGERS: readonly string[] = [
  // Organizations: «حركة حماس», «وزارة الدفاع». Their head is part of the name.
  `شركه مجموعه وزاره حزب حركه منظمه جامعه نادي موسسه هييه جمعيه مجلس بنك مصرف قناه صحيفه وكاله اذاعه مجله لجنه اتحاد
  رابطه نقابه جيش قوات كتايب كتيبه لواء فرقه فيلق جبهه تنظيم جماعه مليشيا ميليشيا مكتب مركز معهد كليه مدرسه مستشفي محكمه
  نيابه برلمان حكومه منتخب شرطه ديوان اداره مديريه امانه سفاره بعثه مفوضيه وحده جهاز شبكه موقع صندوق غرفه بلديه ايتلاف
  تحالف كتله تيار حلف سرايا الويه فصيل`,
  // Events: «بطولة كأس آسيا», «معركة الكرامة».
  `بطوله كاس دوري مهرجان موتمر قمه معركه حرب اتفاق اتفاقيه معاهده عمليه مناورات اولمبياد مونديال ثوره مسابقه جايزه يوم عيد
  ملتقي منتدي معرض خطه مبادره حمله مشروع قانون مرض فيروس`,
  // Works: «مسلسل طايع», «كتاب "نار وغضب"». Their head is not part of the name.
  `فيلم مسلسل كتاب روايه برنامج اغنيه البوم ديوان قصيده مسرحيه فلم فيديو لعبه تطبيق سوره بعنوان اسم`,
  // Speech: «وقال بوتين», «بحسب رويترز».
  `قال قالت اكد اكدت اعلن اعلنت اضاف اضافت صرح صرحت اوضح اوضحت ذكر ذكرت افاد افادت اشار اشارت نقلت نقل كشف كشفت بين لفت
  اعتبر اعتبرت شدد شددت راي تابع تابعت دعا دعت طالب طالبت وصف وصفت حسب بحسب وفق غرد كتب كتبت نشر نشرت قاد التقي استقبل
  يقول تقول يوكد`,
  // Facilities and waters: «مطار حميميم», «نهر الفرات».
  `مطار معبر سد ميناء قاعده جسر ساحه ميدان شارع طريق نهر بحر بحيره خليج مضيق جزيره جبل وادي مخيم قصر مسجد جامع كنيسه دير ملعب
  ستاد استاد حي مدينه محافظه قريه بلده ولايه منطقه اقليم مقاطعه دوله جمهوريه شمال جنوب شرق غرب ريف ضاحيه قضاء مديريه`,
];

const classes = new Map<number, number>();
TRIGGERS.forEach((words, i) => {
  for (const word of words.split(/\s+/)) {
    const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    if (!classes.has(hashUnits(units, 0, units.length)))
      classes.set(hashUnits(units, 0, units.length), i + 1);
  }
});

/** The class of titles, which the lexicon lists: «الرئيس», «الدكتور». */
export const TITLE_TRIGGER = TRIGGERS.length + 1;

/** Class of a word by its hash, 0 when it is no trigger. */
export function triggerOf(word: number): number {
  return classes.get(word) ?? 0;
}
