const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The first code units of a text, as it comes back from UTF-8: halves of surrogate pairs are replaced. */
export function clipText(text: string, length: number): string {
  const clipped = text.length > length ? text.slice(0, length) : text;
  for (let i = 0; i < clipped.length; i++)
    if ((clipped.charCodeAt(i) & 0xf800) === 0xd800) return decoder.decode(encoder.encode(clipped));
  return clipped;
}
