import type { Article, Boilerplate, Document, Mention } from "../src/document.js";
import { readLines } from "../src/node/read-lines.js";

/** An article with what khabar made of it. */
export interface TaggedArticle {
  readonly article: Article;
  readonly document: Document;
}

/** Articles of a file of tagged lines; when they run out, articles made of two of them, until there are enough. */
export async function* taggedArticles(file: string, count: number): AsyncGenerator<TaggedArticle> {
  let given = 0;
  for (let round = 0; given < count; round++) {
    const queue: TaggedArticle[] = [];
    for await (const { lines } of readLines(file))
      for (const line of lines) {
        if (line === "") continue;
        const document = JSON.parse(line) as Document & Article;
        const tagged = { article: document, document };
        if (round === 0) yield tagged;
        else {
          // The other half comes from an article some places before.
          queue.push(tagged);
          const other = queue.length > 7 * round ? queue.shift()! : queue[0]!;
          yield joined(tagged, other, round);
        }
        if (++given === count) return;
      }
    if (given === 0) throw new Error(`${file}: no articles`);
  }
}

/** An article of the title and first half of one and the second half of another, some months later. */
function joined(a: TaggedArticle, b: TaggedArticle, round: number): TaggedArticle {
  const first = a.article.text ?? "";
  const second = b.article.text ?? "";
  const end = cut(first);
  const start = cut(second);
  const shift = end + 1 - start;
  const kept = <T extends Mention | Boilerplate>(of: (document: Document) => readonly T[]): T[] => [
    ...of(a.document).filter((span) => span.field === "title" || span.end <= end),
    ...of(b.document)
      .filter((span) => span.field === "text" && span.start >= start)
      .map((span) => ({ ...span, start: span.start + shift, end: span.end + shift })),
  ];
  const mentions = kept(({ mentions }) => mentions);
  const named = new Set(mentions.map(({ entity }) => entity));
  const entities = new Map(
    [...b.document.entities, ...a.document.entities].map((entity) => [entity.id, entity] as const),
  );
  const present = [...entities.values()].filter(({ id }) => named.has(id));
  const total = present.reduce((sum, { salience }) => sum + salience, 0) || 1;
  const topics = new Map(
    [...b.document.topics, ...a.document.topics].map((topic) => [topic.id, topic] as const),
  );
  const date = a.article.date ? { date: later(a.article.date, 200 * round) } : {};
  const article = {
    id: `${a.article.id}+${round}`,
    title: a.article.title ?? null,
    text: `${first.slice(0, end)}\n${second.slice(start)}`,
    ...date,
  };
  return {
    article,
    document: {
      language: a.document.language,
      mentions,
      entities: present.map((entity) => ({ ...entity, salience: entity.salience / total })),
      topics: [...topics.values()],
      boilerplate: kept(({ boilerplate }) => boilerplate),
    },
  };
}

/** The first space after the middle. */
function cut(text: string): number {
  const space = text.indexOf(" ", text.length / 2);
  return space < 0 ? text.length : space;
}

function later(date: string, days: number): string {
  return new Date(Date.parse(date.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
}
