import { type Container, DataFormatError } from "./container.js";

/**
 * Names as sequences of words: a trie whose nodes are numbered level by level, so that the children of a node stand
 * side by side, sorted by word. Words that start a name have the lowest numbers, in node order: the root needs no search.
 */
export interface TrieColumns {
  /** The word that leads into each node; the root, node 0, has none. */
  readonly labels: Uint32Array;
  /** First child of each node; its children end where the next node's begin. One more entry than nodes. */
  readonly firstChild: Uint32Array;
  /** First sense of the name that ends at each node, + 1; 0 when none ends there. */
  readonly senses: Uint32Array;
}

/**
 * What may stand at a place of a pattern instead of a word, «وزارة الدفاع {f}»: a nationality with the article (masculine,
 * feminine) or without it, a country's name, the name of a city or province, an organization's («الأمين العام {o}»). As labels they come behind the last word.
 */
export const SLOTS = ["{m}", "{f}", "{mi}", "{fi}", "{c}", "{p}", "{o}"] as const;
export type Slot = (typeof SLOTS)[number];

export class SurfaceTrie {
  readonly senses: Uint32Array;
  private readonly labels: Uint32Array;
  private readonly firstChild: Uint32Array;
  private readonly rootChildren: number;

  constructor(columns: TrieColumns) {
    this.labels = columns.labels;
    this.firstChild = columns.firstChild;
    this.senses = columns.senses;
    this.rootChildren = (this.firstChild[1] ?? 1) - 1;
  }

  /** The node of names that start with a word; 0 when there is none. */
  first(word: number): number {
    return word < this.rootChildren ? word + 1 : 0;
  }

  /** The node behind `node` by one more word; 0 when there is none. */
  next(node: number, word: number): number {
    let low = this.firstChild[node]!;
    let high = this.firstChild[node + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const label = this.labels[middle]!;
      if (label === word) return middle;
      if (label < word) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  /** Whether longer names start with what leads to the node. */
  hasNext(node: number): boolean {
    return this.firstChild[node]! < this.firstChild[node + 1]!;
  }

  /** The nodes right below a node with the words that lead into them, for walks over all names. */
  *children(node: number): Generator<{ readonly node: number; readonly label: number }> {
    for (let child = this.firstChild[node]!; child < this.firstChild[node + 1]!; child++)
      yield { node: child, label: this.labels[child]! };
  }

  /** The greatest label below a node: tells quickly whether it has slots. */
  lastLabel(node: number): number {
    return this.labels[this.firstChild[node + 1]! - 1]!;
  }
}

/**
 * The trie of a compiled file, in the columns `trie.*`.
 * @throws DataFormatError when the columns do not fit together: children stand behind their parent, in its order.
 */
export function readTrie(container: Container): SurfaceTrie {
  const labels = container.column("trie.labels", "u32");
  const firstChild = container.column("trie.firstChild", "u32");
  const senses = container.column("trie.senses", "u32");
  const nodes = labels.length;
  if (firstChild.length !== nodes + 1 || senses.length !== nodes)
    throw new DataFormatError(
      `The trie has ${nodes} labels, ${firstChild.length} first children and ${senses.length} senses`,
    );
  for (let node = 0; node < nodes; node++) {
    const child = firstChild[node]!;
    if (child <= node || child > firstChild[node + 1]!)
      throw new DataFormatError(`The children of node ${node} of the trie begin at ${child}`);
  }
  if (firstChild[nodes]! > nodes)
    throw new DataFormatError(`The trie's last child is ${firstChild[nodes]}; it has ${nodes} nodes`);
  return new SurfaceTrie({ labels, firstChild, senses });
}

interface Node {
  readonly children: Map<string, Node>;
  senses: number;
}

/** Collects names word by word and numbers words and nodes. */
export class TrieBuilder {
  private readonly root: Node = { children: new Map(), senses: 0 };
  private readonly words = new Set<string>();
  /** Where the senses of each name end up: set by `finish` callers through `setSenses`. */
  private readonly names = new Map<string, Node>();

  /** Adds a name of one or more words or slots. A name starts with a word. */
  add(words: readonly string[]): void {
    let node = this.root;
    for (const word of words) {
      if (!isSlot(word)) this.words.add(word);
      let child = node.children.get(word);
      if (child === undefined) {
        child = { children: new Map(), senses: 0 };
        node.children.set(word, child);
      }
      node = child;
    }
    this.names.set(words.join(" "), node);
  }

  /** Adds words that start no name but need a number. */
  addWords(words: Iterable<string>): void {
    for (const word of words) this.words.add(word);
  }

  setSenses(name: string, firstSense: number): void {
    this.names.get(name)!.senses = firstSense + 1;
  }

  finish(): { words: readonly string[]; columns: TrieColumns } {
    const starters = [...this.root.children.keys()].sort(compare);
    const starting = new Set(starters);
    const others = [...this.words].filter((word) => !starting.has(word)).sort(compare);
    const words = [...starters, ...others];
    const numbers = new Map(words.map((word, i) => [word, i]));
    for (const [i, slot] of SLOTS.entries()) numbers.set(slot, words.length + i);
    const labels: number[] = [0];
    const firstChild: number[] = [];
    const senses: number[] = [];
    const queue: Node[] = [this.root];
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      firstChild.push(labels.length);
      senses.push(node.senses);
      const children = [...node.children].map(([word, child]) => ({ label: numbers.get(word)!, child }));
      children.sort((a, b) => a.label - b.label);
      for (const { label, child } of children) {
        labels.push(label);
        queue.push(child);
      }
    }
    firstChild.push(labels.length);
    return {
      words,
      columns: {
        labels: Uint32Array.from(labels),
        firstChild: Uint32Array.from(firstChild),
        senses: Uint32Array.from(senses),
      },
    };
  }
}

export function isSlot(word: string): word is Slot {
  return (SLOTS as readonly string[]).includes(word);
}

/** By code unit: the same order on every platform. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
