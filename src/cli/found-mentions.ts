import type { Document, EntityType } from "../document.js";
import type { Span } from "../text/span.js";
import type { FoundMention } from "./score-mentions.js";

/** The names of a document; nationalities and roles are not annotated. */
export function foundNames({ mentions }: Document): FoundMention[] {
  return mentions.filter(({ kind }) => kind === "name");
}

/**
 * The names of a sentence as runs of whole tokens, since a token-level corpus cannot part «لندن» from «ولندن»: a name
 * takes every token that it shares a letter with; of two names in one token the later has it.
 * @param types others are passed over: the corpus does not mark them.
 */
export function snapToTokens(
  mentions: readonly FoundMention[],
  tokens: readonly Span[],
  types: ReadonlySet<EntityType>,
): FoundMention[] {
  const owners: (FoundMention | undefined)[] = tokens.map(() => undefined);
  for (const mention of mentions) {
    if (!types.has(mention.type)) continue;
    for (let i = 0; i < tokens.length; i++)
      if (mention.start < tokens[i]!.end && mention.end > tokens[i]!.start) owners[i] = mention;
  }
  const found: FoundMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const owner = owners[i];
    if (owner === undefined) continue;
    const { start } = tokens[i]!;
    while (owners[i + 1] === owner) i++;
    found.push({ ...owner, start, end: tokens[i]!.end });
  }
  return found;
}
