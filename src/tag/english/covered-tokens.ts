/** 1 for the tokens that the ranges cover. */
export function coveredBy(
  ranges: readonly { readonly firstToken: number; readonly endToken: number }[],
  tokens: number,
): Uint8Array {
  const covered = new Uint8Array(tokens);
  for (const { firstToken, endToken } of ranges) covered.fill(1, firstToken, endToken);
  return covered;
}
