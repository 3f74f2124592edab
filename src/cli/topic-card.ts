import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { LabelledArticle } from "../document.js";
import { escapeMarkdown } from "./report.js";
import type { TopicScores } from "./score-topics.js";
import { percent } from "./topic-report.js";
import { version } from "./version.js";

/** What a model was made of. */
export interface ModelFacts {
  readonly out: string;
  readonly files: readonly string[];
  readonly articles: readonly LabelledArticle[];
  readonly labels: number;
  readonly folds: number;
  readonly seed: number;
  readonly clean: boolean;
}

const HEADING = "# Model card: ";

/**
 * The card of a model: `mine.md` of `mine.khb.gz`.
 * @throws Error when a file of that name is no model card: it is not written over.
 */
export function cardFile(out: string): string {
  const card = `${out.replace(/(?:\.khb)?(?:\.gz)?$/i, "")}.md`;
  if (existsSync(card) && !readFileSync(card, "utf8").startsWith(HEADING))
    throw new Error(`${card} is no model card, and would be written over; choose another --out`);
  return card;
}

/** What a model is, what it was trained on, how good it is, how to train it again. Without dates: the same model has the same card. */
export function topicCard(facts: ModelFacts, scores: TopicScores | undefined): string {
  const { out, files, articles, labels, seed, clean } = facts;
  const perArticle = articles.map((article) => article.labels.length);
  const few = perArticle.reduce((a, b) => Math.min(a, b));
  const many = perArticle.reduce((a, b) => Math.max(a, b));
  return `${HEADING}${escapeMarkdown(basename(out))}

Topics of one's own for \`khabar tag --topics\`: linear support vector machines on stems and pieces of words, one per label, whose
margins are calibrated to probabilities. A label counts as assigned from 0.5. Trained with khabar ${version}.

## Data

| | |
|---|---|
| files | ${files.map(escapeMarkdown).join(", ")} |
| articles | ${articles.length} |
| labels | ${labels}, ${few === many ? few : `${few} to ${many}`} per article |
| seed | ${seed} |
| boilerplate | ${clean ? "set aside" : "counts as text"} |

The model holds stems of words and labels of these articles, and no other text.

## Figures

${scores === undefined ? `Not cross-validated.\n\n${labelCounts(articles)}` : figures(scores, facts)}
## Training it again

\`\`\`sh
khabar train topics ${files.map(quote).join(" ")} --out ${quote(basename(out))} --seed ${seed} --folds ${facts.folds}${clean ? "" : " --no-clean"}
\`\`\`
`;
}

function figures(scores: TopicScores, { folds, articles }: ModelFacts): string {
  const rows = scores
    .byLabel()
    .map(
      ({ label, score }) =>
        `| ${escapeMarkdown(label)} | ${[score.precision, score.recall, score.f1].map(percent).join(" | ")} | ${score.gold} |`,
    );
  const name = scores.isSingleLabel ? "accuracy" : "best label right";
  return `Cross-validated in ${Math.min(folds, articles.length)} folds: every article scored by a model that did not see it, nor a copy of it.

| label | precision | recall | F1 | articles |
|---|--:|--:|--:|--:|
${rows.join("\n")}
| **all, micro** | ${poolRow(scores.micro())} | ${scores.micro().gold} |
| **all, macro** | ${poolRow(scores.macro())} | |
| **${name}** | | | ${percent(scores.bestRight())} | ${scores.labelled} |
| **calibration error** | | | ${percent(scores.reliability.expectedCalibrationError())} | |
`;
}

function poolRow(score: {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}): string {
  return [score.precision, score.recall, score.f1].map(percent).join(" | ");
}

function labelCounts(articles: readonly LabelledArticle[]): string {
  const counts = new Map<string, number>();
  for (const { labels } of articles)
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([label, count]) => `| ${escapeMarkdown(label)} | ${count} |`);
  return `| label | articles |\n|---|--:|\n${rows.join("\n")}\n`;
}

/** A word for a shell. */
function quote(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
