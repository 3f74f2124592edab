import { TopicModel } from "../data/topic-model.js";
import type { Topic } from "../document.js";
import { assignTopics } from "./assign-topics.js";
import { partsOf } from "./parts.js";
import { type LabelExample, type LabelTraining, trainLabels } from "./train-labels.js";

const NO_ENTITIES = { mentions: [], entities: [], linked: [] };

/**
 * Scores every text by a model that was trained without it.
 * @param folds models that are trained; each leaves one part of the texts out.
 * @param report told of every fold that is done, from 1.
 * @returns the topics of each example, in their order.
 */
export function crossValidate(
  examples: readonly LabelExample[],
  folds: number,
  training: LabelTraining,
  report: (fold: number) => void = () => {},
): Topic[][] {
  const parts = partsOf(examples, folds, training.seed ?? 7);
  const topics: Topic[][] = examples.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const model = new TopicModel(
      trainLabels(
        examples.filter((_, i) => parts[i] !== fold),
        training,
      ),
    );
    examples.forEach(({ fields }, i) => {
      if (parts[i] === fold && fields.length > 0)
        topics[i] = assignTopics(model, fields, NO_ENTITIES, (code) => ({
          id: code,
          name: { ar: code, en: code },
        }));
    });
    report(fold + 1);
  }
  return topics;
}
