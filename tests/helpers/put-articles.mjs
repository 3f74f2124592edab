// Puts batches of 20 articles of its own name into a store, and with each batch the same 20 articles that others put, too.
import { openIndex } from "../../dist/node/index.js";

const [target, name, batches] = process.argv.slice(2);
const store = await openIndex(target);
const article = (id, key) => ({
  id,
  day: 1,
  keys: Uint32Array.of(7, 100 + key),
  profile: new TextEncoder().encode(`${id} ${name}`),
});
for (let batch = 0; batch < Number(batches); batch++) {
  const own = Array.from({ length: 20 }, (_, i) => article(`${name}/${batch}/${i}`, batch));
  const shared = Array.from({ length: 20 }, (_, i) => article(`مشترك/${i}`, i));
  await store.put(name === "أ" ? [...own, ...shared] : [...shared.reverse(), ...own]);
}
await store.close();
