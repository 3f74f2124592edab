/** When a surface counts; lexicons/README.md has the examples. */
export type Policy = "always" | "known" | "title" | "near";

/** Policies in the order of their numbers in compiled lexicons. */
export const POLICIES: readonly Policy[] = ["always", "known", "title", "near"];

/** One way to write a name, with the policy that its mark asks for: `صالح^title`. */
export interface Surface {
  readonly text: string;
  readonly policy: Policy;
}

/** Reads a surface with its mark. Undefined when the mark is no policy. */
export function readSurface(cell: string): Surface | undefined {
  const [text = "", mark, ...more] = cell.split("^");
  if (mark === undefined) return { text, policy: "always" };
  const policy = POLICIES.find((name) => name === mark && name !== "always");
  return policy === undefined || more.length > 0 ? undefined : { text, policy };
}
