/** Something wrong at a place of a lexicon table. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** How bad a finding is: an error keeps a table from being compiled as written, a warning is worth a look. */
type Severity = "error" | "warning";

/** Something that a check of lexicon tables found. */
export interface Finding extends Problem {
  readonly severity: Severity;
}

/** `people.tsv:412: alias "بوتين" ...`, the form that editors and terminals make a link of. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

/** `people.tsv:412: warning: alias "بوتين" ...` */
export function formatFinding({ file, line, severity, message }: Finding): string {
  return `${file}:${line}: ${severity}: ${message}`;
}

/** Lexicon tables that cannot be compiled; the message lists every problem. */
export class LexiconError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "LexiconError";
    this.problems = problems;
  }
}
