import { expect, test } from "vitest";
import { realKhabar } from "../helpers/real-khabar.js";

test.each([
  ["المنتخب الأفريقي", "organization/national-football-team-africa"],
  ["الخارجية الأوروبية", "organization/ministry-of-foreign-affairs-europe"],
])("%s, of a region that is no country, is an entity of its own", (name, id) => {
  const { entities } = realKhabar().read({ text: `وقالت مصادر في ${name} إن الاجتماع تأجل` });
  expect(entities.map((entity) => entity.id)).toEqual([id]);
});
