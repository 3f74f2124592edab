/** Words of English that bind nothing; the background statistics know Arabic only. */
export const ENGLISH_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a about after again against all also although among an and any are as at be because been before being between both " +
    "but by can could did do does during each few first for from further had has have he her here hers him his how however i " +
    "if in into is it its just last like made many may me might more most much must my new no nor not now of off on once one " +
    "only or other our out over own per said same say says she should since so some such than that the their them then there " +
    "these they this those three through time to told too two under until up upon us very was we week were what when where " +
    "which while who whom why will with would year years yet you your monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);
