export { seededRandom } from "../../src/tag/tagger/seeded-random.js";
